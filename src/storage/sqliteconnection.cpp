// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteconnection.h"

#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace peerdesk {

Result<SqliteConnection> SqliteConnection::open(const QString &path, Access access)
{
    SqliteConnection connection(QStringLiteral("peerdesk-%1").arg(QUuid::createUuid().toString(QUuid::Id128)));
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return Error(ErrorKind::Storage, QCoreApplication::translate("SqliteConnection", "Qt's SQLite driver is not installed"));
    connection.m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection.m_name);
    connection.m_database.setDatabaseName(path);
    connection.m_database.setConnectOptions(access == Access::ReadOnly
                                                ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                                                : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const QString opening = QCoreApplication::translate("SqliteConnection", "opening %1").arg(path);
    if (!connection.m_database.open())
        return sqlError(connection.m_database.lastError(), opening);
    if (access == Access::ReadOnly)
        return connection;
    // FULL: an acknowledged journal entry must survive a loss of power, and in WAL mode only FULL syncs at each commit
    // (sqlite.org/pragma.html#pragma_synchronous). Waiting writes share a commit, so the price is paid rarely.
    for (const QString &pragma : {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
                                  QStringLiteral("PRAGMA trusted_schema=OFF")}) {
        const auto done = connection.run(pragma);
        if (!done)
            return done.error();
    }
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    if (m_name.isEmpty())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

SqliteConnection::SqliteConnection(SqliteConnection &&other) noexcept
    : m_name(std::exchange(other.m_name, QString()))
    , m_database(std::exchange(other.m_database, QSqlDatabase()))
{
}

Result<void> SqliteConnection::run(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return sqlError(query.lastError(), sql.section(QLatin1Char('\n'), 0, 0));
    return {};
}

Result<qint64> SqliteConnection::number(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return sqlError(query.lastError(), sql);
    return query.next() ? query.value(0).toLongLong() : 0;
}

} // namespace peerdesk
