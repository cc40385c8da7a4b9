// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace peerdesk {

/// An autonomous system number (RFC 6793). 0 is "none" and never valid on the wire (RFC 7607).
class Asn
{
public:
    constexpr Asn() = default;
    constexpr explicit Asn(std::uint32_t number)
        : m_number(number)
    {
    }

    /// "64500", "AS64500" or "as64500", with surrounding blanks; nothing for anything else, for 0 and above 2^32-1.
    [[nodiscard]] static std::optional<Asn> parse(QStringView text);

    [[nodiscard]] constexpr std::uint32_t number() const { return m_number; }
    [[nodiscard]] constexpr bool isValid() const { return m_number != 0; }
    /// AS_TRANS, 65535 and 4294967295: no session can be with them (RFC 6793, RFC 7300).
    [[nodiscard]] constexpr bool isUnusable() const
    {
        return m_number == 0 || m_number == 23456 || m_number == 65535 || m_number == 4294967295U;
    }
    /// "AS64500", as prose has it.
    [[nodiscard]] QString toString() const;

    constexpr auto operator<=>(const Asn &) const = default;

private:
    std::uint32_t m_number = 0;
};

inline size_t qHash(Asn asn, size_t seed = 0)
{
    return ::qHash(asn.number(), seed);
}

} // namespace peerdesk
