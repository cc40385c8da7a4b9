// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/meetingmaker.h"

#include "world/names.h"
#include "world/story.h"
#include "world/worldmaker.h"

#include <QHash>

#include <array>

namespace peerdesk::world {

namespace {

constexpr double connectedShare = 0.51; ///< half of PeeringDB's networks are at no exchange
constexpr int routeServerCount = 24;    ///< exchanges whose route servers have a network of their own
constexpr int firstRouteServerIndex = 200;
constexpr std::array speeds = {100,    1000,   1000,   1000,    10'000,  10'000, 10'000,
                               10'000, 20'000, 40'000, 100'000, 100'000, 400'000};

IpAddress ip4(std::uint32_t number)
{
    IpAddress::Bytes bytes = {};
    for (size_t index = 0; index < 4; ++index)
        bytes[index] = static_cast<std::uint8_t>(number >> (24 - 8 * index));
    return {Family::IPv4, bytes};
}

IpAddress ip6(std::array<unsigned, 8> groups)
{
    IpAddress::Bytes bytes = {};
    for (size_t index = 0; index < 8; ++index) {
        bytes[2 * index] = static_cast<std::uint8_t>(groups[index] >> 8);
        bytes[2 * index + 1] = static_cast<std::uint8_t>(groups[index]);
    }
    return {Family::IPv6, bytes};
}

/// As exchanges do: the port's last groups spell the ASN in decimal, then the number of the port there.
IpAddress ip6OnLan(int exchangeId, Asn asn, int ordinal)
{
    const auto decimalGroup = [](std::uint32_t number) {
        bool ok = false;
        return QString::number(number % 10'000).toUInt(&ok, 16);
    };
    const std::uint32_t number = asn.number();
    return ip6({0x2001, 0xdb8, static_cast<unsigned>(exchangeId), 0, decimalGroup(number / 100'000'000),
                decimalGroup(number / 10'000), decimalGroup(number), static_cast<unsigned>(ordinal)});
}

/// Hands out IPv4 blocks: 198.18.0.0/15 (RFC 2544) first, then 10.0.0.0/8 (RFC 1918).
class LanSpace
{
public:
    IpPrefix take(int addresses)
    {
        int length = 24;
        while ((1 << (32 - length)) < addresses)
            --length;
        const std::uint32_t size = 1U << (32 - length);
        if (aligned(m_next, size) + size > m_end) {
            m_next = 0x0A000000; // 10.0.0.0
            m_end = 0x0B000000;
        }
        const std::uint32_t first = aligned(m_next, size);
        m_next = first + size;
        return {ip4(first), length};
    }

private:
    static std::uint32_t aligned(std::uint32_t address, std::uint32_t size)
    {
        return (address + size - 1) / size * size;
    }

    std::uint32_t m_next = 0xC6120000; // 198.18.0.0
    std::uint32_t m_end = 0xC6140000;  // 198.20.0.0
};

} // namespace

MeetingMaker::MeetingMaker(World &world, Dice &dice)
    : m_world(world)
    , m_dice(dice)
{
}

void MeetingMaker::make(int ports)
{
    m_world.ports.reserve(ports);
    placeCast();
    placeRouteServers();
    connectNetworks(ports);
    numberLans();
    makePresences();
}

Port &MeetingMaker::addPort(int network, int exchange)
{
    auto port = newRow<Port>(m_dice, m_lastId.port);
    port.network = network;
    port.exchange = exchange;
    port.speed = m_dice.pick(speeds);
    port.routeServerPeer = m_dice.chance(0.55) && !m_world.networks.at(network).neverViaRouteServers;
    port.operational = !m_dice.chance(0.01);
    const QList<int> &houses = m_world.exchanges.at(exchange).facilities;
    if (!houses.isEmpty() && m_dice.chance(0.2))
        port.facility = m_dice.pick(houses);
    m_present.insert({network, exchange});
    m_world.ports.append(port);
    return m_world.ports.last();
}

void MeetingMaker::placeCast()
{
    for (const StoryPort &story : storyPorts()) {
        Port &port = addPort(m_world.indexOf(story.asn), story.rank);
        port.speed = story.asn == cast::desk ? 100'000 : 10'000;
        port.operational = story.oddity != StoryPort::Oddity::NotOperational;
    }
}

void MeetingMaker::placeRouteServers()
{
    for (int rank = 0; rank < routeServerCount; ++rank) {
        const int index = firstRouteServerIndex + rank;
        Network &network = m_world.networks[index];
        Exchange &exchange = m_world.exchanges[rank];
        network.name = exchange.name + QStringLiteral(" Route Servers");
        network.slug = slugOf(network.name);
        network.type = QStringLiteral("Route Server");
        network.policy = QStringLiteral("Open");
        network.organisation = exchange.organisation;
        exchange.routeServers = network.asn;
        for (int which = 0; which < 2; ++which) {
            Port &port = addPort(index, rank);
            port.operational = true;
            port.routeServerPeer = false;
        }
    }
}

void MeetingMaker::connectNetworks(int ports)
{
    const int exchangeCount = static_cast<int>(m_world.exchanges.size());
    const RankDice networks(static_cast<int>(connectedShare * static_cast<double>(m_world.networks.size())), 0.65);
    const RankDice exchanges(exchangeCount, 0.75);
    QHash<int, int> presences; // networks' numbers of exchanges
    while (m_world.ports.size() < ports) {
        const int network = networks.draw(m_dice);
        const int exchange = exchanges.draw(m_dice);
        const bool routeServer = network >= firstRouteServerIndex && network < firstRouteServerIndex + routeServerCount;
        if (isCast(m_world.networks.at(network).asn) || routeServer)
            continue;
        // A second or third port where a network is already, but seldom; nobody is at more than every fourth exchange.
        const bool there = m_present.contains({network, exchange});
        if (there ? m_dice.chance(0.93) : presences.value(network) * 4 >= exchangeCount)
            continue;
        if (!there)
            ++presences[network];
        addPort(network, exchange);
    }
}

void MeetingMaker::numberLans()
{
    QList<QList<Port *>> portsOfExchange(m_world.exchanges.size());
    for (Port &port : m_world.ports)
        portsOfExchange[port.exchange].append(&port);
    const QList<StoryPort> story = storyPorts();
    LanSpace space;
    for (int index = 0; index < m_world.exchanges.size(); ++index) {
        Exchange &exchange = m_world.exchanges[index];
        const QList<Port *> &here = portsOfExchange.at(index);
        exchange.lan4 = space.take(2 * static_cast<int>(here.size()) + 8);
        exchange.lan6 = IpPrefix(ip6OnLan(exchange.id, Asn(), 0), 64);
        const IpAddress::Bytes &network = exchange.lan4.network().bytes();
        std::uint32_t host = std::uint32_t{network[0]} << 24 | network[1] << 16 | network[2] << 8 | network[3];
        QHash<int, int> ordinals;
        for (Port *port : here) {
            host += m_dice.chance(0.3) ? 2 : 1;
            const Asn asn = m_world.networks.at(port->network).asn;
            const double family = m_dice.unit();
            const bool cast = isCast(asn);
            if (cast || family > 0.01)
                port->address4 = ip4(host);
            const int ordinal = ++ordinals[port->network];
            if (cast || family < 0.93)
                port->address6 = ip6OnLan(exchange.id, asn, ordinal);
        }
        for (const StoryPort &odd : story) {
            for (Port *port : here) {
                if (odd.rank == index && odd.oddity == StoryPort::Oddity::NoIpv6
                    && m_world.networks.at(port->network).asn == odd.asn)
                    port->address6 = {};
            }
        }
    }
}

void MeetingMaker::makePresences()
{
    for (int exchange = 0; exchange < m_world.exchanges.size(); ++exchange) {
        for (const int facility : m_world.exchanges.at(exchange).facilities)
            m_world.exchangeFacilities.append({nextStamp(m_dice, m_lastId.exchangeFacility), exchange, facility});
    }
    QSet<QPair<int, int>> seen; // (network, facility)
    for (const Port &port : m_world.ports) {
        const QList<int> &houses = m_world.exchanges.at(port.exchange).facilities;
        const bool cast = isCast(m_world.networks.at(port.network).asn);
        if (houses.isEmpty() || (!cast && m_dice.chance(0.4)))
            continue;
        const QPair<int, int> presence(port.network, port.facility >= 0 ? port.facility : m_dice.pick(houses));
        if (seen.contains(presence))
            continue;
        seen.insert(presence);
        m_world.networkFacilities.append(
            {nextStamp(m_dice, m_lastId.networkFacility), presence.first, presence.second});
    }
}

} // namespace peerdesk::world
