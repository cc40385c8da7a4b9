// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QVariant>

#include <sqlite3.h>

namespace peerdesk {

Statement::Statement(QSqlDatabase &database, const QString &sql)
    : m_sql(sql)
    , m_kept(PreparedStatements::of(database))
{
    if (m_kept) {
        m_prepared = m_kept->take(sql);
        m_sound = m_prepared != nullptr;
        return;
    }
    m_query.emplace(database);
    m_quotes = database.driver();
    m_sound = true;
}

Statement::~Statement()
{
    if (!m_prepared || !m_sound)
        return;
    sqlite3_reset(m_prepared.get());
    sqlite3_clear_bindings(m_prepared.get()); // what was bound may be long, or a token's hash
    m_kept->give(m_sql, std::move(m_prepared));
}

Statement &Statement::bind(const QString &text)
{
    // A null QString would be quoted as NULL; the columns are NOT NULL. PostgreSQL's texts cannot hold U+0000.
    QString stored = text.isNull() ? QStringLiteral("") : text;
    if (stored.contains(QChar::Null))
        stored.replace(QChar::Null, QChar::ReplacementCharacter);
    if (!m_kept)
        return bindLiteral(stored);
    const QByteArray utf8 = stored.toUtf8();
    sqlite3_bind_text(m_prepared.get(), ++m_bound, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindNumber(qlonglong number)
{
    if (!m_kept)
        return bindLiteral(number);
    sqlite3_bind_int64(m_prepared.get(), ++m_bound, number);
    return *this;
}

Statement &Statement::bindNull()
{
    if (!m_kept)
        return bindLiteral(QVariant(QMetaType(QMetaType::QString)));
    sqlite3_bind_null(m_prepared.get(), ++m_bound);
    return *this;
}

Statement &Statement::bindLiteral(const QVariant &value)
{
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
    m_sound = m_sound && (m_kept ? step() : m_query->exec(withValues()));
    if (!m_sound)
        return check().error();
    return m_kept ? m_kept->rowsChanged() : m_query->numRowsAffected();
}

Result<void> Statement::execute()
{
    const auto changed = run();
    return changed ? Result<void>() : Result<void>(changed.error());
}

Result<bool> Statement::changedOne()
{
    const auto changed = run();
    return changed ? Result<bool>(*changed == 1) : Result<bool>(changed.error());
}

bool Statement::step()
{
    const int outcome = sqlite3_step(m_prepared.get());
    m_row = outcome == SQLITE_ROW ? Row::Waiting : Row::None;
    return outcome == SQLITE_ROW || outcome == SQLITE_DONE;
}

bool Statement::next()
{
    m_column = 0;
    if (!m_kept)
        return m_query->next();
    if (m_row == Row::Read)
        m_sound = step();
    if (m_row == Row::None)
        return false;
    m_row = Row::Read;
    return true;
}

QString Statement::text()
{
    if (!m_kept)
        return m_query->value(m_column++).toString();
    const int column = m_column++;
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_prepared.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_prepared.get(), column));
}

qint64 Statement::number()
{
    return m_kept ? sqlite3_column_int64(m_prepared.get(), m_column++) : m_query->value(m_column++).toLongLong();
}

Result<void> Statement::check() const
{
    if (m_sound && (m_kept || !m_query->lastError().isValid()))
        return {};
    constexpr qsizetype enoughToRecognise = 60;
    return sqlError(m_kept ? m_kept->lastError() : m_query->lastError(), m_sql.simplified().left(enoughToRecognise));
}

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

} // namespace peerdesk
