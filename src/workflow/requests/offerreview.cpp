// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/offerreview.h"

#include "storage/existingsessionstore.h"
#include "storage/sessionstore.h"

#include <algorithm>

namespace peerdesk {

Result<QList<Finding>> reviewOffers(QSqlDatabase &database, const Envelope &envelope,
                                    const QList<SessionProposal> &offers,
                                    const QHash<Location, ExchangeFacts> &exchanges)
{
    if (offers.isEmpty())
        return QList<Finding>();
    const Asn own = offers.first().initiator;
    const Asn other = offers.first().receiver;
    ValidationContext context;
    context.exchanges = exchanges;
    const auto open = SessionStore(database, envelope).openAt(own, other, offers);
    if (!open)
        return open.error();
    context.open = *open;
    const auto existing = ExistingSessionStore(database).sessionsWith(own, other);
    if (!existing)
        return existing.error();
    for (const ExistingSession &session : *existing)
        context.existing.append(session.proposal());
    return validate(offers, context);
}

const Finding *faultOf(const QList<Finding> &findings, qsizetype index)
{
    const auto fault = std::find_if(findings.begin(), findings.end(), [index](const Finding &finding) {
        return finding.index == index && finding.severity == Finding::Severity::Error;
    });
    return fault == findings.end() ? nullptr : &*fault;
}

} // namespace peerdesk
