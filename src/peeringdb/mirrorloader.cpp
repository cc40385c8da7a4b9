// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirrorloader.h"

#include "peeringdb/mirrorfile.h"
#include "peeringdb/mirrorindex.h"
#include "peeringdb/mirrorvalues.h"
#include "peeringdb/objectreader.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace peerdesk {
namespace {

using Pairs = ObjectReader::Pairs;

constexpr std::uint32_t nowhere = UINT32_MAX;

template<class Record, class Key>
std::uint32_t positionOf(const std::vector<Record> &sorted, std::uint32_t key, Key member)
{
    const auto found = std::ranges::lower_bound(sorted, key, {}, member);
    if (found == sorted.end() || (*found).*member != key)
        return nowhere;
    return static_cast<std::uint32_t>(found - sorted.begin());
}

double median(std::vector<float> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    const double upper = *middle;
    return values.size() % 2 == 1 ? upper : (upper + double(*std::max_element(values.begin(), middle))) / 2;
}

/// One load: the objects as they are, then what joins them. What refers to a parent that is not there is
/// counted and left out, because the directory's answers are not always consistent with each other.
class Loader
{
public:
    explicit Loader(SqliteFile &file)
        : m_file(file)
        , m_reader(file, *m_records)
    {
    }

    Result<std::unique_ptr<const MirrorRecords>> run()
    {
        readObjects();
        join();
        place();
        if (m_error)
            return *m_error;
        m_records->pool.finish();
        return std::unique_ptr<const MirrorRecords>(std::move(m_records));
    }

    void setTimes(UtcMs synced, UtcMs filled)
    {
        m_records->syncedAt = synced;
        m_records->filledAt = filled;
    }

private:
    /// The value, or an empty one and a note of the first failure.
    template<class T> T valueOf(Result<T> result)
    {
        if (result)
            return std::move(result).value();
        if (!m_error)
            m_error = result.error();
        return {};
    }

    void readObjects()
    {
        m_records->organizations = valueOf(m_reader.organizations());
        m_records->facilities = valueOf(m_reader.facilities());
        m_records->networks = valueOf(m_reader.networks());
        m_records->exchanges = valueOf(m_reader.exchanges());
        for (ExchangeRecord &exchange : m_records->exchanges)
            exchange.readyName = m_records->pool.text(exchange.name);
        m_records->ports = valueOf(m_reader.ports());
        m_records->contacts = valueOf(m_reader.contacts());
    }

    void join()
    {
        sortNetworks();
        prefixes();
        ports();
        presences();
        std::unordered_map<std::uint32_t, std::uint32_t> networkOfId;
        networkOfId.reserve(m_records->networks.size());
        for (std::uint32_t i = 0; i < m_records->networks.size(); ++i)
            networkOfId.emplace(m_records->networks[i].id, i);
        const auto networkAt = [&networkOfId](std::uint32_t id) {
            const auto found = networkOfId.find(id);
            return found == networkOfId.end() ? nowhere : found->second;
        };
        const auto exchangeAt = [this](std::uint32_t id) { return positionOfExchange(id); };
        facilities(valueOf(m_reader.pairs("SELECT ix_id, fac_id FROM ixfac")), exchangeAt, m_records->exchanges,
                   m_records->exchangeFacilities);
        facilities(valueOf(m_reader.pairs("SELECT net_id, fac_id FROM netfac")), networkAt, m_records->networks,
                   m_records->networkFacilities);
        contacts(networkAt);
    }

    void sortNetworks()
    {
        auto &networks = m_records->networks;
        std::ranges::stable_sort(networks, {}, &NetworkRecord::asn);
        // An ASN is one network; should the directory hold two for a moment, the newer one (the larger id) is
        // right.
        const auto last = std::unique(networks.rbegin(), networks.rend(),
                                      [](const NetworkRecord &a, const NetworkRecord &b) { return a.asn == b.asn; });
        networks.erase(networks.begin(), last.base());
    }

