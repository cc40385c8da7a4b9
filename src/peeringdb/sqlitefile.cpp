// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/sqlitefile.h"

#include <QFile>

#include <sqlite3.h>

namespace peerdesk {
namespace {

constexpr int busyTimeoutMs = 5000;

int openFlags(SqliteFile::Mode mode)
{
    switch (mode) {
    case SqliteFile::Mode::ReadOnly:
        return SQLITE_OPEN_READONLY;
    case SqliteFile::Mode::ReadWrite:
        return SQLITE_OPEN_READWRITE;
    case SqliteFile::Mode::Create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

} // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void SqliteStatement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index + 1);
}

void SqliteStatement::bindInteger(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index + 1, value);
}

void SqliteStatement::bindReal(int index, double value)
{
    sqlite3_bind_double(m_statement.get(), index + 1, value);
}

void SqliteStatement::bindText(int index, std::string_view utf8)
{
    sqlite3_bind_text(m_statement.get(), index + 1, utf8.data(), static_cast<int>(utf8.size()), nullptr);
}

void SqliteStatement::bindBytes(int index, std::string_view bytes)
{
    sqlite3_bind_blob(m_statement.get(), index + 1, bytes.data(), static_cast<int>(bytes.size()), nullptr);
}

SqliteStatement::Step SqliteStatement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        return Step::Failed;
    }
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string_view SqliteStatement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view SqliteStatement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

void SqliteFile::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Result<SqliteFile> SqliteFile::open(const QString &path, Mode mode)
{
    sqlite3 *database = nullptr;
    const int code =
        sqlite3_open_v2(QFile::encodeName(path).constData(), &database, openFlags(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteFile file(database);
    if (code != SQLITE_OK)
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, QString::fromUtf8(sqlite3_errstr(code))));
    sqlite3_busy_timeout(database, busyTimeoutMs);
    return file;
}

Result<void> SqliteFile::run(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

Result<SqliteStatement> SqliteFile::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code =
        sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return lastError();
    return SqliteStatement(statement);
}

Error SqliteFile::lastError() const
{
    return Error(ErrorKind::Storage, QString::fromUtf8(sqlite3_errmsg(m_database.get())));
}

} // namespace peerdesk
