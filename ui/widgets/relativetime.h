// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

namespace peerdesk {

/// "2 h", "20 min", "15 d": for a column. Empty for a length below zero.
[[nodiscard]] QString shortAge(UtcMs length);
/// "2 hours ago", "in 3 days", "just now": for a sentence. "never" for 0.
[[nodiscard]] QString relativeTime(UtcMs time, UtcMs now);
/// "2026-11-23 14:02:05 UTC": for the tooltip of every relative time. Empty for 0.
[[nodiscard]] QString exactTime(UtcMs time);
/// "14:02" on the same UTC day, else "21 Nov 14:02", else with the year: for a timeline.
[[nodiscard]] QString clockTime(UtcMs time, UtcMs now);

} // namespace peerdesk
