// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace peerdesk::world {

/// A real city: the one thing in the world that is not invented, so that the map looks like one.
struct City
{
    const char *name;      ///< UTF-8
    const char *country;   ///< ISO 3166-1 alpha-2
    const char *continent; ///< as PeeringDB's region_continent
    double latitude;
    double longitude;
};

[[nodiscard]] std::span<const City> cities();

} // namespace peerdesk::world
