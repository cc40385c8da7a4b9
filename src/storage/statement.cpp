// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QStringList>
#include <QVariant>

namespace peerdesk {

Statement::Statement(QSqlDatabase &database, const QString &sql)
    : m_query(database)
    , m_sql(sql)
{
    // On PostgreSQL it would fetch row by row, and an error could come after the first rows.
    m_query.setForwardOnly(database.driverName() == QLatin1String("QSQLITE"));
    m_prepared = m_query.prepare(sql);
}

Statement &Statement::bind(const QString &text)
{
    // A null QString would be bound as NULL; the columns are NOT NULL. PostgreSQL's texts cannot hold U+0000.
    QString stored = text.isNull() ? QStringLiteral("") : text;
    m_query.addBindValue(stored.replace(QChar::Null, QChar::ReplacementCharacter));
    return *this;
}

Statement &Statement::bindNumber(qlonglong number)
{
    m_query.addBindValue(QVariant::fromValue(number));
    return *this;
}

Statement &Statement::bindNull()
{
    m_query.addBindValue(QVariant(QMetaType(QMetaType::QString)));
    return *this;
}

Result<int> Statement::run()
{
    if (!m_prepared || !m_query.exec())
        return check().error();
    return m_query.numRowsAffected();
}

bool Statement::next()
{
    m_column = 0;
    return m_query.next();
}

QString Statement::text()
{
    return m_query.value(m_column++).toString();
}

qint64 Statement::number()
{
    return m_query.value(m_column++).toLongLong();
}

Result<void> Statement::check() const
{
    if (m_prepared && !m_query.lastError().isValid())
        return {};
    constexpr qsizetype enoughToRecognise = 60;
    return sqlError(m_query.lastError(), m_sql.simplified().left(enoughToRecognise));
}

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

} // namespace peerdesk
