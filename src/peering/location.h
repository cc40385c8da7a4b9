// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace peerdesk {

/// Where two networks can meet: an exchange ("pdb:ix:42", public peering) or a facility ("pdb:fac:17", private
/// peering). The number is PeeringDB's; an exchange's LAN carries the same number as the exchange.
/// draft-ietf-grow-peering-api, data type "Peering Location".
struct Location
{
    enum class Kind : std::uint8_t { None, Exchange, Facility };

    Kind kind = Kind::None;
    std::uint32_t id = 0;

    [[nodiscard]] static Location exchange(std::uint32_t id) { return {Kind::Exchange, id}; }
    [[nodiscard]] static Location facility(std::uint32_t id) { return {Kind::Facility, id}; }
    /// "pdb:ix:42" or "pdb:fac:17" in any case.
    [[nodiscard]] static std::optional<Location> parse(QStringView text);

    [[nodiscard]] bool isValid() const { return kind != Kind::None && id != 0; }
    [[nodiscard]] bool isPublic() const { return kind == Kind::Exchange; }
    [[nodiscard]] QString toString() const;

    auto operator<=>(const Location &) const = default;
};

inline size_t qHash(const Location &location, size_t seed = 0)
{
    return (static_cast<size_t>(location.kind) << 32 ^ location.id) ^ seed;
}

} // namespace peerdesk
