// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringdb/dump.h"

#include <QList>
#include <QString>

#include <string>
#include <variant>
#include <vector>

struct sqlite3_stmt;

namespace peerdesk {
struct MirrorTable;
}

namespace peerdesk::bench {

/// The least that filling a mirror can cost: one simdjson pass that reads every value of the files, and one insertion
/// of the rows that the mirror keeps through prepared statements, in one transaction, without a journal. No checks, no
/// index, no progress. Its rows are made beforehand.
class BareMirror
{
public:
    explicit BareMirror(const QString &dumps);

    /// Reads the files and every value in them.
    void parse() const;
    /// Into a new file at `path`.
    void insert(const QString &path) const;

private:
    using Value = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<char>>;
    struct Rows
    {
        const MirrorTable *table = nullptr;
        std::vector<std::vector<Value>> rows;
    };
    static void bind(sqlite3_stmt *statement, const std::vector<Value> &row);

    QStringList m_files;
    std::vector<Rows> m_tables;
};

} // namespace peerdesk::bench
