// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace peerdesk {

/// How far a dump that cannot be parsed is whole. simdjson looks through all of a text before it gives the first row,
/// so of a file that was cut off (a broken download, a full disk) it says no more than that it is broken; this says
/// where, by counting braces outside strings.
struct IntactRows
{
    qint64 rows = 0; ///< whole ones of "data", from the first
    qint64 end = 0;  ///< the byte behind the last of them

    /// Ends at the first byte that no JSON text may hold, at the latest where `text` does.
    [[nodiscard]] static IntactRows of(std::string_view text);
};

/// "row 17 is the last whole one and ends at byte 4711".
[[nodiscard]] QString toText(const IntactRows &intact);

} // namespace peerdesk
