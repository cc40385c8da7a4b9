// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "peering/asn.h"
#include "peering/bgprole.h"
#include "peering/dialect.h"
#include "peering/ipaddress.h"
#include "peering/location.h"
#include "peering/status.h"

#include <QString>

#include <utility>

namespace peerdesk {

/// What is asked for: one BGP session between two addresses at a location. The words are the domain's own, initiator
/// and receiver; `local` and `peer` exist only in the wire codec because the draft defines them both ways.
struct SessionProposal
{
    QString itemId; ///< identifies the session within its request, on both sides (uuid)
    Asn initiator;
    Asn receiver;
    IpAddress initiatorAddress;
    IpAddress receiverAddress;
    Location location;
    Secret sessionSecret; ///< TCP-MD5 or TCP-AO key; empty for none
    EndTerms initiatorTerms = {};
    EndTerms receiverTerms = {};

    [[nodiscard]] Family family() const { return initiatorAddress.family(); }
    /// Peer with Peer, and nothing unusual: what settlement-free peering asks for.
    [[nodiscard]] bool isPlainPeering() const { return initiatorTerms == EndTerms() && receiverTerms == EndTerms(); }
    /// The same session as the other end would ask for it.
    [[nodiscard]] SessionProposal turned() const
    {
        SessionProposal other = *this;
        std::swap(other.initiator, other.receiver);
        std::swap(other.initiatorAddress, other.receiverAddress);
        std::swap(other.initiatorTerms, other.receiverTerms);
        return other;
    }
    /// Same addresses at the same place: the same session, whatever ids it carries.
    [[nodiscard]] bool samePlace(const SessionProposal &other) const
    {
        return initiatorAddress == other.initiatorAddress && receiverAddress == other.receiverAddress
               && location == other.location;
    }
};

/// A proposed session and what became of it, as one of our own networks (`ownAsn`) keeps it. `ownAsn` is either the
/// initiator (we asked) or the receiver (we were asked).
struct Session
{
    QString id;        ///< ours; on the receiving side also the wire's session_id
    QString requestId; ///< Request::id it belongs to
    QString remoteId;  ///< the other side's session_id, where it gave one
    Asn ownAsn;
    SessionProposal proposal;

    Approval approval = Approval::Draft;
    Connection connection = Connection::NotConfigured;
    QString bgpState;     ///< the raw RFC 4271 state or the other side's own status word, as it came
    QString reason;       ///< why rejected, held or withdrawn, in the words of whoever decided
    QString decidedBy;    ///< a person, "policy:RULE", or the other network
    QString policyRule;   ///< receiving side: the rule that spoke, and its verdict, at arrival
    QString explanation;  ///< receiving side: what the policy said at arrival, one rule a line
    QString note;         ///< ours alone, never sent
    bool offered = false; ///< proposed by the receiver in addition to what was asked for, whatever came of it
    /// Whose end the other network called `local` when it asked us: it is told of the session likewise.
    Dialect::Orientation askedAs = Dialect::Orientation::Requestor;
    UtcMs createdAt = 0;
    UtcMs decidedAt = 0;
    UtcMs configuredAt = 0;
    UtcMs establishedAt = 0; ///< last time it came up
    UtcMs configureBy = 0;   ///< end of the time window, of an offer too; 0 for none, and once it was up
    UtcMs updatedAt = 0;
    UtcMs deletedAt = 0; ///< receiving side: after the initiator's DELETE; the wire then knows it no more
    qint64 version = 0;  ///< grows with every change; a decision names the version it saw

    /// It was up and is not: for a person to look after, and never taken back by itself.
    [[nodiscard]] bool hasFallen() const
    {
        return approval == Approval::Approved && establishedAt > 0 && deletedAt == 0
               && (connection == Connection::NotConfigured || connection == Connection::Down);
    }

    /// Somebody here agreed to it, a person or a policy: it was asked of us and approved, or it was offered and taken up.
    /// What the other network says of a session that we asked for is its own word.
    [[nodiscard]] bool isAgreedHere() const
    {
        const bool accepted = offered && decidedBy != otherAsn().toString();
        return approval == Approval::Approved && (ownAsn == proposal.receiver || accepted);
    }

    [[nodiscard]] Asn otherAsn() const { return ownAsn == proposal.initiator ? proposal.receiver : proposal.initiator; }
    [[nodiscard]] const IpAddress &ownAddress() const
    {
        return ownAsn == proposal.initiator ? proposal.initiatorAddress : proposal.receiverAddress;
    }
    [[nodiscard]] const IpAddress &otherAddress() const
    {
        return ownAsn == proposal.initiator ? proposal.receiverAddress : proposal.initiatorAddress;
    }
    [[nodiscard]] Status status() const { return statusOf(approval, connection); }
};

} // namespace peerdesk
