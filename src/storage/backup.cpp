// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "storage/envelope.h"
#include "storage/privatefile.h"
#include "storage/sqlconnection.h"
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

namespace peerdesk {
namespace {

struct BackupText
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

Error problem(const QString &words)
{
    return Error(ErrorKind::Storage, words);
}

Result<void> notAtAServer(const DatabaseAddress &address)
{
    if (address.isPostgreSql())
        return problem(BackupText::tr("%1 is backed up at its server, with pg_dump").arg(address.location));
    return {};
}

Result<void> copyInto(const QString &database, const QString &file)
{
    const auto connection = SqlConnection::open(database, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.error();
    QSqlQuery query((*connection)->database());
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(file);
    if (!query.exec())
        return sqlError(query.lastError(), BackupText::tr("backing up to %1").arg(file));
    return {};
}

/// That the copy is whole, is one of Peerdesk's, and was sealed with the key that lies at the database.
Result<void> checkCopy(const QString &file, const QString &keyPath)
{
    const auto connection = SqlConnection::open(file, SqlConnection::Access::ReadOnly);
    if (!connection)
        return connection.error();
    QSqlQuery query((*connection)->database());
    const bool whole = query.exec(QStringLiteral("PRAGMA integrity_check")) && query.next()
                       && query.value(0).toString() == QLatin1String("ok");
    if (!whole || !(*connection)->hasTable(QStringLiteral("migrations")))
        return problem(BackupText::tr("%1 is damaged, or no database of Peerdesk's").arg(file));
    const auto envelope = Envelope::load(keyPath);
    if (!envelope)
        return envelope.error();
    query.prepare(QStringLiteral("SELECT count(*) FROM envelope_keys WHERE fingerprint = ?"));
    query.addBindValue(envelope->fingerprint());
    if (!query.exec() || !query.next() || query.value(0).toInt() != 1)
        return problem(BackupText::tr("%1 is not the key that %2 was sealed with").arg(keyPath, file));
    return {};
}

/// In WAL mode every open connection holds a shared lock, so the exclusive one is only to be had alone
/// (sqlite.org/wal.html, "Use of WAL without shared memory"). What the log holds is in the file afterwards.
Result<void> waitUntilUnused(const QString &database)
{
    const auto connection = SqlConnection::openAlone(database);
    if (!connection)
        return connection.error();
    for (const QString &step : {QStringLiteral("PRAGMA locking_mode=EXCLUSIVE"), QStringLiteral("BEGIN EXCLUSIVE"),
                                QStringLiteral("COMMIT"), QStringLiteral("PRAGMA journal_mode=DELETE")}) {
        if (!(*connection)->run(step))
            return problem(
                BackupText::tr("A program still uses %1: stop the daemon and close the desks first").arg(database));
    }
    return {};
}

} // namespace

Result<void> backUp(const DatabaseAddress &address, const QString &file)
{
    if (const auto ours = notAtAServer(address); !ours)
        return ours;
    if (!QFile::exists(address.location))
        return Error(ErrorKind::NotFound, address.location);
    if (QFile::exists(file))
        return Error(ErrorKind::Conflict, BackupText::tr("%1 exists already").arg(file));
    if (const auto made = ensurePrivateFile(file); !made) // VACUUM INTO takes an empty file and keeps its mode
        return made;
    const auto copied = copyInto(address.location, file);
    if (!copied)
        QFile::remove(file);
    return copied;
}

Result<void> restore(const DatabaseAddress &address, const QString &file)
{
    const QString &database = address.location;
    const QString draft = database + QStringLiteral(".restoring");
    const QString aside = database + QStringLiteral(".before-restore");
    if (const auto ours = notAtAServer(address); !ours)
        return ours;
    if (const auto good = checkCopy(file, address.keyPath()); !good)
        return good;
    QFile::remove(draft); // of an attempt that was cut short
    if (const auto copied = backUp(file, draft); !copied)
        return copied;
    if (QFile::exists(database)) {
        if (const auto unused = waitUntilUnused(database); !unused) {
            QFile::remove(draft);
            return unused;
        }
        QFile::remove(aside);
        if (!QFile::rename(database, aside))
            return problem(BackupText::tr("%1 cannot be moved aside").arg(database));
    }
    if (!QFile::rename(draft, database))
        return problem(BackupText::tr("%1 cannot be put in place").arg(database));
    return {};
}

} // namespace peerdesk
