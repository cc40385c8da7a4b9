// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace peerdesk::bench {

/// The least that storing a request can cost: the rows that the endpoint itself wrote for its newest one,
/// written again under other ids and for another network, through prepared statements of SQLite, into the
/// same tables with the same indices. Nothing is judged, looked up or composed.
class BareInsertion
{
public:
    enum class Durability { Synced, Unsynced };
    BareInsertion(const QString &database, Durability durability);
    ~BareInsertion();
    BareInsertion(const BareInsertion &) = delete;
    BareInsertion &operator=(const BareInsertion &) = delete;

    void begin();
    /// One request of that network, with all of its rows.
    void insert(std::uint32_t asn);
    void commit();

    /// Rows of one request, in all tables.
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    /// The sessions of the request that was inserted last.
    [[nodiscard]] std::vector<QByteArray> ids() const;

private:
    using Value = std::variant<std::monostate, std::int64_t, std::string>;
    struct Row
    {
        sqlite3_stmt *insert = nullptr;
        std::vector<std::string> columns;
        std::vector<Value> values;
    };
    void run(const char *sql);
    sqlite3_stmt *prepared(const std::string &sql);
    void take(const std::string &table, const std::string &where);
    void bind(Row &row, std::uint32_t asn);
    [[nodiscard]] const std::string &renamed(const std::string &id) const;

    sqlite3 *m_database = nullptr;
    std::vector<Row> m_rows;
    std::vector<std::pair<std::string, std::string>> m_names; ///< of the pattern's ids, and what they are called now
    std::vector<std::size_t> m_sessions;                      ///< which of the names are sessions'
    std::uint64_t m_count = 0;
};

} // namespace peerdesk::bench
