// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// Which of PeeringDB's objects and fields the mirror keeps. The tables of the mirror's file carry
/// PeeringDB's own names, so that its API's documentation explains them; a field that is not named here is
/// passed over. All of filling, updating and opening goes by these tables.
namespace peerdesk {

enum class ColumnKind : std::uint8_t {
    Id, ///< a number above 0; null where the directory says none
    Number,
    Flag,
    Text,
    Words,   ///< a list of texts, kept as lines
    Time,    ///< kept as seconds since 1970 UTC
    Address, ///< kept as its 4 or 16 bytes
    Prefix,
    Degrees,
};

struct MirrorColumn
{
    std::string_view field;
    ColumnKind kind = ColumnKind::Text;
    bool required = false; ///< a row without it is malformed
};

struct MirrorTable
{
    std::string_view type;                 ///< PeeringDB's tag: "net", "netixlan"; also the dump's and the table's name
    std::span<const MirrorColumn> columns; ///< the first is always id
    bool essential = false; ///< without it there is no mirror; the others may be absent from a folder of dumps
    bool needsKey = false;  ///< PeeringDB shows it in full only to who has an API key

    [[nodiscard]] QLatin1String name() const { return QLatin1String(type.data(), static_cast<int>(type.size())); }
    [[nodiscard]] std::string createSql() const;
    [[nodiscard]] std::string upsertSql() const;
    [[nodiscard]] std::string removeSql() const;
    /// "SELECT id, ... FROM type ORDER BY id": every column, in order.
    [[nodiscard]] std::string selectSql() const;
};

/// Parents before children.
[[nodiscard]] std::span<const MirrorTable> mirrorTables();
/// Nothing for a type that is not mirrored.
[[nodiscard]] const MirrorTable *mirrorTable(std::string_view type);

} // namespace peerdesk
