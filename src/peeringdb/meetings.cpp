// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/meetings.h"

#include "peeringdb/mirrorvalues.h"

#include <algorithm>

namespace peerdesk {
namespace {

/// What a pair of ports is in one family.
struct Facing
{
    bool possible = false;  ///< both have the family, on one LAN
    bool onePrefix = false; ///< and can reach each other
};

Facing facing(const PortRecord &own, const PortRecord &other, Family family)
{
    if (own.lanId != other.lanId)
        return {};
    if (family == Family::IPv4)
        return {own.has4() && other.has4(), own.prefix4 != 0 && own.prefix4 == other.prefix4};
    return {own.has6() && other.has6(), own.prefix6 != 0 && own.prefix6 == other.prefix6};
}

SharedExchange sharedAt(const MirrorRecords &records, const Presence &own, const Presence &other)
{
    const ExchangeRecord &exchange = records.exchanges[own.exchange];
    const auto ownPorts = run(records.ports, own.firstPort, own.ports);
    const auto otherPorts = run(records.ports, other.firstPort, other.ports);
    SharedExchange shared;
    shared.exchangeId = exchange.id;
    shared.name = exchange.readyName;
    shared.pairs.reserve(2 * static_cast<qsizetype>(ownPorts.size()) * static_cast<qsizetype>(otherPorts.size()));
    shared.ownPorts.reserve(static_cast<qsizetype>(ownPorts.size()));
    shared.otherPorts.reserve(static_cast<qsizetype>(otherPorts.size()));
    for (const PortRecord &mine : ownPorts)
        shared.ownPorts.append(toPort(records, mine));
    for (const PortRecord &theirs : otherPorts)
        shared.otherPorts.append(toPort(records, theirs));
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        for (const PortRecord &mine : ownPorts) {
            for (const PortRecord &theirs : otherPorts) {
                const Facing face = facing(mine, theirs, family);
                if (!face.possible)
                    continue;
                const bool v4 = family == Family::IPv4;
                shared.pairs.append({exchange.id, mine.id, theirs.id, v4 ? address4(mine) : address6(mine),
                                     v4 ? address4(theirs) : address6(theirs), mine.speed, theirs.speed,
                                     mine.operational, theirs.operational, face.onePrefix,
                                     mine.routeServerPeer && theirs.routeServerPeer,
                                     mine.facilityId != 0 && mine.facilityId == theirs.facilityId});
            }
        }
    }
    return shared;
}

void countPairs(const MirrorRecords &records, const Presence &own, const Presence &other, Partner &partner)
{
    bool ownLive = false;
    bool otherLive = false;
    bool routeServer = false;
    for (const PortRecord &mine : run(records.ports, own.firstPort, own.ports)) {
        ownLive |= mine.operational;
        for (const PortRecord &theirs : run(records.ports, other.firstPort, other.ports)) {
            otherLive |= theirs.operational;
            routeServer |= mine.routeServerPeer && theirs.routeServerPeer;
            if (!mine.operational || !theirs.operational)
                continue;
            const Facing v4 = facing(mine, theirs, Family::IPv4);
            const Facing v6 = facing(mine, theirs, Family::IPv6);
            partner.possibleSessions4 += v4.possible && v4.onePrefix ? 1 : 0;
            partner.possibleSessions6 += v6.possible && v6.onePrefix ? 1 : 0;
        }
    }
    ++partner.sharedExchanges;
    partner.operationalExchanges += ownLive && otherLive ? 1 : 0;
    partner.routeServerExchanges += routeServer ? 1 : 0;
}

} // namespace

QList<SharedExchange> sharedExchanges(const MirrorRecords &records, const NetworkRecord &ours,
                                      const NetworkRecord &theirs)
{
    QList<SharedExchange> shared;
    const auto ownRun = run(records.presencesByNetwork, ours.firstPresence, ours.presences);
    const auto otherRun = run(records.presencesByNetwork, theirs.firstPresence, theirs.presences);
    auto a = ownRun.begin();
    auto b = otherRun.begin();
    while (a != ownRun.end() && b != otherRun.end()) {
        const Presence &first = records.presences[*a];
        const Presence &second = records.presences[*b];
        if (first.exchange == second.exchange)
            shared.append(sharedAt(records, first, second));
        if (first.exchange <= second.exchange)
            ++a;
        if (second.exchange <= first.exchange)
            ++b;
    }
    return shared;
}

QList<Partner> partnersOf(const MirrorRecords &records, const NetworkRecord &ours)
{
    std::vector<Partner> counted(records.networks.size());
    for (const std::uint32_t at : run(records.presencesByNetwork, ours.firstPresence, ours.presences)) {
        const Presence &here = records.presences[at];
        const ExchangeRecord &exchange = records.exchanges[here.exchange];
        for (const Presence &there : run(records.presences, exchange.firstPresence, exchange.presences))
            countPairs(records, here, there, counted[there.network]);
    }
    const auto facilities = run(records.networkFacilities, ours.firstFacility, ours.facilities);
    QList<Partner> partners;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        const NetworkRecord &record = records.networks[i];
        Partner &partner = counted[i];
        if (partner.sharedExchanges == 0 || record.asn == ours.asn)
            continue;
        partner.asn = Asn(record.asn);
        if (!facilities.empty()) {
            const auto theirs = run(records.networkFacilities, record.firstFacility, record.facilities);
            partner.sharedFacilities = static_cast<int>(std::ranges::count_if(
                theirs, [facilities](std::uint32_t id) { return std::ranges::binary_search(facilities, id); }));
        }
        partners.append(partner);
    }
    return partners;
}

QList<ExchangeReach> reachOf(const MirrorRecords &records, const NetworkRecord &ours)
{
    QList<ExchangeReach> reaches;
    for (const std::uint32_t at : run(records.presencesByNetwork, ours.firstPresence, ours.presences)) {
        const Presence &here = records.presences[at];
        const ExchangeRecord &exchange = records.exchanges[here.exchange];
        Partner all;
        for (const Presence &there : run(records.presences, exchange.firstPresence, exchange.presences)) {
            if (there.network != here.network)
                countPairs(records, here, there, all);
        }
        reaches.append({exchange.id, all.sharedExchanges, all.possibleSessions()});
    }
    return reaches;
}

} // namespace peerdesk
