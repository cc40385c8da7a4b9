// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirrorvalues.h"

namespace peerdesk {
namespace {

UtcMs toMs(Seconds seconds)
{
    return UtcMs(seconds) * 1000;
}

std::optional<std::uint32_t> limitOf(std::uint32_t prefixes)
{
    return prefixes == 0 ? std::nullopt : std::optional(prefixes);
}

} // namespace

Network toNetwork(const MirrorRecords &records, const NetworkRecord &record)
{
    const auto text = [&records](TextRef ref) { return records.pool.text(ref); };
    const auto word = [&records](WordId id) { return records.words.word(id); };
    Network network;
    network.id = record.id;
    network.organizationId = record.organizationId;
    network.asn = Asn(record.asn);
    network.name = text(record.name);
    network.alsoKnownAs = text(record.alsoKnownAs);
    network.longName = text(record.longName);
    network.website = text(record.website);
    network.asSet = text(record.asSet);
    network.lookingGlass = text(record.lookingGlass);
    network.routeServer = text(record.routeServer);
    network.statusDashboard = text(record.statusDashboard);
    network.notes = text(record.notes);
    const WordId types = record.types == WordId() ? record.type : record.types;
    network.types = word(types).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    network.traffic = word(record.traffic);
    network.ratio = word(record.ratio);
    network.scope = word(record.scope);
    network.prefixes4 = limitOf(record.prefixes4);
    network.prefixes6 = limitOf(record.prefixes6);
    network.unicast = record.unicast;
    network.multicast = record.multicast;
    network.ipv6 = record.ipv6;
    network.neverViaRouteServers = record.neverViaRouteServers;
    network.policy = word(record.policy);
    network.policyLocations = word(record.policyLocations);
    network.policyContracts = word(record.policyContracts);
    network.policyUrl = text(record.policyUrl);
    network.policyRatio = record.policyRatio;
    network.registryStatus = word(record.registryStatus);
    network.createdAt = toMs(record.created);
    network.updatedAt = toMs(record.updated);
    network.portsUpdatedAt = toMs(record.portsUpdated);
    return network;
}

Organization toOrganization(const MirrorRecords &records, const OrganizationRecord &record)
{
    return {record.id, records.pool.text(record.name), records.pool.text(record.website),
            records.words.word(record.city), records.words.word(record.country)};
}

Contact toContact(const MirrorRecords &records, const ContactRecord &record)
{
    const auto text = [&records](TextRef ref) { return records.pool.text(ref); };
    return {record.id,
            records.words.word(record.role),
            text(record.name),
            text(record.email),
            text(record.phone),
            text(record.url),
            records.words.word(record.visibility)};
}

Exchange toExchange(const MirrorRecords &records, const ExchangeRecord &record)
{
    const auto text = [&records](TextRef ref) { return records.pool.text(ref); };
    const auto word = [&records](WordId wordId) { return records.words.word(wordId); };
    Exchange exchange;
    exchange.id = record.id;
    exchange.organizationId = record.organizationId;
    exchange.name = record.readyName;
    exchange.alsoKnownAs = text(record.alsoKnownAs);
    exchange.longName = text(record.longName);
    exchange.city = word(record.city);
    exchange.country = word(record.country);
    exchange.region = word(record.region);
    exchange.website = text(record.website);
    exchange.statisticsUrl = text(record.statisticsUrl);
    exchange.technicalEmail = text(record.technicalEmail);
    exchange.policyEmail = text(record.policyEmail);
    exchange.notes = text(record.notes);
    exchange.position = record.position;
    const auto prefixes = run(records.prefixes, record.firstPrefix, record.prefixes);
    exchange.lanPrefixes = QList<IpPrefix>(prefixes.begin(), prefixes.end());
    const auto facilities = run(records.exchangeFacilities, record.firstFacility, record.facilities);
    exchange.facilityIds = QList<std::uint32_t>(facilities.begin(), facilities.end());
    exchange.networkCount = static_cast<int>(record.presences);
    exchange.updatedAt = toMs(record.updated);
    return exchange;
}

Facility toFacility(const MirrorRecords &records, const FacilityRecord &record)
{
    const auto text = [&records](TextRef ref) { return records.pool.text(ref); };
    const auto word = [&records](WordId wordId) { return records.words.word(wordId); };
    Facility facility;
    facility.id = record.id;
    facility.organizationId = record.organizationId;
    facility.name = text(record.name);
    facility.alsoKnownAs = text(record.alsoKnownAs);
    facility.address = text(record.street);
    if (record.street.length > 0 && record.zipCode.length > 0)
        facility.address += QLatin1String(", ");
    facility.address += text(record.zipCode);
    facility.city = word(record.city);
    facility.state = word(record.state);
    facility.country = word(record.country);
    facility.website = text(record.website);
    if (record.isPlaced())
        facility.position = {record.latitude, record.longitude, Position::Source::Facilities};
    facility.updatedAt = toMs(record.updated);
    return facility;
}

IpAddress address4(const PortRecord &port)
{
    return port.has4() ? IpAddress(Family::IPv4, port.address4.bytes) : IpAddress();
}

IpAddress address6(const PortRecord &port)
{
    return port.has6() ? IpAddress(Family::IPv6, port.address6.bytes) : IpAddress();
}

Port toPort(const MirrorRecords &records, const PortRecord &record)
{
    Port port;
    port.id = record.id;
    port.asn = Asn(records.networks[record.network].asn);
    port.exchangeId = records.exchanges[record.exchange].id;
    port.lanId = record.lanId;
    port.address4 = address4(record);
    port.address6 = address6(record);
    port.speedMbit = record.speed;
    port.facilityId = record.facilityId;
    port.operational = record.operational;
    port.routeServerPeer = record.routeServerPeer;
    port.bfd = record.bfd;
    port.updatedAt = toMs(record.updated);
    return port;
}

} // namespace peerdesk
