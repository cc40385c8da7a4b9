// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/directory.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// How the index keeps PeeringDB in memory: rows of fixed size that name each other by position, texts in one
/// pool. Private to the room; written by MirrorLoader, read by MirrorIndex.
namespace peerdesk {

/// A text in the pool.
struct TextRef
{
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// All texts that seldom repeat, as UTF-8, end to end.
class TextPool
{
public:
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
    [[nodiscard]] TextRef add(std::string_view text)
    {
        const TextRef ref{static_cast<std::uint32_t>(m_bytes.size()), static_cast<std::uint32_t>(text.size())};
        m_bytes.append(text);
        return ref;
    }
    [[nodiscard]] QString text(TextRef ref) const
    {
        return QString::fromUtf8(m_bytes.data() + ref.offset, static_cast<qsizetype>(ref.length));
    }
    void finish() { m_bytes.shrink_to_fit(); }

private:
    std::string m_bytes;
};

enum class WordId : std::uint32_t {};

/// Words that repeat ("Open", "DE", "Frankfurt"): each kept once, handed out without copying.
class WordTable
{
public:
    WordTable() { (void)add({}); }
    [[nodiscard]] WordId add(std::string_view word)
    {
        const auto known = m_ids.find(word);
        if (known != m_ids.end())
            return known->second;
        const auto id = static_cast<WordId>(m_words.size());
        m_words.push_back(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
        m_ids.emplace(word, id);
        return id;
    }
    [[nodiscard]] const QString &word(WordId id) const { return m_words[static_cast<std::size_t>(id)]; }

private:
    /// Lets a view be looked up without making a string of it.
    struct Hash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };
    std::deque<QString> m_words;
    std::unordered_map<std::string, WordId, Hash, std::equal_to<>> m_ids;
};

using Seconds = std::uint32_t; ///< since 1970 UTC

/// An address as the file keeps it; length 0 for none.
struct AddressBytes
{
    std::array<std::uint8_t, 16> bytes = {};
    std::uint8_t length = 0;

    bool operator==(const AddressBytes &) const = default;
};

struct OrganizationRecord
{
    std::uint32_t id = 0;
    TextRef name, website;
    WordId city = {}, country = {};
};

struct FacilityRecord
{
    std::uint32_t id = 0;
    std::uint32_t organizationId = 0;
    TextRef name, alsoKnownAs, street, zipCode, website;
    WordId city = {}, state = {}, country = {};
    float latitude = std::numeric_limits<float>::quiet_NaN(); ///< NaN where the directory has none
    float longitude = std::numeric_limits<float>::quiet_NaN();
    Seconds updated = 0;

    [[nodiscard]] bool isPlaced() const { return !std::isnan(latitude) && !std::isnan(longitude); }
};

struct NetworkRecord
{
    std::uint32_t id = 0;
    std::uint32_t organizationId = 0;
    std::uint32_t asn = 0;
    TextRef name, alsoKnownAs, longName, website, asSet, lookingGlass, routeServer, statusDashboard, notes, policyUrl;
    WordId type = {};  ///< the older, single one
    WordId types = {}; ///< lines
    WordId traffic = {}, ratio = {}, scope = {}, policy = {}, policyLocations = {}, policyContracts = {};
    WordId registryStatus = {};
    std::uint32_t prefixes4 = 0, prefixes6 = 0;
    bool unicast = false, multicast = false, ipv6 = false, neverViaRouteServers = false, policyRatio = false;
    Seconds created = 0, updated = 0, portsUpdated = 0;
    std::uint32_t firstPresence = 0, presences = 0;  ///< in presencesByNetwork
    std::uint32_t firstFacility = 0, facilities = 0; ///< in networkFacilities
    std::uint32_t firstContact = 0, contacts = 0;
};

struct ExchangeRecord
{
    std::uint32_t id = 0;
    std::uint32_t organizationId = 0;
    TextRef name, alsoKnownAs, longName, website, statisticsUrl, technicalEmail, policyEmail, notes;
    WordId city = {}, country = {}, region = {};
    Seconds updated = 0;
    QString readyName; ///< `name`, which every answer about a meeting hands out
    Position position;
    std::uint32_t firstPrefix = 0, prefixes = 0;
    std::uint32_t firstPresence = 0, presences = 0;
    std::uint32_t firstFacility = 0, facilities = 0; ///< in exchangeFacilities
};

struct PortRecord
{
    std::uint32_t id = 0;
    std::uint32_t network = 0;  ///< position in networks (while loading: the ASN)
    std::uint32_t exchange = 0; ///< position in exchanges (while loading: the id)
    std::uint32_t lanId = 0;
    std::uint32_t speed = 0;
    std::uint32_t facilityId = 0;
    Seconds updated = 0;
    AddressBytes address4, address6;
    bool operational = true, routeServerPeer = false, bfd = false;
    std::uint8_t prefix4 = 0, prefix6 = 0; ///< which of the exchange's prefixes holds the address; 0 for none

    [[nodiscard]] bool has4() const { return address4.length == 4; }
    [[nodiscard]] bool has6() const { return address6.length == 16; }
};

/// The ports of one network at one exchange: a run of `ports`.
struct Presence
{
    std::uint32_t network = 0;
    std::uint32_t exchange = 0;
    std::uint32_t firstPort = 0;
    std::uint32_t ports = 0;
};

struct ContactRecord
{
    std::uint32_t id = 0;
    std::uint32_t network = 0; ///< position in networks (while loading: PeeringDB's net id)
    WordId role = {}, visibility = {};
    TextRef name, email, phone, url;
};

struct MirrorRecords
{
    TextPool pool;
    WordTable words;
    std::vector<OrganizationRecord> organizations; ///< by id
    std::vector<FacilityRecord> facilities;        ///< by id
    std::vector<NetworkRecord> networks;           ///< by ASN; also those known by a port alone
    std::vector<ExchangeRecord> exchanges;         ///< by id
    std::vector<IpPrefix> prefixes;                ///< by exchange
    std::vector<PortRecord> ports;                 ///< by exchange, then network
    std::vector<Presence> presences;               ///< by exchange, then network
    std::vector<std::uint32_t> presencesByNetwork; ///< positions in presences, by network, then exchange
    std::vector<std::uint32_t> networkFacilities;  ///< facility ids, by network, ascending
    std::vector<std::uint32_t> exchangeFacilities; ///< facility ids, by exchange, ascending
    std::vector<ContactRecord> contacts;           ///< by network
    UtcMs syncedAt = 0;
    UtcMs filledAt = 0;
    bool hasContacts = false;
    int orphans = 0; ///< rows whose parent is missing: passed over
};

/// A part of one of the lists above, as first position and count.
template<class T>
[[nodiscard]] std::span<const T> run(const std::vector<T> &all, std::uint32_t first, std::uint32_t count)
{
    return std::span(all).subspan(first, count);
}

} // namespace peerdesk