    void prefixes()
    {
        std::unordered_map<std::uint32_t, std::uint32_t> exchangeOfLan;
        for (const auto &[lan, exchange] : valueOf(m_reader.pairs("SELECT id, ix_id FROM ixlan")))
            exchangeOfLan.emplace(lan, exchange);
        auto statement = m_file.prepare("SELECT ixlan_id, prefix FROM ixpfx ORDER BY id");
        if (!statement) {
            m_error = statement.error();
            return;
        }
        std::vector<std::pair<std::uint32_t, IpPrefix>> found;
        while (statement->step() == SqliteStatement::Step::Row) {
            // A LAN has its exchange's number today, should its own row be missing.
            const auto lan = static_cast<std::uint32_t>(statement->integer(0));
            const auto known = exchangeOfLan.find(lan);
            const std::uint32_t exchange = positionOfExchange(known == exchangeOfLan.end() ? lan : known->second);
            const std::string_view text = statement->text(1);
            const auto prefix =
                IpPrefix::parse(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), true);
            if (exchange != nowhere && prefix)
                found.emplace_back(exchange, *prefix);
            else
                ++m_records->orphans;
        }
        std::ranges::stable_sort(found, {}, &std::pair<std::uint32_t, IpPrefix>::first);
        for (const auto &[exchange, prefix] : found) {
            ExchangeRecord &record = m_records->exchanges[exchange];
            if (record.prefixes++ == 0)
                record.firstPrefix = static_cast<std::uint32_t>(m_records->prefixes.size());
            m_records->prefixes.push_back(prefix);
        }
    }

    void ports()
    {
        auto &ports = m_records->ports;
        for (PortRecord &port : ports) {
            if (port.lanId == 0)
                port.lanId = port.exchange;
            port.exchange = positionOfExchange(port.exchange);
        }
        m_records->orphans +=
            static_cast<int>(std::erase_if(ports, [](const PortRecord &port) { return port.exchange == nowhere; }));
        addNetworksOfPorts();
        for (PortRecord &port : ports) {
            port.network = positionOf(m_records->networks, port.network, &NetworkRecord::asn);
            assignPrefixes(port);
        }
        std::ranges::sort(ports, {},
                          [](const PortRecord &port) { return std::tuple(port.exchange, port.network, port.id); });
    }

    /// A port tells of a network even where the network's own row is missing.
    void addNetworksOfPorts()
    {
        std::vector<NetworkRecord> missing;
        for (const PortRecord &port : m_records->ports) {
            if (positionOf(m_records->networks, port.network, &NetworkRecord::asn) == nowhere)
                missing.emplace_back().asn = port.network;
        }
        if (missing.empty())
            return;
        auto &networks = m_records->networks;
        networks.insert(networks.end(), missing.begin(), missing.end());
        std::ranges::sort(networks, {}, &NetworkRecord::asn);
        const auto repeated = std::ranges::unique(networks, {}, &NetworkRecord::asn);
        networks.erase(repeated.begin(), repeated.end());
    }

    void assignPrefixes(PortRecord &port) const
    {
        const ExchangeRecord &exchange = m_records->exchanges[port.exchange];
        const IpAddress v4 = address4(port);
        const IpAddress v6 = address6(port);
        std::uint8_t number = 0;
        for (const IpPrefix &prefix : peerdesk::run(m_records->prefixes, exchange.firstPrefix, exchange.prefixes)) {
            if (++number == 0)
                return; // more prefixes than any exchange has
            if (port.prefix4 == 0 && prefix.contains(v4))
                port.prefix4 = number;
            if (port.prefix6 == 0 && prefix.contains(v6))
                port.prefix6 = number;
        }
    }

    void presences()
    {
        auto &presences = m_records->presences;
        for (std::uint32_t i = 0; i < m_records->ports.size(); ++i) {
            const PortRecord &port = m_records->ports[i];
            if (!presences.empty() && presences.back().exchange == port.exchange
                && presences.back().network == port.network) {
                ++presences.back().ports;
                continue;
            }
            ExchangeRecord &exchange = m_records->exchanges[port.exchange];
            if (exchange.presences++ == 0)
                exchange.firstPresence = static_cast<std::uint32_t>(presences.size());
            ++m_records->networks[port.network].presences;
            presences.push_back({port.network, port.exchange, i, 1});
        }
        std::uint32_t first = 0;
        std::vector<std::uint32_t> next;
        for (NetworkRecord &network : m_records->networks) {
            next.push_back(network.firstPresence = first);
            first += network.presences;
        }
        m_records->presencesByNetwork.resize(presences.size());
        for (std::uint32_t i = 0; i < presences.size(); ++i)
            m_records->presencesByNetwork[next[presences[i].network]++] = i;
    }

