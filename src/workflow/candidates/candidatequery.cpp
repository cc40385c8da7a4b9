// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/candidates/candidatequery.h"

#include "peeringdb/mirrorindex.h"

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

using Meeting = NetworkDetail::Meeting;
using House = NetworkDetail::House;
using Side = NetworkDetail::Side;

/// How many of the usable pairs between two networks are known to the desk, at one place.
struct Tally
{
    int usable = 0;
    int missing = 0;
    int open = 0;
    int present = 0;

    void count(const PortPair &pair, SessionStanding standing)
    {
        const bool present_ = standing == SessionStanding::Existing || standing == SessionStanding::Established;
        present += present_ ? 1 : 0;
        open += standing == SessionStanding::Open ? 1 : 0;
        if (!pair.isUsable())
            return;
        ++usable;
        missing += standing == SessionStanding::Missing ? 1 : 0;
    }
};

AddressPair keyOf(const PortPair &pair)
{
    return {pair.location(), pair.ownAddress, pair.otherAddress};
}

Tally tallyOf(const SharedExchange &shared, Asn other, const DeskKnowledge &knowledge)
{
    Tally tally;
    for (const PortPair &pair : shared.pairs)
        tally.count(pair, knowledge.standing(other, keyOf(pair)));
    return tally;
}

void describe(NetworkRow &row, const MirrorIndex &index)
{
    const auto network = index.network(row.asn);
    if (!network)
        return;
    row.name = network->name;
    row.alsoKnownAs = network->alsoKnownAs;
    row.policy = network->policy;
    row.traffic = network->traffic;
    row.ratio = network->ratio;
    row.scope = network->scope;
    row.types = network->types;
    row.prefixes4 = network->prefixes4;
    row.prefixes6 = network->prefixes6;
    row.ipv6 = network->ipv6;
    row.neverViaRouteServers = network->neverViaRouteServers;
    row.updatedAt = network->updatedAt;
}

void layOver(NetworkRow &row, const MirrorIndex &index, Asn own, const DeskKnowledge &knowledge, UtcMs now)
{
    row.hasEndpoint = knowledge.endpoints.contains(row.asn);
    row.hidden = knowledge.hides(row.asn, now);
    const auto relation = knowledge.relations.constFind(row.asn);
    if (relation != knowledge.relations.constEnd()) {
        row.relation = relation->kind;
        row.declinedUntil = relation->declinedUntil;
        row.comment = relation->comment;
    }
    if (!knowledge.sessions.contains(row.asn))
        return; // then all that is possible is missing
    row.missingSessions = 0;
    for (const SharedExchange &shared : index.shared(own, row.asn)) {
        const Tally tally = tallyOf(shared, row.asn, knowledge);
        row.missingSessions += tally.missing;
        row.openSessions += tally.open;
        row.presentSessions += tally.present;
    }
}

LocationRow::Standing standingOf(const LocationRow &row)
{
    if (!row.ours)
        return LocationRow::Standing::TheirsOnly;
    if (row.networks == 0)
        return LocationRow::Standing::OursOnly;
    return LocationRow::sharedStanding(row.missingSessions, row.openSessions, row.presentSessions);
}

int rankOf(const Contact &contact)
{
    constexpr std::array order = {QStringView(u"Policy"), QStringView(u"NOC"), QStringView(u"Technical"),
                                  QStringView(u"Maintenance")};
    return static_cast<int>(std::ranges::find(order, QStringView(contact.role)) - order.begin());
}

Meeting describedMeeting(const MirrorIndex &index, std::uint32_t exchangeId, Side side)
{
    Meeting meeting;
    meeting.side = side;
    meeting.exchangeId = exchangeId;
    if (const auto exchange = index.exchange(exchangeId)) {
        meeting.name = exchange->name;
        meeting.city = exchange->city;
        meeting.country = exchange->country;
    }
    return meeting;
}

House describedHouse(const MirrorIndex &index, std::uint32_t facilityId, Side side)
{
    House house;
    house.side = side;
    house.facilityId = facilityId;
    if (const auto facility = index.facility(facilityId)) {
        house.name = facility->name;
        house.city = facility->city;
        house.country = facility->country;
    }
    return house;
}

QList<Port> portsAt(const QList<Port> &ports, std::uint32_t exchangeId)
{
    QList<Port> there;
    std::ranges::copy_if(ports, std::back_inserter(there),
                         [exchangeId](const Port &port) { return port.exchangeId == exchangeId; });
    return there;
}

