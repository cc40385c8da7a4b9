// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bareinsertion.h"

#include <QFile>

#include <sqlite3.h>

#include <cinttypes>
#include <cstdio>

namespace peerdesk::bench {
namespace {

constexpr auto newest = "(SELECT id FROM requests ORDER BY created_at DESC, id DESC LIMIT 1)";

bool isId(const std::string &column)
{
    return column == "id" || column == "request_id" || column == "noun_id" || column == "idempotency_key";
}

bool isCaller(const std::string &column)
{
    return column == "asn" || column == "initiator_asn";
}

} // namespace

BareInsertion::BareInsertion(const QString &database, Durability durability)
{
    if (sqlite3_open(QFile::encodeName(database).constData(), &m_database) != SQLITE_OK)
        qFatal("%s cannot be opened", qPrintable(database));
    run(durability == Durability::Synced ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
    const std::string request = newest;
    const std::string sessions = "(SELECT id FROM sessions WHERE request_id = " + request + ")";
    take("requests", "id = " + request);
    take("sessions", "request_id = " + request);
    take("audit", "noun_id IN " + sessions + " OR noun_id = " + request);
    take("notices", "session_id IN " + sessions);
}

BareInsertion::~BareInsertion()
{
    for (const Row &row : m_rows)
        sqlite3_finalize(row.insert);
    sqlite3_close(m_database);
}

void BareInsertion::run(const char *sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql, sqlite3_errmsg(m_database));
}

sqlite3_stmt *BareInsertion::prepared(const std::string &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), sqlite3_errmsg(m_database));
    return statement;
}

void BareInsertion::take(const std::string &table, const std::string &where)
{
    sqlite3_stmt *select = prepared("SELECT * FROM " + table + " WHERE " + where);
    const int columns = sqlite3_column_count(select);
    std::string marks = "?";
    for (int i = 1; i < columns; ++i)
        marks += ", ?";
    while (sqlite3_step(select) == SQLITE_ROW) {
        Row row;
        row.insert = prepared("INSERT INTO " + table + " VALUES (" + marks + ")");
        for (int i = 0; i < columns; ++i) {
            row.columns.emplace_back(sqlite3_column_name(select, i));
            Value value;
            if (sqlite3_column_type(select, i) == SQLITE_INTEGER)
                value = sqlite3_column_int64(select, i);
            else if (sqlite3_column_type(select, i) != SQLITE_NULL)
                value = std::string(reinterpret_cast<const char *>(sqlite3_column_text(select, i)));
            const auto *id = std::get_if<std::string>(&value);
            if (id && isId(row.columns.back()) && &renamed(*id) == id) {
                if (table == "sessions" && row.columns.back() == "id")
                    m_sessions.push_back(m_names.size());
                m_names.emplace_back(*id, *id);
            }
            row.values.push_back(std::move(value));
        }
        m_rows.push_back(std::move(row));
    }
    sqlite3_finalize(select);
}

const std::string &BareInsertion::renamed(const std::string &id) const
{
    for (const auto &[before, now] : m_names) {
        if (before == id)
            return now;
    }
    return id;
}

void BareInsertion::bind(Row &row, std::uint32_t asn)
{
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const int index = static_cast<int>(i) + 1;
        const std::string &column = row.columns[i];
        const auto *number = std::get_if<std::int64_t>(&row.values[i]);
        const auto *text = std::get_if<std::string>(&row.values[i]);
        if (number) {
            sqlite3_bind_int64(row.insert, index, isCaller(column) ? std::int64_t(asn) : *number);
        } else if (text) {
            const std::string &now = isId(column) ? renamed(*text) : *text;
            sqlite3_bind_text(row.insert, index, now.data(), static_cast<int>(now.size()), SQLITE_STATIC);
        } else {
            sqlite3_bind_null(row.insert, index);
        }
    }
}

void BareInsertion::begin()
{
    run("BEGIN IMMEDIATE");
}

void BareInsertion::insert(std::uint32_t asn)
{
    // In the order of time, as the endpoint's own.
    char id[40];
    for (auto &[before, now] : m_names) {
        std::snprintf(id, sizeof id, "%016" PRIx64 "%016" PRIx64, std::uint64_t(asn), ++m_count);
        now = id;
    }
    for (Row &row : m_rows) {
        bind(row, asn);
        if (sqlite3_step(row.insert) != SQLITE_DONE)
            qFatal("%s", sqlite3_errmsg(m_database));
        sqlite3_reset(row.insert);
    }
}

std::vector<QByteArray> BareInsertion::ids() const
{
    std::vector<QByteArray> ids;
    for (const std::size_t index : m_sessions)
        ids.push_back(QByteArray::fromStdString(m_names[index].second));
    return ids;
}

void BareInsertion::commit()
{
    run("COMMIT");
}

} // namespace peerdesk::bench