    /// Makes (owner's id, facility's id) pairs the owners' runs of `list`.
    template<class Owner, class PositionOf>
    void facilities(Pairs pairs, PositionOf ownerAt, std::vector<Owner> &owners, std::vector<std::uint32_t> &list)
    {
        for (auto &pair : pairs)
            pair.first = ownerAt(pair.first);
        m_records->orphans +=
            static_cast<int>(std::erase_if(pairs, [](const auto &pair) { return pair.first == nowhere; }));
        std::ranges::sort(pairs);
        const auto repeated = std::ranges::unique(pairs);
        pairs.erase(repeated.begin(), repeated.end());
        for (const auto &[owner, facility] : pairs) {
            if (owners[owner].facilities++ == 0)
                owners[owner].firstFacility = static_cast<std::uint32_t>(list.size());
            list.push_back(facility);
        }
    }

    template<class PositionOf> void contacts(PositionOf networkAt)
    {
        auto &contacts = m_records->contacts;
        for (ContactRecord &contact : contacts)
            contact.network = networkAt(contact.network);
        m_records->orphans += static_cast<int>(
            std::erase_if(contacts, [](const ContactRecord &contact) { return contact.network == nowhere; }));
        std::ranges::stable_sort(contacts, {}, &ContactRecord::network);
        for (std::uint32_t i = 0; i < contacts.size(); ++i) {
            NetworkRecord &owner = m_records->networks[contacts[i].network];
            if (owner.contacts++ == 0)
                owner.firstContact = i;
        }
        m_records->hasContacts = !contacts.empty();
    }

    void place()
    {
        auto cities = m_file.prepare("SELECT ix_id, latitude, longitude FROM place");
        if (!cities) {
            m_error = cities.error();
            return;
        }
        while (cities->step() == SqliteStatement::Step::Row) {
            const std::uint32_t exchange = positionOfExchange(static_cast<std::uint32_t>(cities->integer(0)));
            if (exchange != nowhere)
                m_records->exchanges[exchange].position = {cities->real(1), cities->real(2), Position::Source::City};
        }
        for (ExchangeRecord &exchange : m_records->exchanges)
            placeByFacilities(exchange);
    }

    void placeByFacilities(ExchangeRecord &exchange) const
    {
        std::vector<float> latitudes;
        std::vector<float> longitudes;
        for (const std::uint32_t id :
             peerdesk::run(m_records->exchangeFacilities, exchange.firstFacility, exchange.facilities)) {
            const std::uint32_t position = positionOf(m_records->facilities, id, &FacilityRecord::id);
            if (position == nowhere || !m_records->facilities[position].isPlaced())
                continue;
            latitudes.push_back(m_records->facilities[position].latitude);
            longitudes.push_back(m_records->facilities[position].longitude);
        }
        if (!latitudes.empty())
            exchange.position = {median(latitudes), median(longitudes), Position::Source::Facilities};
    }

    [[nodiscard]] std::uint32_t positionOfExchange(std::uint32_t id) const
    {
        return positionOf(m_records->exchanges, id, &ExchangeRecord::id);
    }

    SqliteFile &m_file;
    std::unique_ptr<MirrorRecords> m_records = std::make_unique<MirrorRecords>();
    ObjectReader m_reader;
    std::optional<Error> m_error;
};

} // namespace

Result<std::shared_ptr<const MirrorIndex>> loadMirror(const QString &path)
{
    auto file = MirrorFile::open(path, SqliteFile::Mode::ReadOnly);
    if (!file)
        return file.error();
    if (const auto begun = file->run("BEGIN"); !begun)
        return begun.error();
    const auto synced = file->fact(mirrorfact::syncedAt());
    const auto filled = file->fact(mirrorfact::filledAt());
    if (!synced || !filled)
        return synced ? filled.error() : synced.error();
    Loader loader(file->tables());
    loader.setTimes(*synced, *filled);
    auto records = loader.run();
    if (!records)
        return records.error();
    return std::make_shared<const MirrorIndex>(std::move(records).value());
}

} // namespace peerdesk
