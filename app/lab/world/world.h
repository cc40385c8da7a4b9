// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace peerdesk::world {

/// How much of everything. `lab()` is what a person plays with, `real()` has the row counts of PeeringDB in 2026.
struct WorldSize
{
    int networks = 0;
    int exchanges = 0;
    int ports = 0;
    int facilities = 0;

    [[nodiscard]] static WorldSize lab() { return {3000, 200, 5200, 520}; }
    [[nodiscard]] static WorldSize real() { return {34513, 1320, 59024, 5855}; }
};

/// The networks of the lab's story. They keep their numbers, names and meeting places whatever seed and size the
/// world has.
namespace cast {
inline constexpr Asn desk{64496};
inline constexpr Asn approvesAll{64500};
inline constexpr Asn approvesPart{64501};
inline constexpr Asn asksPerson{64502};
inline constexpr Asn slowAndFaulty{64503};
} // namespace cast

/// When and whether a row is: every kind of row has it.
struct Stamp
{
    int id = 0;
    UtcMs created = 0;
    UtcMs updated = 0;
    bool deleted = false; ///< a tombstone: in increments, never in a dump
};

struct Organisation : Stamp
{
    QString name;
    int city = -1; ///< index into cities(), -1 for unknown
};

struct Facility : Stamp
{
    QString name;
    int organisation = 0; ///< index, as all references here
    int city = 0;
    bool hasCoordinates = true;
    double latitude = 0;
    double longitude = 0;
};

/// How much PeeringDB knows of where an exchange is.
enum class Placement { Facilities, CityOnly, Nowhere };

struct Exchange : Stamp
{
    QString name;
    int organisation = 0;
    int city = 0;
    Placement placement = Placement::Facilities;
    QList<int> facilities;
    IpPrefix lan4;
    IpPrefix lan6;
    Asn routeServers; ///< invalid for none
};

struct Network : Stamp
{
    Asn asn;
    QString name;
    QString slug;
    int organisation = 0;
    QString type;
    QString policy;    ///< policy_general, may be empty
    QString locations; ///< policy_locations
    QString contracts; ///< policy_contracts
    QString traffic;
    QString ratio;
    QString scope;
    QString notes;
    int prefixes4 = -1; ///< -1 for null
    int prefixes6 = -1;
    bool ipv6 = true;
    bool wantsRatio = false;
    bool neverViaRouteServers = false;
    bool hasLookingGlass = false;
    bool rirStatusOk = true;
};

struct Port : Stamp
{
    int network = 0;
    int exchange = 0;
    IpAddress address4; ///< invalid for none
    IpAddress address6;
    int speed = 0; ///< Mbit/s
    bool routeServerPeer = false;
    bool operational = true;
    int facility = -1;
};

struct NetworkFacility : Stamp
{
    int network = 0;
    int facility = 0;
};

struct ExchangeFacility : Stamp
{
    int exchange = 0;
    int facility = 0;
};

struct Contact : Stamp
{
    int network = 0;
    QString role;
    QString visible;
    QString name;
    QString email;
    QString phone;
};

/// An Internet that does not exist: invented companies that meet at invented exchanges in real cities, with
/// documentation and private numbers and addresses only (RFC 5398, RFC 6996, RFC 1918, RFC 2544, RFC 3849). One seed
/// and one size give one world, everywhere. The lab plays in it, tests and benches measure on it; dump.h writes it
/// down as PeeringDB would.
struct World
{
    UtcMs asOf = 0; ///< nothing in it is newer
    QList<Organisation> organisations;
    QList<Network> networks;
    QList<Exchange> exchanges;
    QList<Facility> facilities;
    QList<Port> ports;
    QList<ExchangeFacility> exchangeFacilities;
    QList<NetworkFacility> networkFacilities;
    QList<Contact> contacts;

    /// The index of a network, -1 for a stranger.
    [[nodiscard]] int indexOf(Asn asn) const;
    /// The exchange in that city that is the largest there, -1 for none: "Amsterdam".
    [[nodiscard]] int exchangeIn(const QString &city) const;
};

[[nodiscard]] World makeWorld(WorldSize size = WorldSize::lab(), std::uint64_t seed = 1);

} // namespace peerdesk::world
