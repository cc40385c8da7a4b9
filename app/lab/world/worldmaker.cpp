// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/worldmaker.h"

#include "world/cities.h"
#include "world/meetingmaker.h"
#include "world/names.h"
#include "world/story.h"

#include <algorithm>
#include <array>

namespace peerdesk::world {

namespace {

constexpr UtcMs day = 24LL * 3600 * 1000;
constexpr UtcMs asOf = 1'795'132'800'000; // 2026-11-20T00:00:00Z

constexpr std::array types = {"NSP",        "Content",          "Cable/DSL/ISP",   "Enterprise", "Educational/Research",
                              "Non-Profit", "Network Services", "Route Collector", "Government", ""};
constexpr std::array policies = {"Open", "Open", "Open", "Open", "Selective", "Selective", "Restrictive", "No", ""};
constexpr std::array locationPolicies = {"Not Required",
                                         "Not Required",
                                         "Not Required",
                                         "Preferred",
                                         "Required - US",
                                         "Required - EU",
                                         "Required - International"};
constexpr std::array contractPolicies = {"Not Required", "Not Required", "Not Required",
                                         "Private Only", "Required",     ""};
constexpr std::array traffics = {
    "",          "0-20Mbps",   "20-100Mbps",  "100-1000Mbps", "1-5Gbps",     "5-10Gbps",     "10-20Gbps",
    "20-50Gbps", "50-100Gbps", "100-200Gbps", "200-300Gbps",  "300-500Gbps", "500-1000Gbps", "1-5Tbps",
    "5-10Tbps",  "10-20Tbps",  "20-50Tbps",   "50-100Tbps",   "100+Tbps"};
constexpr std::array ratios = {"",         "Not Disclosed",  "Heavy Outbound", "Mostly Outbound",
                               "Balanced", "Mostly Inbound", "Heavy Inbound"};
constexpr std::array scopes = {"",       "Not Disclosed", "Regional", "North America", "Asia Pacific",
                               "Europe", "South America", "Africa",   "Australia",     "Middle East",
                               "Global"};

template<class List> QString oneOf(Dice &dice, const List &list)
{
    return QString::fromUtf8(dice.pick(list));
}

Asn asnOfRank(int rank)
{
    // RFC 5398's numbers first: 64496-64511 and 65536-65551, without those of the cast; then RFC 6996's private
    // ones, scattered so that rank does not show in the number.
    static const QList<std::uint32_t> documentation = [] {
        QList<std::uint32_t> numbers;
        for (std::uint32_t offset = 0; offset < 16; ++offset) {
            const Asn low(64496 + offset);
            if (low != cast::desk && (low < cast::approvesAll || low > cast::slowAndFaulty))
                numbers.append(low.number());
            numbers.append(65536 + offset);
        }
        return numbers;
    }();
    if (rank < documentation.size())
        return Asn(documentation.at(rank));
    constexpr std::uint64_t field = 94'967'279; // prime, and 4200000000 + field stays below 4294967294
    const auto scattered = static_cast<std::uint64_t>(rank) * 7'654'321 % field;
    return Asn(static_cast<std::uint32_t>(4'200'000'000ULL + scattered));
}

} // namespace

Stamp nextStamp(Dice &dice, int &lastId)
{
    lastId += 1 + (dice.chance(0.25) ? dice.below(4) : 0);
    const auto age = static_cast<UtcMs>(dice.unit() * dice.unit() * 1800 * static_cast<double>(day));
    const UtcMs updated = (asOf - age) / 1000 * 1000; // PeeringDB keeps whole seconds
    return {lastId, updated - dice.below(1500) * day, updated, false};
}

World makeWorld(WorldSize size, std::uint64_t seed)
{
    return WorldMaker(size, seed).make();
}

WorldMaker::WorldMaker(WorldSize size, std::uint64_t seed)
    : m_size(size)
    , m_dice(seed)
{
    m_world.asOf = asOf;
}

World WorldMaker::make()
{
    makeFacilities();
    makeExchanges();
    makeNetworks();
    nameCast(m_world);
    nameOddities(m_world);
    MeetingMaker(m_world, m_dice).make(m_size.ports);
    makeContacts();
    buryRows();
    return std::move(m_world);
}

int WorldMaker::organisation(const QString &name, int city)
{
    m_world.organisations.append({nextStamp(m_dice, m_lastId.organisation), name, city});
    return static_cast<int>(m_world.organisations.size()) - 1;
}

void WorldMaker::makeFacilities()
{
    const int cityCount = static_cast<int>(cities().size());
    m_facilitiesOfCity.resize(cityCount);
    for (int index = 0; index < m_size.facilities; ++index) {
        const int where = index % cityCount;
        const City &city = cities()[static_cast<size_t>(where)];
        const int round = index / cityCount;
        auto facility = newRow<Facility>(m_dice, m_lastId.facility);
        facility.name = QStringLiteral("%1 %2").arg(facilityBrand(where * 5 + round), QString::fromUtf8(city.name));
        if (round > 0)
            facility.name += QStringLiteral(" %1").arg(round + 1);
        facility.city = where;
        facility.organisation = organisation(facility.name + QStringLiteral(" Estates"), where);
        // The first house of a city is always on the map, so that an exchange can be placed by it.
        facility.hasCoordinates = round == 0 || !m_dice.chance(0.06);
        facility.latitude = city.latitude + (m_dice.unit() - 0.5) * 0.16;
        facility.longitude = city.longitude + (m_dice.unit() - 0.5) * 0.24;
        m_facilitiesOfCity[where].append(index);
        m_world.facilities.append(facility);
    }
}

void WorldMaker::makeExchanges()
{
    const int cityCount = static_cast<int>(cities().size());
    const int alone = std::min(m_size.exchanges * 9 / 10, cityCount); // the others are second exchanges of large cities
    for (int rank = 0; rank < m_size.exchanges; ++rank) {
        const bool first = rank < alone;
        const int round = first ? 0 : 1 + (rank - alone) / cityCount;
        auto exchange = newRow<Exchange>(m_dice, m_lastId.exchange);
        exchange.city = first ? rank : (rank - alone) % cityCount;
        const QString city = QString::fromUtf8(cities()[static_cast<size_t>(exchange.city)].name);
        exchange.name = QStringLiteral("%1 %2").arg(exchangeBrand(exchange.city * 5 + round), city);
        exchange.organisation = organisation(exchange.name + QStringLiteral(" Association"), exchange.city);
        placeExchange(exchange, rank);
        m_world.exchanges.append(exchange);
    }
}

void WorldMaker::placeExchange(Exchange &exchange, int rank)
{
    const double roll = m_dice.unit();
    if (!isStoryExchange(rank) && roll < 0.04) {
        exchange.placement = Placement::Nowhere;
        return;
    }
    if (!isStoryExchange(rank) && roll < 0.20) {
        exchange.placement = Placement::CityOnly;
        return;
    }
    const QList<int> &here = m_facilitiesOfCity.at(exchange.city);
    const int count = std::min(static_cast<int>(here.size()), rank < 20 ? 4 : m_dice.between(1, 3));
    exchange.facilities = here.mid(0, count);
}

void WorldMaker::makeNetworks()
{
    m_world.networks.reserve(m_size.networks);
    for (int rank = 0; rank < m_size.networks; ++rank) {
        auto network = newRow<Network>(m_dice, m_lastId.network);
        network.asn = asnOfRank(rank);
        network.name = companyName(rank);
        network.slug = slugOf(network.name);
        // One organisation in twenty has a second network.
        const bool sister = rank > 100 && m_dice.chance(0.05);
        network.organisation = sister ? m_world.networks.last().organisation
                                      : organisation(network.name, m_dice.below(static_cast<int>(cities().size())));
        describe(network, rank);
        m_world.networks.append(network);
    }
}

void WorldMaker::describe(Network &network, int rank)
{
    network.type = oneOf(m_dice, types);
    network.policy = oneOf(m_dice, policies);
    network.locations = oneOf(m_dice, locationPolicies);
    network.contracts = oneOf(m_dice, contractPolicies);
    // Large networks carry more; a tenth of all say nothing.
    const int ceiling = rank < 30 ? 19 : rank < 300 ? 15 : 10;
    network.traffic =
        m_dice.chance(0.1) ? QString() : QString::fromUtf8(traffics[static_cast<size_t>(m_dice.below(ceiling))]);
    network.ratio = oneOf(m_dice, ratios);
    network.scope = oneOf(m_dice, scopes);
    network.prefixes4 = m_dice.chance(0.05)  ? -1
                        : m_dice.chance(0.1) ? 0
                                             : m_dice.between(1, 40) * (rank < 300 ? 250 : 5);
    network.ipv6 = m_dice.chance(0.9);
    network.prefixes6 = m_dice.chance(0.05) ? -1 : network.ipv6 ? m_dice.between(1, 40) * (rank < 300 ? 50 : 1) : 0;
    network.wantsRatio = m_dice.chance(0.1);
    network.neverViaRouteServers = m_dice.chance(0.04);
    network.hasLookingGlass = m_dice.chance(0.3);
    network.rirStatusOk = !m_dice.chance(0.01);
    if (m_dice.chance(0.3))
        network.notes = QStringLiteral("Sessions on both families preferred.\nTraffic peaks at %1:00 UTC.")
                            .arg(m_dice.between(16, 22));
}

void WorldMaker::makeContacts()
{
    static constexpr std::array roles = {"Policy",      "NOC",   "Technical",       "Abuse",
                                         "Maintenance", "Sales", "Public Relations"};
    static constexpr std::array people = {"Ada",   "Björn", "Chiara", "Dmitri", "Esi",
                                          "Farid", "Grace", "Hana",   "Ivo",    "Joana"};
    for (int index = 0; index < m_world.networks.size(); ++index) {
        const Network &network = m_world.networks.at(index);
        const bool ofTheStory = isCast(network.asn);
        // One network in ten names nobody, as in life.
        const int count = ofTheStory ? 3 : m_dice.chance(0.1) ? 0 : m_dice.between(1, 3);
        for (int which = 0; which < count; ++which) {
            const QString role = QString::fromUtf8(roles[static_cast<size_t>(ofTheStory ? which : m_dice.below(7))]);
            auto contact = newRow<Contact>(m_dice, m_lastId.contact);
            contact.network = index;
            contact.role = role;
            contact.visible = m_dice.chance(0.1) ? QStringLiteral("Public") : QStringLiteral("Users");
            contact.name = m_dice.chance(0.4) ? oneOf(m_dice, people) : role + QStringLiteral(" desk");
            contact.email = QStringLiteral("%1@%2.example").arg(slugOf(role), network.slug);
            if (m_dice.chance(0.5))
                contact.phone =
                    QStringLiteral("+99900%1").arg(m_dice.between(100'000, 999'999)); // +999 is assigned to nobody
            m_world.contacts.append(contact);
        }
    }
}

void WorldMaker::buryRows()
{
    // Two rows in a thousand are gone; nobody of the story is.
    for (Port &port : m_world.ports)
        port.deleted = !isCast(m_world.networks.at(port.network).asn) && m_dice.chance(0.002);
    for (Contact &contact : m_world.contacts)
        contact.deleted = !isCast(m_world.networks.at(contact.network).asn) && m_dice.chance(0.002);
}

} // namespace peerdesk::world
