// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "peering/session.h"

#include <QHash>
#include <QList>

namespace peerdesk {

/// What must be known of an exchange to judge an address there. The caller looks it up (workflow from the mirror,
/// the endpoint likewise), so that judging needs no I/O.
struct ExchangeFacts
{
    bool known = false;          ///< the mirror has this exchange
    QList<IpPrefix> lanPrefixes; ///< its peering LANs, both families
    /// Who PeeringDB says uses an address, for the addresses in question: several, while it passes from one to the next.
    QMultiHash<IpAddress, Asn> registeredTo;
};

/// One finding about one session of a batch. A warning can be overridden by a person, an error cannot.
struct Finding
{
    enum class Severity { Error, Warning };
    enum class Rule {
        AsnUnusable, ///< AS 0, AS_TRANS, reserved (RFC 7607, RFC 6793, RFC 7300)
        SameAsn,     ///< initiator and receiver are one network
        AddressMissing,
        AddressUnusable, ///< of no single machine on a link that others can be on: multicast, loopback, link-local ...
        FamiliesDiffer,
        SameAddress,
        LocationMissing,
        LocationUnknown, ///< not in the mirror: warning
        OutsideLan,      ///< not in a peering-LAN prefix of that exchange
        DifferentLans,   ///< both on LANs of it, but not the same one
        NetworkOrBroadcast,
        RegisteredToAnother,
        Unregistered, ///< PeeringDB is often stale: warning
        DuplicateInBatch,
        DuplicateOpen,     ///< among open requests
        DuplicateExisting, ///< among sessions that exist already
        SecretTooLong,     ///< RFC 2385 implementations take 80 bytes
        SecretCharacters,  ///< printable ASCII without blanks
        RolesDisagree,     ///< RFC 9234 section 4.2
        BothMonitor,       ///< draft-ietf-grow-peering-api: must not both be monitoring sessions
        AsnHidden,         ///< only a route server may leave its number out of the path
    };
    enum class Part { Whole, InitiatorAddress, ReceiverAddress, Location, Secret };

    int index = 0; ///< of the session in the batch
    QString itemId;
    Part part = Part::Whole;
    Rule rule = Rule::AddressMissing;
    Severity severity = Severity::Error;
    QString message; ///< one English sentence for the wire; the desk translates by rule

    bool operator==(const Finding &) const = default;
};

struct ValidationContext
{
    QHash<Location, ExchangeFacts> exchanges;
    QList<SessionProposal> open;     ///< sessions of open requests with the same two networks
    QList<SessionProposal> existing; ///< sessions known to exist already
};

/// Judges a whole batch before it is sent, and again where it arrives: both ends run this same code.
/// Facility locations (private peering) are judged by addresses alone.
[[nodiscard]] QList<Finding> validate(const QList<SessionProposal> &batch, const ValidationContext &context);

[[nodiscard]] bool hasErrors(const QList<Finding> &findings);

} // namespace peerdesk
