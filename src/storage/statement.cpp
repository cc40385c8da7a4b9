// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/preparedstatements.h"
#include "storage/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QVariant>

namespace peerdesk {

Statement::Statement(QSqlDatabase &database, const QString &sql)
    : m_kept(PreparedStatements::of(database))
    , m_sql(sql)
    , m_query(m_kept ? m_kept->take(sql) : std::nullopt)
    , m_sound(m_query.has_value())
{
    if (m_sound)
        return;
    m_query.emplace(database);
    if (database.driverName() == QLatin1String("QPSQL")) {
        m_quotes = database.driver();
        m_sound = true;
        return;
    }
    m_query->setForwardOnly(true);
    m_sound = m_query->prepare(sql);
}

Statement::~Statement()
{
    // What was bound and never run would be bound still when the next one takes it.
    if (!m_kept || !m_sound || !m_ran)
        return;
    m_query->finish();
    m_kept->give(m_sql, std::move(*m_query));
}

Statement &Statement::bind(const QString &text)
{
    // A null QString would be bound as NULL; the columns are NOT NULL. PostgreSQL's texts cannot hold U+0000.
    QString stored = text.isNull() ? QStringLiteral("") : text;
    return bindValue(stored.replace(QChar::Null, QChar::ReplacementCharacter));
}

Statement &Statement::bindNumber(qlonglong number)
{
    return bindValue(QVariant::fromValue(number));
}

Statement &Statement::bindNull()
{
    return bindValue(QVariant(QMetaType(QMetaType::QString)));
}

Statement &Statement::bindValue(const QVariant &value)
{
    if (!m_quotes) {
        m_query->addBindValue(value);
        return *this;
    }
    QSqlField field(QString(), value.metaType());
    field.setValue(value);
    m_literals.append(m_quotes->formatValue(field));
    return *this;
}

/// The question marks that are not within a text give way to the values.
QString Statement::withValues() const
{
    QString sql;
    bool quoted = false;
    qsizetype next = 0;
    for (const QChar c : m_sql) {
        if (c == QLatin1Char('\''))
            quoted = !quoted;
        if (c == QLatin1Char('?') && !quoted)
            sql += m_literals.value(next++);
        else
            sql += c;
    }
    return sql;
}

Result<int> Statement::run()
{
    m_ran = true;
    m_sound = m_quotes ? m_query->exec(withValues()) : m_sound && m_query->exec();
    if (!m_sound)
        return check().error();
    return m_query->numRowsAffected();
}

Result<void> Statement::execute()
{
    const auto changed = run();
    return changed ? Result<void>() : Result<void>(changed.error());
}

bool Statement::next()
{
    m_column = 0;
    return m_query->next();
}

QString Statement::text()
{
    return m_query->value(m_column++).toString();
}

qint64 Statement::number()
{
    return m_query->value(m_column++).toLongLong();
}

Result<void> Statement::check() const
{
    if (m_sound && !m_query->lastError().isValid())
        return {};
    constexpr qsizetype enoughToRecognise = 60;
    return sqlError(m_query->lastError(), m_sql.simplified().left(enoughToRecognise));
}

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

} // namespace peerdesk
