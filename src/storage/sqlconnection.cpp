// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"

#include "storage/postgresqlconnection.h"
#include "storage/preparedstatements.h"
#include "storage/sqlerror.h"
#include "storage/sqliteconnection.h"
#include "storage/statement.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUuid>

namespace peerdesk {

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const DatabaseAddress &address, Access access)
{
    return address.isPostgreSql() ? PostgreSqlConnection::open(address, access)
                                  : SqliteConnection::open(address.location, access);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openAlone(const DatabaseAddress &address)
{
    return address.isPostgreSql() ? PostgreSqlConnection::openAlone(address)
                                  : SqliteConnection::openAlone(address.location);
}

SqlConnection::SqlConnection(const QString &driver)
    : m_name(QStringLiteral("peerdesk-%1").arg(QUuid::createUuid().toString(QUuid::Id128)))
{
    if (QSqlDatabase::isDriverAvailable(driver))
        m_database = QSqlDatabase::addDatabase(driver, m_name);
}

SqlConnection::~SqlConnection()
{
    delete PreparedStatements::of(m_database);
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqlConnection::openDatabase(const QString &what)
{
    if (!m_database.isValid())
        return Error(ErrorKind::Storage,
                     QCoreApplication::translate("SqlConnection", "Qt's driver for %1 is not installed").arg(what));
    if (!m_database.open())
        return sqlError(m_database.lastError(), QCoreApplication::translate("SqlConnection", "opening %1").arg(what));
    return {};
}

Result<void> SqlConnection::run(const QString &sql)
{
    return isLost() ? serverGone() : Statement(m_database, sql).execute();
}

Result<qint64> SqlConnection::number(const QString &sql)
{
    if (isLost())
        return serverGone();
    const auto found = Statement(m_database, sql).first<qint64>([](Statement &row) { return row.number(); });
    return found ? Result<qint64>(found->value_or(0)) : found.error();
}

bool SqlConnection::hasTable(const QString &name) const
{
    return m_database.tables().contains(name);
}

Result<void> SqlConnection::commit()
{
    return run(QStringLiteral("COMMIT"));
}

Result<bool> SqlConnection::wasCommitted(const SqlConnection &)
{
    return false;
}

Result<void> SqlConnection::backUpBeside(int)
{
    return {};
}

} // namespace peerdesk
