// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QSqlError>

#include <algorithm>

namespace peerdesk {
namespace {

struct SqlErrorText
{
    Q_DECLARE_TR_FUNCTIONS(SqlError)
};

// SQLite's primary result codes (sqlite.org/rescode.html); the extended ones carry them in their low byte.
enum Code {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

QString meaningOf(int code)
{
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return SqlErrorText::tr("The database is locked by another program");
    case ReadOnly:
        return SqlErrorText::tr("The database is read-only");
    case IoError:
        return SqlErrorText::tr("The disk reported an error");
    case Corrupt:
    case NotADatabase:
        return SqlErrorText::tr("The database file is damaged");
    case Full:
        return SqlErrorText::tr("The disk is full");
    case CannotOpen:
        return SqlErrorText::tr("The database file cannot be opened");
    default:
        return SqlErrorText::tr("The database refused a statement");
    }
}

struct State
{
    const char *prefix; // of the SQLSTATE, PostgreSQL's appendix "Error Codes"
    const char *meaning;
    bool passes = false;
};
constexpr State states[] = {
    {"08", QT_TRANSLATE_NOOP("SqlError", "The database server cannot be reached"), true},
    {"25006", QT_TRANSLATE_NOOP("SqlError", "The database server only lets read"), true},
    {"28", QT_TRANSLATE_NOOP("SqlError", "The database server refused the sign-in")},
    {"3D", QT_TRANSLATE_NOOP("SqlError", "There is no such database on the server")},
    {"40", QT_TRANSLATE_NOOP("SqlError", "Another program was in the way"), true},
    {"42501", QT_TRANSLATE_NOOP("SqlError", "The role at the database does not allow it")},
    {"53100", QT_TRANSLATE_NOOP("SqlError", "The disk is full")},
    {"53", QT_TRANSLATE_NOOP("SqlError", "The database server is overloaded"), true},
    {"55P03", QT_TRANSLATE_NOOP("SqlError", "The database is locked by another program"), true},
    {"57014", QT_TRANSLATE_NOOP("SqlError", "The database server took too long")},
    {"57P", QT_TRANSLATE_NOOP("SqlError", "The database server is stopping or starting"), true},
    {"XX001", QT_TRANSLATE_NOOP("SqlError", "The database is damaged")},
    {"", QT_TRANSLATE_NOOP("SqlError", "The database refused a statement")},
};
constexpr std::chrono::seconds soon{5};

/// libpq gives no SQLSTATE for what it finds out by itself, and that is always about the connection.
const State &stateOf(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (code.isEmpty())
        return states[0];
    return *std::find_if(std::begin(states), std::end(states),
                         [&code](const State &state) { return code.startsWith(QLatin1String(state.prefix)); });
}

bool isPostgreSql(const QSqlError &error)
{
    constexpr qsizetype sqlStateLength = 5;
    return error.nativeErrorCode().size() == sqlStateLength || error.driverText().contains(QLatin1String("QPSQL"))
           || error.databaseText().contains(QLatin1String("QPSQL"));
}

} // namespace

Error serverGone()
{
    Error gone(ErrorKind::Storage, SqlErrorText::tr(states[0].meaning));
    gone.retryAfter = soon;
    return gone;
}

Error sqlError(const QSqlError &error, const QString &doing)
{
    const QString words = error.databaseText().simplified();
    if (!isPostgreSql(error))
        return Error(ErrorKind::Storage,
                     QStringLiteral("%1 (%2: %3)").arg(meaningOf(error.nativeErrorCode().toInt()), doing, words));
    const State &state = stateOf(error);
    Error told(ErrorKind::Storage, QStringLiteral("%1 (%2: %3)").arg(SqlErrorText::tr(state.meaning), doing, words));
    if (state.passes)
        told.retryAfter = soon;
    return told;
}

} // namespace peerdesk
