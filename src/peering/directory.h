// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"
#include "peering/location.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

/// What the public directory (PeeringDB) says of networks, exchanges and facilities, as plain values: the
/// words that the mirror answers in and that pages show. Nothing here is true because it stands here: the
/// directory is kept by hand and often stale. All texts come from outside and are plain text; enumerations
/// are kept as the directory's own words ("Open", "5-10Gbps"), because it adds new ones at will, and are
/// empty where it says nothing.
namespace peerdesk {

struct Organization
{
    std::uint32_t id = 0;
    QString name;
    QString website;
    QString city;
    QString country; ///< ISO 3166-1 alpha-2
};

/// Where a point on the map comes from, since only facilities have coordinates of their own.
struct Position
{
    enum class Source : std::uint8_t {
        None,       ///< no place known: listed beside the map
        Facilities, ///< the median of its facilities' coordinates
        City,       ///< its city's coordinates (GeoNames)
    };

    double latitude = 0;
    double longitude = 0;
    Source source = Source::None;

    [[nodiscard]] bool isKnown() const { return source != Source::None; }
    bool operator==(const Position &) const = default;
};

struct Network
{
    std::uint32_t id = 0; ///< PeeringDB's; 0 for a network known by its ports alone
    std::uint32_t organizationId = 0;
    Asn asn;
    QString name;
    QString alsoKnownAs;
    QString longName;
    QString website;
    QString asSet; ///< may hold several, with or without a registry ("RIPE::AS-EXAMPLE")
    QString lookingGlass;
    QString routeServer;
    QString statusDashboard;
    QString notes;

    QStringList types;
    QString traffic;
    QString ratio;
    QString scope;
    std::optional<std::uint32_t> prefixes4; ///< the limit to configure; none where 0 or null: not disclosed
    std::optional<std::uint32_t> prefixes6;
    bool unicast = false;
    bool multicast = false;
    bool ipv6 = false;
    bool neverViaRouteServers = false; ///< asks others to drop its routes when a route server hands them on

    QString policy; ///< Open, Selective, Restrictive, No
    QString policyLocations;
    QString policyContracts;
    QString policyUrl;
    bool policyRatio = false; ///< a traffic ratio is required

    QString registryStatus; ///< "ok" while the number is assigned by an RIR
    UtcMs createdAt = 0;
    UtcMs updatedAt = 0;
    UtcMs portsUpdatedAt = 0;
};

struct Exchange
{
    std::uint32_t id = 0;
    std::uint32_t organizationId = 0;
    QString name;
    QString alsoKnownAs;
    QString longName;
    QString city;
    QString country; ///< ISO 3166-1 alpha-2
    QString region;
    QString website;
    QString statisticsUrl;
    QString technicalEmail;
    QString policyEmail;
    QString notes;
    Position position;
    QList<IpPrefix> lanPrefixes; ///< its peering LANs, both families
    QList<std::uint32_t> facilityIds;
    int networkCount = 0; ///< networks with a port there, counted by us
    UtcMs updatedAt = 0;

    [[nodiscard]] Location location() const { return Location::exchange(id); }
};

struct Facility
{
    std::uint32_t id = 0;
    std::uint32_t organizationId = 0;
    QString name;
    QString alsoKnownAs;
    QString address; ///< street, then ZIP code, on one line
    QString city;
    QString state;
    QString country; ///< ISO 3166-1 alpha-2
    QString website;
    Position position; ///< Facilities (its own) or None
    UtcMs updatedAt = 0;

