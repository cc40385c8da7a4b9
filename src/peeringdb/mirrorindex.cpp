// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirrorindex.h"

#include "peeringdb/meetings.h"
#include "peeringdb/mirrorvalues.h"

#include <algorithm>
#include <iterator>

namespace peerdesk {
namespace {

template<class Record, class Key> const Record *findBy(const std::vector<Record> &sorted, std::uint32_t key, Key member)
{
    const auto found = std::ranges::lower_bound(sorted, key, {}, member);
    return found != sorted.end() && (*found).*member == key ? &*found : nullptr;
}

/// Collects what matches a text: first names that begin with it, then names that contain it.
class Matches
{
public:
    Matches(const QString &text, int limit)
        : m_text(text.trimmed())
        , m_limit(limit)
    {
    }
    void consider(std::uint32_t key, std::initializer_list<QString> names)
    {
        for (const QString &name : names) {
            const qsizetype at = name.indexOf(m_text, 0, Qt::CaseInsensitive);
            if (at < 0)
                continue;
            (at == 0 ? m_beginning : m_containing).append(key);
            return;
        }
    }
    [[nodiscard]] QList<std::uint32_t> take(std::uint32_t first) const
    {
        QList<std::uint32_t> keys;
        if (first != 0)
            keys.append(first);
        for (const auto &list : {m_beginning, m_containing})
            std::ranges::copy_if(list, std::back_inserter(keys), [first](std::uint32_t key) { return key != first; });
        return keys.mid(0, m_limit);
    }

private:
    QString m_text;
    int m_limit;
    QList<std::uint32_t> m_beginning;
    QList<std::uint32_t> m_containing;
};

} // namespace

MirrorIndex::MirrorIndex(std::unique_ptr<const MirrorRecords> records)
    : m_records(std::move(records))
{
}

MirrorIndex::~MirrorIndex() = default;

std::shared_ptr<const MirrorIndex> MirrorIndex::empty()
{
    return std::make_shared<const MirrorIndex>(std::make_unique<const MirrorRecords>());
}

bool MirrorIndex::isEmpty() const
{
    return m_records->networks.empty() && m_records->exchanges.empty();
}

MirrorIndex::Counts MirrorIndex::counts() const
{
    const auto size = [](const auto &list) { return static_cast<int>(list.size()); };
    return {
        size(m_records->organizations), size(m_records->networks), size(m_records->exchanges), size(m_records->ports),
        size(m_records->facilities),    size(m_records->contacts), m_records->orphans};
}

UtcMs MirrorIndex::syncedAt() const
{
    return m_records->syncedAt;
}

bool MirrorIndex::hasContacts() const
{
    return m_records->hasContacts;
}

const NetworkRecord *MirrorIndex::findNetwork(Asn asn) const
{
    return findBy(m_records->networks, asn.number(), &NetworkRecord::asn);
}

const ExchangeRecord *MirrorIndex::findExchange(std::uint32_t id) const
{
    return findBy(m_records->exchanges, id, &ExchangeRecord::id);
}

std::optional<Network> MirrorIndex::network(Asn asn) const
{
    const NetworkRecord *record = findNetwork(asn);
    return record ? std::optional(toNetwork(*m_records, *record)) : std::nullopt;
}

QString MirrorIndex::networkName(Asn asn) const
{
    const NetworkRecord *record = findNetwork(asn);
    return record ? m_records->pool.text(record->name) : QString();
}

std::optional<Organization> MirrorIndex::organization(std::uint32_t id) const
{
    const OrganizationRecord *record = findBy(m_records->organizations, id, &OrganizationRecord::id);
    return record ? std::optional(toOrganization(*m_records, *record)) : std::nullopt;
}

QList<Contact> MirrorIndex::contacts(Asn asn) const
{
    const NetworkRecord *record = findNetwork(asn);
    if (!record)
        return {};
    QList<Contact> contacts;
    for (const ContactRecord &contact : run(m_records->contacts, record->firstContact, record->contacts))
        contacts.append(toContact(*m_records, contact));
    return contacts;
}

std::optional<Exchange> MirrorIndex::exchange(std::uint32_t id) const
{
    const ExchangeRecord *record = findExchange(id);
    return record ? std::optional(toExchange(*m_records, *record)) : std::nullopt;
}

QString MirrorIndex::exchangeName(std::uint32_t id) const
{
    const ExchangeRecord *record = findExchange(id);
    return record ? record->readyName : QString();
}

std::optional<Facility> MirrorIndex::facility(std::uint32_t id) const
{
    const FacilityRecord *record = findBy(m_records->facilities, id, &FacilityRecord::id);
    return record ? std::optional(toFacility(*m_records, *record)) : std::nullopt;
}

QString MirrorIndex::locationName(const Location &location) const
{
    if (location.isPublic())
        return exchangeName(location.id);
    const FacilityRecord *record = findBy(m_records->facilities, location.id, &FacilityRecord::id);
    return record ? m_records->pool.text(record->name) : QString();
}

QList<Asn> MirrorIndex::findNetworks(const QString &text, int limit) const
{
    const auto number = Asn::parse(text);
    const bool known = number && findNetwork(*number);
    QList<Asn> asns;
    Matches matches(text, limit);
    for (const NetworkRecord &record : m_records->networks)
        matches.consider(record.asn, {m_records->pool.text(record.name), m_records->pool.text(record.alsoKnownAs)});
    for (const std::uint32_t asn : matches.take(known ? number->number() : 0))
        asns.append(Asn(asn));
    return asns;
}

QList<std::uint32_t> MirrorIndex::findExchanges(const QString &text, int limit) const
{
    bool isNumber = false;
    const auto number = text.trimmed().toUInt(&isNumber);
    const bool known = isNumber && findExchange(number);
    Matches matches(text, limit);
    for (const ExchangeRecord &record : m_records->exchanges)
        matches.consider(record.id, {record.readyName, m_records->pool.text(record.alsoKnownAs),
                                     m_records->pool.text(record.longName), m_records->words.word(record.city)});
    return matches.take(known ? number : 0);
}

QList<std::uint32_t> MirrorIndex::exchangeIds() const
{
    QList<std::uint32_t> ids;
    ids.reserve(static_cast<qsizetype>(m_records->exchanges.size()));
    for (const ExchangeRecord &record : m_records->exchanges)
        ids.append(record.id);
    return ids;
}

QList<std::uint32_t> MirrorIndex::exchangesOf(Asn asn) const
{
    const NetworkRecord *record = findNetwork(asn);
    if (!record)
        return {};
    QList<std::uint32_t> ids;
    for (const std::uint32_t presence : run(m_records->presencesByNetwork, record->firstPresence, record->presences))
        ids.append(m_records->exchanges[m_records->presences[presence].exchange].id);
    return ids;
}

QList<std::uint32_t> MirrorIndex::facilitiesOf(Asn asn) const
{
    const NetworkRecord *record = findNetwork(asn);
    if (!record)
        return {};
    const auto ids = run(m_records->networkFacilities, record->firstFacility, record->facilities);
    return {ids.begin(), ids.end()};
}

QList<Asn> MirrorIndex::networksAt(std::uint32_t exchangeId) const
{
    const ExchangeRecord *record = findExchange(exchangeId);
    if (!record)
        return {};
    QList<Asn> asns;
    for (const Presence &presence : run(m_records->presences, record->firstPresence, record->presences))
        asns.append(Asn(m_records->networks[presence.network].asn));
    return asns;
}

QList<Port> MirrorIndex::portsOf(Asn asn) const
{
    const NetworkRecord *record = findNetwork(asn);
    if (!record)
        return {};
    QList<Port> ports;
    for (const std::uint32_t at : run(m_records->presencesByNetwork, record->firstPresence, record->presences)) {
        const Presence &presence = m_records->presences[at];
        for (const PortRecord &port : run(m_records->ports, presence.firstPort, presence.ports))
            ports.append(toPort(*m_records, port));
    }
    return ports;
}

QList<Port> MirrorIndex::portsAt(std::uint32_t exchangeId) const
{
    const ExchangeRecord *record = findExchange(exchangeId);
    if (!record)
        return {};
    QList<Port> ports;
    for (const Presence &presence : run(m_records->presences, record->firstPresence, record->presences)) {
        for (const PortRecord &port : run(m_records->ports, presence.firstPort, presence.ports))
            ports.append(toPort(*m_records, port));
    }
    return ports;
}

QList<SharedExchange> MirrorIndex::shared(Asn own, Asn other) const
{
    const NetworkRecord *ours = findNetwork(own);
    const NetworkRecord *theirs = findNetwork(other);
    if (!ours || !theirs || own == other)
        return {};
    return sharedExchanges(*m_records, *ours, *theirs);
}

QList<Partner> MirrorIndex::partners(Asn own) const
{
    const NetworkRecord *ours = findNetwork(own);
    return ours ? partnersOf(*m_records, *ours) : QList<Partner>();
}

QList<ExchangeReach> MirrorIndex::reach(Asn own) const
{
    const NetworkRecord *ours = findNetwork(own);
    return ours ? reachOf(*m_records, *ours) : QList<ExchangeReach>();
}

QList<std::uint32_t> MirrorIndex::sharedFacilities(Asn own, Asn other) const
{
    const QList<std::uint32_t> ours = facilitiesOf(own);
    const QList<std::uint32_t> theirs = facilitiesOf(other);
    QList<std::uint32_t> shared;
    std::ranges::set_intersection(ours, theirs, std::back_inserter(shared));
    return shared;
}

ExchangeFacts MirrorIndex::facts(const Location &location, const QList<IpAddress> &addresses) const
{
    ExchangeFacts facts;
    const ExchangeRecord *record = location.isPublic() ? findExchange(location.id) : nullptr;
    if (!record)
        return facts;
    facts.known = true;
    const auto prefixes = run(m_records->prefixes, record->firstPrefix, record->prefixes);
    facts.lanPrefixes = QList<IpPrefix>(prefixes.begin(), prefixes.end());
    for (const Presence &presence : run(m_records->presences, record->firstPresence, record->presences)) {
        for (const PortRecord &port : run(m_records->ports, presence.firstPort, presence.ports)) {
            for (const IpAddress &address : {address4(port), address6(port)}) {
                if (address.isValid() && addresses.contains(address))
                    facts.registeredTo.insert(address, toPort(*m_records, port).asn);
            }
        }
    }
    return facts;
}

} // namespace peerdesk