/// Shared first, then theirs, then ours; each by name.
template<class Place> void sortPlaces(QList<Place> &places)
{
    constexpr auto rank = [](const Place &place) {
        return place.side == Side::Shared ? 0 : place.side == Side::TheirsOnly ? 1 : 2;
    };
    std::ranges::stable_sort(places, [rank](const Place &a, const Place &b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

/// Fills the detail's places: where both are, where only one is.
class PlaceCollector
{
public:
    PlaceCollector(const MirrorIndex &index, Asn own, Asn other, const DeskKnowledge &knowledge, NetworkDetail &detail)
        : m_index(index)
        , m_own(own)
        , m_other(other)
        , m_knowledge(knowledge)
        , m_detail(detail)
    {
    }

    void exchanges()
    {
        const QList<Port> ownPorts = m_index.portsOf(m_own);
        const QList<Port> otherPorts = m_index.portsOf(m_other);
        QSet<std::uint32_t> shared;
        for (const SharedExchange &exchange : m_index.shared(m_own, m_other)) {
            shared.insert(exchange.exchangeId);
            m_detail.exchanges.append(sharedMeeting(exchange));
        }
        for (const std::uint32_t id : m_index.exchangesOf(m_other)) {
            if (shared.contains(id))
                continue;
            Meeting meeting = describedMeeting(m_index, id, Side::TheirsOnly);
            meeting.otherPorts = portsAt(otherPorts, id);
            m_detail.exchanges.append(meeting);
        }
        for (const std::uint32_t id : m_index.exchangesOf(m_own)) {
            if (shared.contains(id))
                continue;
            Meeting meeting = describedMeeting(m_index, id, Side::OursOnly);
            meeting.ownPorts = portsAt(ownPorts, id);
            m_detail.exchanges.append(meeting);
        }
    }

    void facilities()
    {
        const QList<std::uint32_t> ours = m_index.facilitiesOf(m_own);
        const QList<std::uint32_t> theirs = m_index.facilitiesOf(m_other);
        for (const std::uint32_t id : theirs)
            m_detail.facilities.append(
                describedHouse(m_index, id, ours.contains(id) ? Side::Shared : Side::TheirsOnly));
        for (const std::uint32_t id : ours) {
            if (!theirs.contains(id))
                m_detail.facilities.append(describedHouse(m_index, id, Side::OursOnly));
        }
    }

    /// Marks each place where both are, and adds those that only the other side's endpoint names.
    void mark(const QList<Location> &named)
    {
        QSet<Location> unmatched(named.begin(), named.end());
        const auto sourceOf = [&unmatched](const Location &location) {
            return unmatched.remove(location) ? LocationSource::Both : LocationSource::PeeringDbOnly;
        };
        for (Meeting &meeting : m_detail.exchanges) {
            if (meeting.side == Side::Shared)
                meeting.source = sourceOf(Location::exchange(meeting.exchangeId));
        }
        for (House &house : m_detail.facilities) {
            if (house.side == Side::Shared)
                house.source = sourceOf(Location::facility(house.facilityId));
        }
        for (const Location &location : unmatched)
            addTheirs(location);
    }

private:
    Meeting sharedMeeting(const SharedExchange &exchange)
    {
        Meeting meeting = describedMeeting(m_index, exchange.exchangeId, Side::Shared);
        meeting.operational = exchange.operationalOnBothSides();
        meeting.ownPorts = exchange.ownPorts;
        meeting.otherPorts = exchange.otherPorts;
        for (const PortPair &pair : exchange.pairs) {
            SessionStanding standing = m_knowledge.standing(m_other, keyOf(pair));
            if (standing == SessionStanding::Missing && !pair.isUsable())
                standing = SessionStanding::Unusable;
            m_detail.missingSessions += standing == SessionStanding::Missing ? 1 : 0;
            meeting.sessions.append({pair, standing});
        }
        return meeting;
    }

    /// A place that PeeringDB does not list for both, though the other side would meet us there.
    void addTheirs(const Location &location)
    {
        if (!location.isPublic()) {
            m_detail.facilities.removeIf([&](const House &house) { return house.facilityId == location.id; });
            House house = describedHouse(m_index, location.id, Side::Shared);
            house.source = LocationSource::TheirsOnly;
            m_detail.facilities.append(house);
            return;
        }
        const auto known = std::ranges::find(m_detail.exchanges, location.id, &Meeting::exchangeId);
        if (known != m_detail.exchanges.end()) {
            known->source = LocationSource::TheirsOnly;
            return;
        }
        Meeting meeting = describedMeeting(m_index, location.id, Side::TheirsOnly);
        meeting.source = LocationSource::TheirsOnly;
        m_detail.exchanges.append(meeting);
    }

    const MirrorIndex &m_index;
    const Asn m_own;
    const Asn m_other;
    const DeskKnowledge &m_knowledge;
    NetworkDetail &m_detail;
};

} // namespace

QList<NetworkRow> networkRows(const MirrorIndex &index, Asn own, const DeskKnowledge &knowledge, UtcMs now)
{
    const QList<Partner> partners = index.partners(own);
    QList<NetworkRow> rows;
    rows.reserve(partners.size());
    for (const Partner &partner : partners) {
        NetworkRow &row = rows.emplaceBack();
        row.asn = partner.asn;
        row.sharedExchanges = partner.sharedExchanges;
        row.operationalExchanges = partner.operationalExchanges;
        row.routeServerExchanges = partner.routeServerExchanges;
        row.sharedFacilities = partner.sharedFacilities;
        row.possibleSessions = row.missingSessions = partner.possibleSessions();
        describe(row, index);
        layOver(row, index, own, knowledge, now);
    }
    return rows;
}

QList<LocationRow> locationRows(const MirrorIndex &index, Asn own, const DeskKnowledge &knowledge, UtcMs now)
{
    QSet<Asn> met;
    for (const Partner &partner : index.partners(own)) {
        if (!knowledge.hides(partner.asn, now))
            met.insert(partner.asn);
    }
    QHash<std::uint32_t, ExchangeReach> reaches;
    for (const ExchangeReach &reach : index.reach(own))
        reaches.insert(reach.exchangeId, reach);

    // Only a few networks need a second look: those with sessions, and those that are no candidates.
    QHash<std::uint32_t, Tally> known;
    QSet<Asn> second(knowledge.sessions.keyBegin(), knowledge.sessions.keyEnd());
    for (auto it = knowledge.relations.keyBegin(); it != knowledge.relations.keyEnd(); ++it)
        second.insert(*it);
    for (const Asn other : second) {
        const bool hidden = knowledge.hides(other, now);
        for (const SharedExchange &shared : index.shared(own, other)) {
            const Tally tally = tallyOf(shared, other, knowledge);
            Tally &sum = known[shared.exchangeId];
            sum.usable += hidden ? tally.usable : 0;
            sum.missing += hidden ? tally.usable : tally.usable - tally.missing; // not missing after all
            sum.open += tally.open;
            sum.present += tally.present;
        }
    }

    QList<LocationRow> rows;
    for (const std::uint32_t id : index.exchangeIds()) {
        const auto reach = reaches.constFind(id);
        const QList<Asn> there = index.networksAt(id);
        LocationRow row;
        row.ours = reach != reaches.constEnd();
        row.candidates = static_cast<int>(std::ranges::count_if(there, [&met](Asn asn) { return met.contains(asn); }));
        if (!row.ours && row.candidates == 0)
            continue;
        const auto exchange = index.exchange(id);
        row.exchangeId = id;
        row.name = exchange->name;
        row.city = exchange->city;
        row.country = exchange->country;
        row.position = exchange->position;
        row.networks = static_cast<int>(there.size()) - (row.ours ? 1 : 0);
        if (row.ours) {
            const Tally tally = known.value(id);
            row.possibleSessions = reach->possibleSessions - tally.usable;
            row.missingSessions = reach->possibleSessions - tally.missing;
            row.openSessions = tally.open;
            row.presentSessions = tally.present;
        }
        row.standing = standingOf(row);
        rows.append(row);
    }
    return rows;
}

NetworkDetail networkDetail(const MirrorIndex &index, Asn own, Asn other, const DeskKnowledge &knowledge,
                            const EndpointKnowledge &endpoint)
{
    NetworkDetail detail;
    detail.network = index.network(other).value_or(Network());
    detail.network.asn = other;
    if (const auto organization = index.organization(detail.network.organizationId))
        detail.organization = organization->name;
    detail.contacts = index.contacts(other);
    std::ranges::stable_sort(detail.contacts, {}, rankOf);
    detail.contactsKnown = index.hasContacts();
    detail.relation = knowledge.relations.value(other);
    detail.relation.ownAsn = own;
    detail.relation.otherAsn = other;
    detail.endpoint = endpoint.endpoint;
    PlaceCollector places(index, own, other, knowledge, detail);
    places.exchanges();
    places.facilities();
    detail.locationsAskedAt = endpoint.locationsAskedAt;
    if (endpoint.locationsAskedAt != 0)
        places.mark(endpoint.locations);
    sortPlaces(detail.exchanges);
    sortPlaces(detail.facilities);
    return detail;
}

} // namespace peerdesk
