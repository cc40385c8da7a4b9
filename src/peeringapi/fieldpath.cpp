// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/fieldpath.h"

#include <QRegularExpression>

#include <algorithm>

namespace peerdesk {
namespace {

using Part = Finding::Part;

QString nameOf(Part part, Dialect::Orientation orientation)
{
    const bool localIsInitiator = orientation == Dialect::Orientation::Requestor;
    switch (part) {
    case Part::InitiatorAddress:
        return localIsInitiator ? QStringLiteral("local_ip") : QStringLiteral("peer_ip");
    case Part::ReceiverAddress:
        return localIsInitiator ? QStringLiteral("peer_ip") : QStringLiteral("local_ip");
    case Part::Location:
        return QStringLiteral("location");
    case Part::Secret:
        return QStringLiteral("session_secret");
    case Part::Whole:
        break;
    }
    return {};
}

Part partOf(QStringView name, Dialect::Orientation orientation)
{
    for (const Part part : {Part::InitiatorAddress, Part::ReceiverAddress, Part::Location, Part::Secret}) {
        if (name.startsWith(nameOf(part, orientation)))
            return part;
    }
    if (name == u"initiatorIpAddress")
        return Part::InitiatorAddress;
    if (name == u"targetIpAddress")
        return Part::ReceiverAddress;
    if (name == u"md5" || name.startsWith(u"authentication"))
        return Part::Secret;
    return Part::Whole;
}

} // namespace

FieldError fieldErrorOf(const Finding &finding, Dialect::Orientation orientation)
{
    const QString session = QStringLiteral("sessions[%1]").arg(finding.index);
    const QString name = nameOf(finding.part, orientation);
    return {name.isEmpty() ? session : session + u'.' + name, {finding.message}, finding.itemId};
}

FieldTarget fieldTargetOf(QStringView field, Dialect::Orientation orientation)
{
    static const QRegularExpression indexed(QStringLiteral(R"(^(?:sessions)?\.?\[?(\d{1,6})\]?\.?(.*)$)"));
    const QRegularExpressionMatch match = indexed.match(field.toString());
    if (!match.hasMatch())
        return {-1, partOf(field, orientation)};
    return {match.capturedView(1).toInt(), partOf(match.capturedView(2), orientation)};
}

void assignItems(QList<FieldError> &errors, const QList<SessionProposal> &asked)
{
    for (FieldError &error : errors) {
        if (!error.itemId.isEmpty())
            continue;
        const FieldTarget target = fieldTargetOf(error.field, Dialect::Orientation::Requestor);
        if (target.index >= 0) {
            if (target.index < asked.size())
                error.itemId = asked.at(target.index).itemId;
            continue;
        }
        const auto names = [&error](const SessionProposal &proposal) {
            return error.messages.contains(proposal.initiatorAddress.toString())
                   || error.messages.contains(proposal.receiverAddress.toString());
        };
        if (std::count_if(asked.begin(), asked.end(), names) == 1)
            error.itemId = std::find_if(asked.begin(), asked.end(), names)->itemId;
    }
}

} // namespace peerdesk
