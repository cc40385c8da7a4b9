// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"

#include "base/logging.h"
#include "storage/sqlconnection.h"
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>

void initMigrationsResource()
{
    Q_INIT_RESOURCE(migrations);
}

namespace peerdesk {
namespace {

QString migrating(const QString &name)
{
    return QCoreApplication::translate("Migrator", "preparing the database, %1").arg(name);
}

} // namespace

Migration Migration::fromFile(const QString &fileName, const QByteArray &sql)
{
    return {fileName.section(QLatin1Char('_'), 0, 0).toInt(), fileName, sql};
}

int Migration::minCompatible() const
{
    static const QRegularExpression line(QStringLiteral("^-- min_compatible: (\\d+)$"),
                                         QRegularExpression::MultilineOption);
    const auto match = line.match(QString::fromUtf8(sql));
    return match.hasMatch() ? match.captured(1).toInt() : number;
}

QString Migration::checksum() const
{
    return QString::fromLatin1(QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex());
}

QStringList Migration::statements() const
{
    QStringList list;
    QString statement;
    bool quoted = false;
    const QString text = QString::fromUtf8(sql);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!quoted && QStringView(text).mid(i).startsWith(QLatin1String("--"))) {
            while (i < text.size() && text.at(i) != QLatin1Char('\n'))
                ++i;
            statement += QLatin1Char('\n');
            continue;
        }
        if (c == QLatin1Char('\''))
            quoted = !quoted;
        if (c == QLatin1Char(';') && !quoted) {
            list.append(statement.trimmed());
            statement.clear();
            continue;
        }
        statement += c;
    }
    if (!statement.trimmed().isEmpty())
        list.append(statement.trimmed());
    return list;
}

QList<Migration> Migrator::builtIn()
{
    initMigrationsResource();
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/migrations"));
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.append(Migration::fromFile(name, file.readAll()));
    }
    return migrations;
}

Migrator::Migrator(QList<Migration> migrations, const Clock &clock)
    : m_migrations(std::move(migrations))
    , m_clock(clock)
{
}

Result<void> Migrator::run(const DatabaseAddress &address) const
{
    const auto opened = SqlConnection::openAlone(address);
    if (!opened)
        return opened.error();
    SqlConnection &connection = **opened;
    const auto now = applied(connection);
    if (!now)
        return now.error();
    if (now->version > newestKnown()) {
        if (now->minCompatible <= newestKnown())
            return {};
        return Error(ErrorKind::Storage,
                     QCoreApplication::translate(
                         "Migrator", "%1 was written by a newer Peerdesk (schema %2; this program knows %3)")
                         .arg(address.location)
                         .arg(now->version)
                         .arg(newestKnown()));
    }
    if (now->version > 0 && now->version < newestKnown()) {
        const auto saved = connection.backUpBeside(now->version);
        if (!saved)
            return saved;
    }
    for (const Migration &migration : m_migrations) {
        if (migration.number <= now->version)
            continue;
        const auto done = apply(connection, migration);
        if (!done) {
            (void)connection.run(QStringLiteral("ROLLBACK"));
            return done;
        }
        qCInfo(lcStorage) << "Applied migration" << migration.name;
    }
    return {};
}

int Migrator::newestKnown() const
{
    return m_migrations.isEmpty() ? 0 : m_migrations.last().number;
}

/// What the database has, after checking that it is what we know under those numbers.
Result<Migrator::Applied> Migrator::applied(SqlConnection &connection) const
{
    const auto made = connection.hasTable(QStringLiteral("migrations"))
                          ? Result<void>()
                          : connection.run(QStringLiteral("CREATE TABLE migrations ("
                                                          "number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
                                                          "checksum TEXT NOT NULL, min_compatible BIGINT NOT NULL, "
                                                          "applied_at BIGINT NOT NULL)"));
    if (!made)
        return made.error();
    QSqlQuery query(connection.database());
    if (!query.exec(QStringLiteral("SELECT number, name, checksum, min_compatible FROM migrations ORDER BY number")))
        return sqlError(query.lastError(), migrating(QStringLiteral("migrations")));
    Applied found;
    while (query.next()) {
        found.version = query.value(0).toInt();
        found.minCompatible = std::max(found.minCompatible, query.value(3).toInt());
        const auto known = std::find_if(m_migrations.begin(), m_migrations.end(),
                                        [&found](const Migration &m) { return m.number == found.version; });
        if (known != m_migrations.end() && known->checksum() != query.value(2).toString())
            return Error(ErrorKind::Storage,
                         QCoreApplication::translate("Migrator", "The database was made with another version of %1")
                             .arg(query.value(1).toString()));
    }
    return found;
}

Result<void> Migrator::apply(SqlConnection &connection, const Migration &migration) const
{
    auto done = connection.beginWriting();
    if (!done)
        return done;
    const QStringList statements = migration.statements();
    for (const QString &statement : statements) {
        QSqlQuery query(connection.database());
        if (!query.exec(statement))
            return sqlError(query.lastError(), migrating(migration.name));
    }
    QSqlQuery note(connection.database());
    note.prepare(QStringLiteral("INSERT INTO migrations (number, name, checksum, min_compatible, applied_at) "
                                "VALUES (?, ?, ?, ?, ?)"));
    note.addBindValue(migration.number);
    note.addBindValue(migration.name);
    note.addBindValue(migration.checksum());
    note.addBindValue(migration.minCompatible());
    note.addBindValue(qlonglong(m_clock.now()));
    if (!note.exec())
        return sqlError(note.lastError(), migrating(migration.name));
    return connection.commit();
}

} // namespace peerdesk
