// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace peerdesk {

enum class Family : std::uint8_t { None = 0, IPv4 = 4, IPv6 = 6 };

/// "IPv4" or "IPv6".
[[nodiscard]] QString toText(Family family);

/// An IPv4 or IPv6 address, without prefix length, zone or port. A default-constructed one is "none".
class IpAddress
{
public:
    using Bytes = std::array<std::uint8_t, 16>; ///< network order; IPv4 uses the first four

    constexpr IpAddress() = default;
    IpAddress(Family family, const Bytes &bytes)
        : m_bytes(bytes)
        , m_family(family)
    {
    }

    /// Dotted quad without leading zeros, or any RFC 4291 text form, in any case, surrounding blanks tolerated.
    /// No zone. Nothing for anything else.
    [[nodiscard]] static std::optional<IpAddress> parse(QStringView text);

    [[nodiscard]] bool isValid() const { return m_family != Family::None; }
    [[nodiscard]] Family family() const { return m_family; }
    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    [[nodiscard]] int bitLength() const { return m_family == Family::IPv4 ? 32 : 128; }
    /// The canonical text (RFC 5952); empty for none.
    [[nodiscard]] QString toString() const;

    auto operator<=>(const IpAddress &) const = default;

private:
    Bytes m_bytes = {};
    Family m_family = Family::None;
};

size_t qHash(const IpAddress &address, size_t seed = 0);

/// An address block such as a peering LAN.
class IpPrefix
{
public:
    constexpr IpPrefix() = default;
    /// Host bits of `address` are cleared.
    IpPrefix(const IpAddress &address, int length);

    /// "192.0.2.0/24"; nothing for a missing or too long length. Set host bits are refused unless `tolerant`.
    [[nodiscard]] static std::optional<IpPrefix> parse(QStringView text, bool tolerant = false);

    [[nodiscard]] bool isValid() const { return m_network.isValid(); }
    [[nodiscard]] Family family() const { return m_network.family(); }
    [[nodiscard]] const IpAddress &network() const { return m_network; }
    [[nodiscard]] int length() const { return m_length; }
    [[nodiscard]] bool contains(const IpAddress &address) const;
    /// The first address (IPv6: the subnet-router anycast) or, for IPv4, the broadcast address of a block that has
    /// room for one (/30 and shorter; RFC 3021 gives a /31 neither).
    [[nodiscard]] bool isNetworkOrBroadcast(const IpAddress &address) const;
    [[nodiscard]] QString toString() const;

    auto operator<=>(const IpPrefix &) const = default;

private:
    IpAddress m_network;
    int m_length = 0;
};

} // namespace peerdesk
