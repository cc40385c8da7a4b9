// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QSqlError>

namespace peerdesk {
namespace {

// SQLite's primary result codes (sqlite.org/rescode.html); the extended ones carry them in their low byte.
enum Code { Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

QString meaningOf(int code)
{
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return QCoreApplication::translate("SqlError", "The database is locked by another program");
    case ReadOnly:
        return QCoreApplication::translate("SqlError", "The database is read-only");
    case IoError:
        return QCoreApplication::translate("SqlError", "The disk reported an error");
    case Corrupt:
    case NotADatabase:
        return QCoreApplication::translate("SqlError", "The database file is damaged");
    case Full:
        return QCoreApplication::translate("SqlError", "The disk is full");
    case CannotOpen:
        return QCoreApplication::translate("SqlError", "The database file cannot be opened");
    default:
        return QCoreApplication::translate("SqlError", "The database refused a statement");
    }
}

} // namespace

Error sqlError(const QSqlError &error, const QString &doing)
{
    const QString meaning = meaningOf(error.nativeErrorCode().toInt());
    return Error(ErrorKind::Storage,
                 QStringLiteral("%1 (%2: %3)").arg(meaning, doing, error.databaseText().simplified()));
}

} // namespace peerdesk
