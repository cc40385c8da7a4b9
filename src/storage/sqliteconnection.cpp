// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteconnection.h"

#include "storage/preparedstatements.h"
#include "storage/privatefile.h"
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

namespace peerdesk {
namespace {

constexpr int lockTimeoutMs = 30'000;

struct SqliteText
{
    Q_DECLARE_TR_FUNCTIONS(SqliteConnection)
};

} // namespace

SqliteConnection::SqliteConnection(const QString &path)
    : SqlConnection(QStringLiteral("QSQLITE"))
    , m_path(path)
{
}

SqliteConnection::~SqliteConnection() = default;

Result<std::unique_ptr<SqlConnection>> SqliteConnection::open(const QString &path, Access access)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(path));
    if (const auto opened = connection->openFile(access); !opened)
        return opened.error();
    // What a savepoint would put back goes to a temporary file otherwise, made and deleted with each job. Jobs are small;
    // a migration is not, and keeps its file.
    if (const auto done = connection->run(QStringLiteral("PRAGMA temp_store=MEMORY")); !done)
        return done.error();
    return std::unique_ptr<SqlConnection>(std::move(connection));
}

Result<std::unique_ptr<SqlConnection>> SqliteConnection::openAlone(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // only a dead holder makes it stale
    if (!lock->tryLock(lockTimeoutMs)) {
        const QString why =
            lock->error() == QLockFile::LockFailedError
                ? SqliteText::tr("Another program is preparing %1")
                : SqliteText::tr("Nothing can be written beside %1: its folder is full, read-only or not ours");
        return Error(ErrorKind::Storage, why.arg(path));
    }
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(path));
    connection->m_alone = std::move(lock);
    if (const auto opened = connection->openFile(Access::ReadWrite); !opened)
        return opened.error();
    return std::unique_ptr<SqlConnection>(std::move(connection));
}

Result<void> SqliteConnection::openFile(Access access)
{
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(access == Access::ReadOnly
                                     ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                                     : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const auto opened = openDatabase(m_path);
    if (opened && PreparedStatements::canUse(m_database))
        new PreparedStatements(m_database); // which the driver owns
    if (!opened || access == Access::ReadOnly)
        return opened;
    // FULL: an acknowledged journal entry must survive a loss of power, and in WAL mode only FULL syncs at each commit
    // (sqlite.org/pragma.html#pragma_synchronous). Waiting writes share a commit, so the price is paid rarely.
    for (const QString &pragma : {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
                                  QStringLiteral("PRAGMA trusted_schema=OFF")}) {
        if (const auto done = run(pragma); !done)
            return done;
    }
    const auto version = number(QStringLiteral("PRAGMA data_version"));
    m_seenVersion = version ? *version : 0;
    return {};
}

Result<void> SqliteConnection::beginReading()
{
    return run(QStringLiteral("BEGIN"));
}

Result<void> SqliteConnection::beginWriting()
{
    return run(QStringLiteral("BEGIN IMMEDIATE"));
}

bool SqliteConnection::hasNews()
{
    const auto version = number(QStringLiteral("PRAGMA data_version"));
    const auto changes = number(QStringLiteral("SELECT total_changes()"));
    if (!version || !changes || (*version == m_seenVersion && *changes == m_seenChanges))
        return false;
    m_seenVersion = *version;
    m_seenChanges = *changes;
    return true;
}

QString SqliteConnection::backupPath(const QString &path, int version)
{
    return QStringLiteral("%1.before-%2").arg(path).arg(version + 1);
}

Result<void> SqliteConnection::backUpBeside(int version)
{
    const QString backup = backupPath(m_path, version);
    QFile::remove(backup); // from a migration that failed half-way: the database is still what it was then
    const auto present = ensurePrivateFile(backup); // VACUUM INTO takes an empty file and keeps its mode
    if (!present)
        return present;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(backup);
    if (!query.exec())
        return sqlError(query.lastError(), SqliteText::tr("backing up to %1").arg(backup));
    return {};
}

} // namespace peerdesk
