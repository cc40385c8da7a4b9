// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peeringdb/dump.h"
#include "peeringdb/mirrortables.h"

#include <QStringList>

#include <array>
#include <functional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace peerdesk {

/// One value of a row, as it is kept. Texts point into the dump or the reader and live until the next row.
struct DumpCell
{
    enum class Type : std::uint8_t { Null, Integer, Real, Text, Bytes };

    Type type = Type::Null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text;
};

/// A well-formed row of a dump: one cell for each column of its table.
struct MirrorRow
{
    enum class Status : std::uint8_t { Live, Deleted, Pending };

    std::span<const DumpCell> cells;
    Status status = Status::Live;
    std::int64_t updated = 0; ///< seconds since 1970 UTC, 0 for unknown

    [[nodiscard]] std::int64_t id() const { return cells.front().integer; }
};

/// What one dump held.
struct DumpCounts
{
    qint64 rows = 0;         ///< well-formed ones, of whatever status
    qint64 skipped = 0;      ///< malformed ones
    QStringList problems;    ///< the first few malformed rows, each named with what is wrong
    std::int64_t newest = 0; ///< the latest `updated`, the place to go on from
};

/// Reads the rows of `{"meta": ..., "data": [...]}` in one pass, leniently: unknown fields are passed over,
/// null, "" and values of another type than expected count as not given. A row that lacks what makes it one
/// (its id, a port's exchange), or names an address that is none, is malformed: counted, named, skipped.
/// Broken JSON ends the reading with Invalid, saying at which row and byte, or which row was the last whole one.
/// One reader serves one table, on one thread.
class DumpReader
{
public:
    using Take = std::function<Result<void>(const MirrorRow &)>;

    explicit DumpReader(const MirrorTable &table);
    ~DumpReader();
    DumpReader(const DumpReader &) = delete;
    DumpReader &operator=(const DumpReader &) = delete;

    /// `take` is called for each well-formed row; its failure ends the reading. Cancelled when `stop` is
    /// requested.
    [[nodiscard]] Result<DumpCounts> read(const Dump &dump, const Take &take, const std::stop_token &stop = {});

private:
    class Pass;

    const MirrorTable &m_table;
    std::unordered_map<std::string_view, int> m_columnOf;
    /// Dumps repeat their fields in one order: which column the n-th field of the row before was, by its
    /// name.
    std::vector<std::pair<std::string, int>> m_order;
    std::vector<DumpCell> m_cells;
    std::vector<std::array<char, 16>> m_addresses; ///< what address cells point to, by column
    std::string m_words;                           ///< what the list cell points to
};

} // namespace peerdesk
