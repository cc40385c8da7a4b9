// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"
#include "theme/statuslook.h"

#include <QString>

#include <variant>

namespace peerdesk {

/// What one cell of a table shows. All text is plain text.
struct Cell
{
    QString text{};
    Icon icon = Icon::None;
    Tone tone = Tone::Plain; ///< of icon and text; Plain leaves both to the row
    bool strong = false;
    bool secondary = false;
    bool mono = false;                 ///< addresses and identifiers
    QString toolTip{};                 ///< the exact form of what the text says shortly
    QString spoken{};                  ///< for assistive technology, where the text alone says too little (a bare icon)
    QString problem{};                 ///< marks the cell as wrong and explains it
    Tone problemTone = Tone::Rejected; ///< Pending for what may be overridden

    bool operator==(const Cell &) const = default;
};

/// A status as icon, word and colour.
[[nodiscard]] inline Cell statusCell(const StatusLook &look)
{
    return {.text = look.word, .icon = look.icon, .tone = look.tone};
}

/// What a column sorts by: numbers before words.
using SortKey = std::variant<double, QString>;

struct ColumnInfo
{
    QString id;           ///< remembered in the settings
    QString title;        ///< translated
    int width = 12;       ///< in average characters or digits, until somebody changes it
    bool numeric = false; ///< right-aligned, first sorted downwards
    bool stretch = false;
    bool hidden = false;  ///< until somebody asks for it
    int filterField = -1; ///< the filter field this column's values belong to
    QString toolTip{};
    bool centered = false;
};

} // namespace peerdesk
