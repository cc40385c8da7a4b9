// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace peerdesk {

/// Whose key it is, with the numbers that RIPE policy proposal 2016-02 suggests. They are the first two octets and the
/// first two characters of every key. A registry's test database is 80 above it.
enum class Registry : std::uint16_t {
    Ripe = 0,
    Arin = 1,
    Lacnic = 2,
    Apnic = 3,
    Afrinic = 4,
    RipeTest = 80,
    ArinTest = 81,
    LacnicTest = 82,
    ApnicTest = 83,
    AfrinicTest = 84,
};

[[nodiscard]] std::optional<Registry> registryOf(int number);
/// Test keys prove nothing: they are refused wherever a production key is asked for.
[[nodiscard]] bool isTest(Registry registry);
/// "RIPE" or "RIPE test".
[[nodiscard]] QString toText(Registry registry);
/// The two decimal digits that its keys begin with.
[[nodiscard]] QString digitsOf(Registry registry);

} // namespace peerdesk
