// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/baremirror.h"

#include "peeringdb/dumpreader.h"

#include <QFile>

#include <simdjson.h>
#include <sqlite3.h>

#include <cstdlib>

namespace peerdesk::bench {
namespace {

namespace json = simdjson::ondemand;

/// Visits every value; the sum keeps the compiler from leaving it out.
std::size_t visit(json::value value)
{
    std::size_t sum = 0;
    switch (value.type().value_unsafe()) {
    case json::json_type::string:
        return value.get_string().value_unsafe().size();
    case json::json_type::number:
        return static_cast<std::size_t>(value.get_double().value_unsafe());
    case json::json_type::boolean:
        return value.get_bool().value_unsafe() ? 1 : 0;
    case json::json_type::array:
        for (auto element : value.get_array())
            sum += visit(element.value_unsafe());
        return sum;
    case json::json_type::object:
        for (auto field : value.get_object())
            sum += visit(field.value_unsafe().value());
        return sum;
    case json::json_type::null:
        return value.is_null().value_unsafe() ? 1 : 0;
    }
    return sum;
}

} // namespace

BareMirror::BareMirror(const QString &dumps)
{
    for (const MirrorTable &table : mirrorTables()) {
        const QString path = Dump::findFile(dumps, QString(table.name()));
        if (path.isEmpty())
            continue;
        m_files.append(path);
        Rows &rows = m_tables.emplace_back();
        rows.table = &table;
        const auto dump = Dump::fromFile(path);
        DumpReader reader(table);
        const auto counts = reader.read(*dump, [&rows](const MirrorRow &row) -> Result<void> {
            std::vector<Value> &values = rows.rows.emplace_back();
            for (const DumpCell &cell : row.cells) {
                switch (cell.type) {
                case DumpCell::Type::Null:
                    values.emplace_back();
                    break;
                case DumpCell::Type::Integer:
                    values.emplace_back(cell.integer);
                    break;
                case DumpCell::Type::Real:
                    values.emplace_back(cell.real);
                    break;
                case DumpCell::Type::Text:
                    values.emplace_back(std::string(cell.text));
                    break;
                case DumpCell::Type::Bytes:
                    values.emplace_back(std::vector<char>(cell.text.begin(), cell.text.end()));
                    break;
                }
            }
            return {};
        });
        if (!counts)
            std::abort();
    }
}

void BareMirror::parse() const
{
    std::size_t sum = 0;
    for (const QString &path : m_files) {
        const auto text = simdjson::padded_string::load(QFile::encodeName(path).toStdString());
        json::parser parser;
        json::document document = parser.iterate(text.value_unsafe()).value_unsafe();
        for (auto row : document["data"].get_array())
            sum += visit(row.value_unsafe());
    }
    volatile std::size_t keep = sum;
    (void)keep;
}

void BareMirror::bind(sqlite3_stmt *statement, const std::vector<Value> &row)
{
    int index = 0;
    for (const Value &value : row) {
        ++index;
        if (const auto *integer = std::get_if<std::int64_t>(&value))
            sqlite3_bind_int64(statement, index, *integer);
        else if (const auto *real = std::get_if<double>(&value))
            sqlite3_bind_double(statement, index, *real);
        else if (const auto *words = std::get_if<std::string>(&value))
            sqlite3_bind_text(statement, index, words->data(), static_cast<int>(words->size()), nullptr);
        else if (const auto *bytes = std::get_if<std::vector<char>>(&value))
            sqlite3_bind_blob(statement, index, bytes->data(), static_cast<int>(bytes->size()), nullptr);
        else
            sqlite3_bind_null(statement, index);
    }
}

void BareMirror::insert(const QString &path) const
{
    QFile::remove(path);
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(path).constData(), &database);
    sqlite3_exec(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN", nullptr, nullptr, nullptr);
    for (const Rows &rows : m_tables) {
        sqlite3_exec(database, rows.table->createSql().c_str(), nullptr, nullptr, nullptr);
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(database, rows.table->upsertSql().c_str(), -1, &statement, nullptr);
        for (const auto &row : rows.rows) {
            bind(statement, row);
            if (sqlite3_step(statement) != SQLITE_DONE)
                std::abort();
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
    }
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(database);
}

} // namespace peerdesk::bench
