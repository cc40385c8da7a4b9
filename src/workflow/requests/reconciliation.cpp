// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/reconciliation.h"

namespace peerdesk {
namespace {

QString placeOf(const SessionProposal &proposal)
{
    return QStringList{proposal.initiatorAddress.toString(), proposal.receiverAddress.toString(),
                       proposal.location.toString()}
        .join(u' ');
}

/// Nobody here has agreed to it yet: all that the other side can do is to call it off.
Session stillOffered(Session ours, const RemoteSession &theirs, UtcMs now)
{
    if (!theirs.remoteId.isEmpty())
        ours.remoteId = theirs.remoteId;
    ours.bgpState = theirs.statusWord;
    ours.configureBy = theirs.configureBy;
    if (!theirs.statusKnown || !isFinal(statusOf(theirs.approval, theirs.connection)))
        return ours;
    ours.approval = theirs.approval == Approval::Rejected ? Approval::Rejected : Approval::Withdrawn;
    ours.decidedAt = now;
    ours.decidedBy = ours.otherAsn().toString();
    ours.reason = theirs.reason;
    return ours;
}

bool hasPlace(const SessionProposal &proposal)
{
    return proposal.initiatorAddress.isValid() && proposal.receiverAddress.isValid() && proposal.location.isValid();
}

} // namespace

SessionMatcher::SessionMatcher(QList<Session> ours)
    : m_ours(std::move(ours))
{
    for (qsizetype i = 0; i < m_ours.size(); ++i) {
        const Session &session = m_ours.at(i);
        if (!session.remoteId.isEmpty())
            m_byRemoteId.insert(session.remoteId, i);
        if (!session.proposal.itemId.isEmpty())
            m_byItem.insert(session.proposal.itemId, i);
        if (isFinal(session.status()))
            continue; // an old story at the same place is not told again, except under its own id
        m_byPlace.insert(placeOf(session.proposal), i);
    }
}

SessionMatcher::Match SessionMatcher::match(const RemoteSession &theirs) const
{
    if (const auto known = m_byRemoteId.constFind(theirs.remoteId); known != m_byRemoteId.cend())
        return {Certainty::Sure, *known};
    const QString item = theirs.proposal.itemId;
    if (const auto known = m_byItem.constFind(item); !item.isEmpty() && known != m_byItem.cend()) {
        const QString &id = m_ours.at(*known).remoteId;
        if (id.isEmpty() || theirs.remoteId.isEmpty())
            return {Certainty::Sure, *known};
    }
    if (!hasPlace(theirs.proposal) || isFinal(statusOf(theirs.approval, theirs.connection)))
        return {};
    const auto there = m_byPlace.constFind(placeOf(theirs.proposal));
    if (there == m_byPlace.cend() || !m_ours.at(*there).remoteId.isEmpty())
        return {};
    return {item.isEmpty() ? Certainty::Sure : Certainty::Contested, *there};
}

Session reconciled(Session ours, const RemoteSession &theirs, UtcMs now)
{
    if (ours.offered && ours.approval == Approval::Offered)
        return stillOffered(std::move(ours), theirs, now);
    if (!theirs.remoteId.isEmpty())
        ours.remoteId = theirs.remoteId;
    if (ours.approval == Approval::Withdrawn)
        return ours;
    ours.bgpState = theirs.statusWord;
    ours.configureBy = theirs.configureBy;
    if (!theirs.statusKnown) {
        if (ours.approval == Approval::Sending || ours.approval == Approval::OutcomeUnknown)
            ours.approval = Approval::Pending; // it is there, whatever its state is called
        return ours;
    }
    const bool acceptedOffer = ours.approval == Approval::Approved && theirs.approval == Approval::Offered;
    if (ours.approval != theirs.approval && !acceptedOffer) {
        ours.approval = theirs.approval;
        if (ours.approval != Approval::Pending && ours.approval != Approval::Offered) {
            ours.decidedAt = now;
            ours.decidedBy = ours.otherAsn().toString();
        }
        ours.reason = theirs.reason;
    } else if (!theirs.reason.isEmpty()) {
        ours.reason = theirs.reason;
    }
    const bool theirsAlone =
        theirs.connection == Connection::Down && ours.configuredAt == 0; // ours is yet to be configured
    if (theirs.connection == Connection::NotConfigured || theirs.connection == ours.connection || theirsAlone)
        return ours;
    ours.connection = theirs.connection;
    if (ours.connection == Connection::Established)
        ours.establishedAt = now;
    if (ours.configuredAt == 0 && ours.connection == Connection::Established)
        ours.configuredAt = now; // it is up, so both ends have it
    return ours;
}

bool differs(const Session &before, const Session &after)
{
    return before.approval != after.approval || before.connection != after.connection
           || before.remoteId != after.remoteId || before.bgpState != after.bgpState || before.reason != after.reason
           || before.configureBy != after.configureBy || before.requestId != after.requestId
           || before.configuredAt != after.configuredAt || before.establishedAt != after.establishedAt;
}

std::optional<Notice::Kind> noticeOf(const Session &before, const Session &after)
{
    const Status status = after.status();
    if (status == before.status())
        return {};
    switch (status) {
    case Status::Approved:
        return Notice::Kind::Approved;
    case Status::Down:
        if (before.approval != Approval::Approved)
            return Notice::Kind::Approved;
        if (before.status() == Status::Established)
            return Notice::Kind::Unestablished;
        return {};
    case Status::Established:
        return Notice::Kind::Established;
    case Status::Unestablished:
        return Notice::Kind::Unestablished;
    case Status::Withdrawn: // depeered
        if (before.approval != Approval::Approved)
            return {};
        return Notice::Kind::Unestablished;
    case Status::Rejected:
        return Notice::Kind::Rejected;
    case Status::OutcomeUnknown:
    case Status::Offered:
        return Notice::Kind::NeedsAnswer;
    default:
        return {};
    }
}

} // namespace peerdesk
