// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace peerdesk {

/// A prepared statement of a SqliteFile, which must outlive it. Parameters count from 0, as columns do.
class SqliteStatement
{
public:
    enum class Step { Row, Done, Failed };

    void bindNull(int index);
    void bindInteger(int index, std::int64_t value);
    void bindReal(int index, double value);
    /// The bytes are not copied: they must stay until the next `reset`.
    void bindText(int index, std::string_view utf8);
    void bindBytes(int index, std::string_view bytes);

    [[nodiscard]] Step step();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const;

private:
    friend class SqliteFile;
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One SQLite file through its C interface. The mirror alone uses it: Qt's driver turns every text into
/// UTF-16 and back and boxes every value, which on 100,000 rows of some 30 columns is most of the time that
/// filling and opening may take. Everything else in the program goes through storage. One thread at a time.
class SqliteFile
{
public:
    enum class Mode { ReadOnly, ReadWrite, Create };

    /// Storage if the file cannot be opened or is no database.
    [[nodiscard]] static Result<SqliteFile> open(const QString &path, Mode mode);

    [[nodiscard]] Result<void> run(const char *sql);
    [[nodiscard]] Result<SqliteStatement> prepare(std::string_view sql);
    /// The last failure in SQLite's words.
    [[nodiscard]] Error lastError() const;

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };
    explicit SqliteFile(sqlite3 *database)
        : m_database(database)
    {
    }
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace peerdesk