    [[nodiscard]] Location location() const { return Location::facility(id); }
};

struct Contact
{
    std::uint32_t id = 0;
    QString role; ///< Policy is the one for peering requests; NOC, Technical, Maintenance, Abuse, Sales ...
    QString name;
    QString email;
    QString phone;
    QString url;
    QString visibility; ///< Public, or Users: seen only by who is known to PeeringDB
};

/// One attachment of a network to an exchange's peering LAN (PeeringDB's netixlan).
struct Port
{
    std::uint32_t id = 0;
    Asn asn;
    std::uint32_t exchangeId = 0;
    std::uint32_t lanId = 0;
    IpAddress address4; ///< invalid for none
    IpAddress address6;
    std::uint32_t speedMbit = 0;
    std::uint32_t facilityId = 0; ///< where the network's side of the port stands, 0 for unknown
    bool operational = true;      ///< false: announced, not live
    bool routeServerPeer = false;
    bool bfd = false;
    UtcMs updatedAt = 0;

    [[nodiscard]] const IpAddress &address(Family family) const { return family == Family::IPv4 ? address4 : address6; }
};

/// One possible session: a port of ours and a port of theirs on the same LAN, in one family that both have.
struct PortPair
{
    std::uint32_t exchangeId = 0;
    std::uint32_t ownPortId = 0;
    std::uint32_t otherPortId = 0;
    IpAddress ownAddress;
    IpAddress otherAddress;
    std::uint32_t ownSpeedMbit = 0;
    std::uint32_t otherSpeedMbit = 0;
    bool ownOperational = true;
    bool otherOperational = true;
    bool onePrefix = true;          ///< false: the addresses lie in different prefixes of the LAN, it cannot come up
    bool bothAtRouteServer = false; ///< routes may be exchanged there without a session already
    bool sameFacility = false;      ///< both sides name one facility: the pair to prefer among redundant ones

    [[nodiscard]] Location location() const { return Location::exchange(exchangeId); }
    [[nodiscard]] Family family() const { return ownAddress.family(); }
    /// Both ports are live and can reach each other: what "possible" and "missing" count.
    [[nodiscard]] bool isUsable() const { return ownOperational && otherOperational && onePrefix; }
};

/// An exchange where both of two networks have ports, and every pair of them. `pairs` is empty where no
/// family is common to both; `ownPorts` and `otherPorts` then say which side lacks what.
struct SharedExchange
{
    std::uint32_t exchangeId = 0;
    QString name;
    QList<Port> ownPorts;
    QList<Port> otherPorts;
    QList<PortPair> pairs;

    [[nodiscard]] Location location() const { return Location::exchange(exchangeId); }
    /// Each side has at least one live port, of whatever family.
    [[nodiscard]] bool operationalOnBothSides() const { return anyOperational(ownPorts) && anyOperational(otherPorts); }
    [[nodiscard]] bool bothHave(Family family) const { return anyIn(ownPorts, family) && anyIn(otherPorts, family); }

private:
    [[nodiscard]] static bool anyOperational(const QList<Port> &ports)
    {
        for (const Port &port : ports) {
            if (port.operational)
                return true;
        }
        return false;
    }
    [[nodiscard]] static bool anyIn(const QList<Port> &ports, Family family)
    {
        for (const Port &port : ports) {
            if (port.address(family).isValid())
                return true;
        }
        return false;
    }
};

/// Another network as one of ours sees it: how much they share. Counts only, so that all partners of the
/// largest network cost milliseconds; the mirror answers the rest by ASN.
struct Partner
{
    Asn asn;
    int sharedExchanges = 0;
    int operationalExchanges = 0; ///< of those, with a live port on both sides
    int sharedFacilities = 0;
    int possibleSessions4 = 0; ///< usable pairs of ports (PortPair::isUsable)
    int possibleSessions6 = 0;
    int routeServerExchanges = 0; ///< shared exchanges where both are at the route server

    [[nodiscard]] int possibleSessions() const { return possibleSessions4 + possibleSessions6; }
};

/// What one of our exchanges is worth: how many others are there, and how many sessions with them are possible.
struct ExchangeReach
{
    std::uint32_t exchangeId = 0;
    int networks = 0;
    int possibleSessions = 0; ///< usable pairs of ports, both families
};

} // namespace peerdesk
