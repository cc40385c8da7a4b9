// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/preparedstatements.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace peerdesk {
namespace {

/// Lists of placeholders make many texts of one statement; the frequent ones are back soon.
constexpr std::size_t mostKept = 200;

} // namespace

void PreparedStatements::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

bool PreparedStatements::canUse(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    return query.exec(QStringLiteral("SELECT sqlite_source_id()")) && query.next()
           && query.value(0).toString() == QLatin1String(sqlite3_sourceid())
           && database.driver()->handle().typeName() == QByteArrayLiteral("sqlite3*");
}

PreparedStatements::PreparedStatements(const QSqlDatabase &database)
    : QObject(database.driver())
    , m_handle(*static_cast<sqlite3 *const *>(database.driver()->handle().constData()))
{
}

PreparedStatements *PreparedStatements::of(const QSqlDatabase &database)
{
    return database.driver()->findChild<PreparedStatements *>({}, Qt::FindDirectChildrenOnly);
}

PreparedStatements::Prepared PreparedStatements::take(const QString &sql)
{
    const auto known = m_idle.find(sql);
    if (known != m_idle.end() && known->second)
        return std::move(known->second);
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_prepare_v3(m_handle, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                       nullptr);
    return Prepared(statement);
}

void PreparedStatements::give(const QString &sql, Prepared statement)
{
    if (m_idle.size() >= mostKept)
        m_idle.clear();
    m_idle.insert_or_assign(sql, std::move(statement));
}

int PreparedStatements::rowsChanged() const
{
    return sqlite3_changes(m_handle);
}

QSqlError PreparedStatements::lastError() const
{
    return QSqlError(QString(), QString::fromUtf8(sqlite3_errmsg(m_handle)), QSqlError::StatementError,
                     QString::number(sqlite3_extended_errcode(m_handle)));
}

} // namespace peerdesk
