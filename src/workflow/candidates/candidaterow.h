// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/directory.h"
#include "peering/networkendpoint.h"
#include "peering/relation.h"

#include <optional>

/// What the Candidates page shows, as plain values.
namespace peerdesk {

/// How far a possible session is.
enum class SessionStanding {
    Unusable,    ///< a port is not operational, or the addresses cannot reach each other
    Missing,     ///< nothing is asked for: a candidate
    Open,        ///< drafted or asked for, not decided, or agreed and not up
    Existing,    ///< imported, or read from a router
    Established, ///< agreed through Peerdesk and up
};

/// Another network that shares an exchange with ours. Keyed by ASN.
struct NetworkRow
{
    Asn asn;
    QString name; ///< empty if the directory has ports of it but no entry
    QString alsoKnownAs;
    QString policy;
    QString traffic;
    QString ratio;
    QString scope;
    QStringList types;
    std::optional<std::uint32_t> prefixes4; ///< none: not disclosed
    std::optional<std::uint32_t> prefixes6;
    bool ipv6 = false;
    bool neverViaRouteServers = false;
    UtcMs updatedAt = 0;

    int sharedExchanges = 0;
    int operationalExchanges = 0; ///< of those, with a live port on both sides
    int routeServerExchanges = 0; ///< of those, where both are at the route server
    int sharedFacilities = 0;
    int possibleSessions = 0; ///< usable pairs of ports, both families
    int missingSessions = 0;  ///< of those, neither asked for nor existing
    int openSessions = 0;
    int presentSessions = 0; ///< existing or established

    Relation::Kind relation = Relation::Kind::None;
    UtcMs declinedUntil = 0;
    QString comment;
    bool hasEndpoint = false;
    bool hidden = false; ///< its relation says that it is no candidate now

    bool operator==(const NetworkRow &) const = default;
};

/// An exchange as one of our networks sees it. Keyed by the exchange's id.
struct LocationRow
{
    enum class Standing {
        SharedMissing, ///< we meet others there and sessions are missing
        SharedOpen,    ///< we meet others there, nothing is missing, yet not all exists: asked for, or not possible
        SharedPeered,  ///< we meet others there and every possible session exists
        TheirsOnly,    ///< networks that we meet elsewhere are there, we are not
        OursOnly,      ///< we are there, nobody to meet
    };

    std::uint32_t exchangeId = 0;
    QString name;
    QString city;
    QString country;
    Position position;
    Standing standing = Standing::OursOnly;
    bool ours = false;
    int networks = 0;   ///< there, besides ours
    int candidates = 0; ///< of those, met elsewhere or here, and not hidden
    int possibleSessions = 0;
    int missingSessions = 0;
    int openSessions = 0;
    int presentSessions = 0;

    /// Of a place where both are, by what is missing, asked for and existing there.
    [[nodiscard]] static constexpr Standing sharedStanding(int missing, int open, int present)
    {
        if (missing > 0)
            return Standing::SharedMissing;
        return open == 0 && present > 0 ? Standing::SharedPeered : Standing::SharedOpen;
    }
    [[nodiscard]] Location location() const { return Location::exchange(exchangeId); }
    bool operator==(const LocationRow &) const = default;
};

/// What the other side's GET /locations adds to what PeeringDB says of a shared location.
enum class LocationSource { PeeringDbOnly, TheirsOnly, Both };

/// One network, with everything a coordinator looks up of it.
struct NetworkDetail
{
    enum class Side { Shared, OursOnly, TheirsOnly };

    struct Session
    {
        PortPair pair;
        SessionStanding standing = SessionStanding::Missing;
    };
    struct Meeting
    {
        Side side = Side::Shared;
        std::uint32_t exchangeId = 0;
        QString name; ///< empty if only the other side knows the location
        QString city;
        QString country;
        bool operational = false; ///< shared: a live port on both sides
        QList<Port> ownPorts;
        QList<Port> otherPorts;
        QList<Session> sessions;              ///< shared: every pair of ports per family
        std::optional<LocationSource> source; ///< once its endpoint was asked
    };
    struct House
    {
        Side side = Side::Shared;
        std::uint32_t facilityId = 0;
        QString name;
        QString city;
        QString country;
        std::optional<LocationSource> source;
    };

    Network network;
    QString organization;
    QList<Contact> contacts;    ///< Policy first, then NOC and Technical
    bool contactsKnown = false; ///< false: contacts need an API key
    QList<Meeting> exchanges;   ///< shared first, then theirs, then ours
    QList<House> facilities;
    Relation relation;
    std::optional<NetworkEndpoint> endpoint;
    UtcMs locationsAskedAt = 0; ///< when its endpoint last told its locations, 0 for never
    int missingSessions = 0;

    [[nodiscard]] int sharedExchanges() const
    {
        int count = 0;
        for (const Meeting &meeting : exchanges)
            count += meeting.side == Side::Shared ? 1 : 0;
        return count;
    }
    [[nodiscard]] int operationalExchanges() const
    {
        int count = 0;
        for (const Meeting &meeting : exchanges)
            count += meeting.side == Side::Shared && meeting.operational ? 1 : 0;
        return count;
    }
};

} // namespace peerdesk
