// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecandidates.h"

#include <array>

namespace peerdesk::sample {
namespace {

struct City
{
    const char *exchange;
    const char *city;
    const char *country;
    double latitude;
    double longitude;
    LocationRow::Standing standing;
    int missing;
};

using Standing = LocationRow::Standing;

constexpr std::array cities = {
    City{"Main Exchange", "Frankfurt", "DE", 50.11, 8.68, Standing::SharedMissing, 14},
    City{"Kleine Weiche", "Frankfurt", "DE", 50.09, 8.6, Standing::SharedMissing, 2},
    City{"Grachten-IX", "Amsterdam", "NL", 52.37, 4.9, Standing::SharedMissing, 8},
    City{"Polder-IX", "Amsterdam", "NL", 52.3, 4.7, Standing::SharedPeered, 0},
    City{"Thames-IX", "London", "GB", 51.5, -0.1, Standing::SharedMissing, 4},
    City{"Seine-IX", "Paris", "FR", 48.85, 2.35, Standing::SharedOpen, 0},
    City{"Skerry-IX", "Stockholm", "SE", 59.33, 18.07, Standing::TheirsOnly, 0},
    City{"Navigli-IX", "Milan", "IT", 45.46, 9.19, Standing::OursOnly, 0},
    City{"Meseta-IX", "Madrid", "ES", 40.4, -3.7, Standing::SharedMissing, 1},
    City{"Vistula-IX", "Warsaw", "PL", 52.2, 21.0, Standing::TheirsOnly, 0},
    City{"Potomac Exchange", "Ashburn", "US", 39.04, -77.49, Standing::SharedMissing, 38},
    City{"Rainy Day Exchange", "Seattle", "US", 47.6, -122.3, Standing::SharedPeered, 0},
    City{"Palm-IX", "Los Angeles", "US", 34.05, -118.24, Standing::SharedMissing, 6},
    City{"Edo-IX", "Tokyo", "JP", 35.68, 139.69, Standing::SharedMissing, 120},
    City{"Merlion-IX", "Singapore", "SG", 1.35, 103.8, Standing::SharedMissing, 7},
    City{"Harbour-IX", "Hong Kong", "HK", 22.3, 114.17, Standing::TheirsOnly, 0},
    City{"Rand-IX", "Johannesburg", "ZA", -26.2, 28.04, Standing::OursOnly, 0},
    City{"Paulista-IX", "Sao Paulo", "BR", -23.55, -46.63, Standing::SharedMissing, 3},
    City{"Nowhere-IX", "", "", 0, 0, Standing::SharedMissing, 5},
};

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

PortPair pair(std::uint32_t exchange, Family family)
{
    PortPair pair;
    pair.exchangeId = exchange;
    const bool four = family == Family::IPv4;
    pair.ownAddress = *IpAddress::parse(four ? QStringLiteral("198.51.100.%1").arg(exchange)
                                             : QStringLiteral("2001:db8:%1::1").arg(exchange));
    pair.otherAddress = *IpAddress::parse(four ? QStringLiteral("198.51.100.%1").arg(100 + exchange)
                                               : QStringLiteral("2001:db8:%1::2").arg(exchange));
    return pair;
}

NetworkDetail::Meeting meeting(std::uint32_t id, const City &city)
{
    NetworkDetail::Meeting made;
    made.exchangeId = id;
    made.name = words(city.exchange);
    made.city = words(city.city);
    made.country = words(city.country);
    made.operational = id != 2;
    if (city.standing == Standing::TheirsOnly)
        made.side = NetworkDetail::Side::TheirsOnly;
    else if (city.standing == Standing::OursOnly)
        made.side = NetworkDetail::Side::OursOnly;
    if (made.side != NetworkDetail::Side::Shared)
        return made;
    const bool missing = city.standing == Standing::SharedMissing;
    auto four = missing ? (id % 3 == 0 ? SessionStanding::Established : SessionStanding::Missing)
                        : SessionStanding::Established;
    if (id == 5 || city.standing == Standing::SharedOpen)
        four = SessionStanding::Open;
    made.sessions.append({pair(id, Family::IPv4), four});
    if (id % 4 != 0)
        made.sessions.append({pair(id, Family::IPv6), missing ? SessionStanding::Missing : SessionStanding::Existing});
    made.source = id == 1 ? LocationSource::Both : LocationSource::PeeringDbOnly;
    return made;
}

} // namespace

UtcMs now()
{
    return fromRfc3339(QStringLiteral("2026-11-23T16:00:00Z"));
}

Asn own()
{
    return Asn(64496);
}

QList<NetworkRow> networks(int count)
{
    static const std::array names = {"Nordic Fibre",    "Aurora Content", "Kestrel Hosting",    "Pacific Transit",
                                     "Summit Media",    "Baltic Cloud",   "Delta Edge",         "Orchard Games",
                                     "Harbour Cable",   "Mesa Wireless",  "Sierra ISP",         "Lumen Valley Research",
                                     "Tundra Networks", "Copperline",     "Quay Street Telecom"};
    static const std::array policies = {"Open", "Open", "Selective", "Open", "Restrictive", "No"};
    static const std::array bands = {"100+Tbps", "50-100Tbps", "1-5Gbps", "10-20Gbps", "100-1000Mbps", ""};
    static const std::array ratios = {"Balanced", "Mostly Outbound", "Heavy Inbound", "Mostly Inbound"};
    static const std::array types = {"NSP", "Content", "Cable/DSL/ISP", "Non-Profit"};
    QList<NetworkRow> rows;
    rows.reserve(count);
    for (int i = 0; i < count; ++i) {
        NetworkRow row;
        row.asn =
            i < 15 ? Asn(64500U + static_cast<std::uint32_t>(i)) : Asn(4'200'000'000U + static_cast<std::uint32_t>(i));
        const QString name = words(names.at(static_cast<std::size_t>(i) % names.size()));
        row.name = i == 2 ? QString() : i < 15 ? name : QStringLiteral("%1 %2").arg(name).arg(i);
        row.policy = words(policies.at(static_cast<std::size_t>(i) % policies.size()));
        row.traffic = words(bands.at(static_cast<std::size_t>(i) % bands.size()));
        row.ratio = words(ratios.at(static_cast<std::size_t>(i) % ratios.size()));
        row.types = {words(types.at(static_cast<std::size_t>(i) % types.size()))};
        row.scope = QStringLiteral("Global");
        if (i % 5 != 3)
            row.prefixes4 = static_cast<std::uint32_t>(300'000 / (i + 1));
        if (i % 5 == 0)
            row.prefixes6 = static_cast<std::uint32_t>(250'000 / (i + 1));
        row.ipv6 = i % 7 != 4;
        row.neverViaRouteServers = i % 9 == 0;
        row.updatedAt = now() - UtcMs(i + 1) * 86'400'000;
        row.sharedExchanges = 251 / (i + 1);
        row.operationalExchanges = row.sharedExchanges - (i % 2);
        row.routeServerExchanges = i % 3;
        row.possibleSessions = 2 * row.sharedExchanges;
        row.missingSessions = i % 6 == 5 ? 0 : 38 / (i + 1) + (i < 15 ? 1 : 0);
        row.presentSessions = i % 4;
        row.hidden = i == 1;
        row.relation = i == 1 ? Relation::Kind::Customer : Relation::Kind::None;
        row.hasEndpoint = i < 4;
        rows.append(row);
    }
    return rows;
}

QList<LocationRow> locations()
{
    QList<LocationRow> rows;
    for (std::size_t i = 0; i < cities.size(); ++i) {
        const City &city = cities.at(i);
        LocationRow row;
        row.exchangeId = static_cast<std::uint32_t>(i + 1);
        row.name = words(city.exchange);
        row.city = words(city.city);
        row.country = words(city.country);
        row.standing = city.standing;
        row.ours = city.standing != Standing::TheirsOnly;
        row.networks = 40 + static_cast<int>(i) * 13;
        row.candidates = row.networks / 3;
        row.missingSessions = city.missing;
        row.openSessions = city.standing == Standing::SharedOpen ? 3 : 0;
        row.possibleSessions = city.missing * 2 + 10;
        if (city.latitude != 0)
            row.position = {city.latitude, city.longitude,
                            i % 3 == 1 ? Position::Source::City : Position::Source::Facilities};
        rows.append(row);
    }
    return rows;
}

NetworkDetail detail(Asn other)
{
    NetworkDetail detail;
    Network &network = detail.network;
    network.asn = other;
    network.name = QStringLiteral("Nordic Fibre");
    network.types = {QStringLiteral("NSP")};
    network.scope = QStringLiteral("Global");
    network.policy = QStringLiteral("Open");
    network.policyContracts = QStringLiteral("Not Required");
    network.policyUrl = QStringLiteral("https://nordic.example/peering");
    network.prefixes4 = 300'000;
    network.asSet = QStringLiteral("AS-NORDIC");
    network.traffic = QStringLiteral("100+Tbps");
    network.ratio = QStringLiteral("Balanced");
    network.lookingGlass = QStringLiteral("https://lg.nordic.example");
    network.website = QStringLiteral("javascript:alert(1)");
    network.notes = QStringLiteral("We peer with <b>everybody</b> who asks.\nPlease name the exchange in the subject.");
    network.registryStatus = QStringLiteral("ok");
    network.updatedAt = now() - UtcMs(40) * 86'400'000;
    Contact contact;
    contact.role = QStringLiteral("Policy");
    contact.name = QStringLiteral("Peering desk");
    contact.email = QStringLiteral("peering@nordic.example");
    detail.contacts = {contact};
    detail.contactsKnown = true;
    NetworkEndpoint endpoint;
    endpoint.baseUrl = QUrl(QStringLiteral("https://peering.nordic.example/v1"));
    detail.endpoint = endpoint;
    detail.locationsAskedAt = now() - 3'600'000;
    for (std::size_t i = 0; i < cities.size(); ++i)
        detail.exchanges.append(meeting(static_cast<std::uint32_t>(i + 1), cities.at(i)));
    for (const auto &meeting : std::as_const(detail.exchanges)) {
        for (const auto &session : meeting.sessions)
            detail.missingSessions += session.standing == SessionStanding::Missing ? 1 : 0;
    }
    NetworkDetail::House house;
    house.facilityId = 7;
    house.name = QStringLiteral("Old Post Office");
    house.city = QStringLiteral("Frankfurt");
    house.country = QStringLiteral("DE");
    detail.facilities = {house};
    detail.relation.ownAsn = own();
    detail.relation.otherAsn = other;
    return detail;
}

QList<Asn> networksAt(std::uint32_t exchangeId)
{
    QList<Asn> there;
    const QList<NetworkRow> rows = networks();
    for (int i = static_cast<int>(exchangeId % 3); i < rows.size(); i += 3)
        there.append(rows.at(i).asn);
    return there;
}

SessionReport report(int rows)
{
    static constexpr std::array approvals = {Approval::Approved, Approval::Approved, Approval::Rejected,
                                             Approval::Pending, Approval::Approved};
    static constexpr std::array connections = {Connection::Established, Connection::NotConfigured,
                                               Connection::NotConfigured, Connection::NotConfigured,
                                               Connection::Unestablished};
    SessionReport report;
    report.query.ownAsn = own();
    report.query.from = now() - UtcMs(30) * 86'400'000;
    report.query.until = now();
    report.ownName = QStringLiteral("Example Networks");
    report.madeAt = now();
    const QList<NetworkRow> others = networks();
    const QList<LocationRow> places = locations();
    for (int i = 0; i < rows; ++i) {
        ReportRow row;
        row.session.id = QStringLiteral("session%1").arg(i);
        row.session.ownAsn = own();
        row.session.proposal.initiator = own();
        row.session.proposal.receiver = others.at(i % others.size()).asn;
        const auto place = static_cast<std::uint32_t>(i % places.size() + 1);
        const PortPair ports = pair(place, i % 2 ? Family::IPv6 : Family::IPv4);
        row.session.proposal.initiatorAddress = ports.ownAddress;
        row.session.proposal.receiverAddress = ports.otherAddress;
        row.session.proposal.location = Location::exchange(place);
        row.session.approval = approvals.at(static_cast<std::size_t>(i) % approvals.size());
        row.session.connection = connections.at(static_cast<std::size_t>(i) % connections.size());
        row.session.createdAt = now() - UtcMs(i) * 9'000'000;
        if (row.session.approval == Approval::Rejected)
            row.session.reason = QStringLiteral("We leave this exchange in December.");
        row.networkName = others.at(i % others.size()).name;
        row.locationName = places.at(i % places.size()).name;
        if (row.session.approval != Approval::Pending)
            row.toDecision = UtcMs(i + 1) * 700'000;
        if (row.session.connection == Connection::Established)
            row.toEstablished = UtcMs(i + 1) * 2'500'000;
        ++report.counts[row.session.status()];
        report.rows.append(row);
    }
    report.toDecision = {rows, 8'000'000, 30'000'000, 42'000'000};
    return report;
}

} // namespace peerdesk::sample
