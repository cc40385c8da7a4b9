// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace peerdesk::world {

/// The n-th invented company. Different numbers give different names, up to some 150,000; neighbours look unlike
/// each other.
[[nodiscard]] QString companyName(int number);

/// The n-th invented brand of exchanges and of data centres; the lists repeat.
[[nodiscard]] QString exchangeBrand(int number);
[[nodiscard]] QString facilityBrand(int number);

/// "Amber Heron Networks" -> "amber-heron-networks", for .example domains and AS-SET names.
[[nodiscard]] QString slugOf(const QString &name);

} // namespace peerdesk::world
