// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/postgresqlconnection.h"

#include "storage/sqlerror.h"

#include <QSqlError>
#include <QSqlQuery>

namespace peerdesk {
namespace {

// Numbers of advisory locks are ours alone within the database. Any will do, if only all programs use the same.
constexpr auto takeWriteLock = "SELECT pg_advisory_xact_lock(7247181)";
constexpr auto takeMigrationLock = "SELECT pg_advisory_lock(7247182)";

/// A program that hangs within a transaction must not keep the others out for ever. An administrator's
/// synchronous_commit may ask for more than the default (remote_apply), but not for less: what is acknowledged is kept.
const QStringList settings = {
    QStringLiteral("SET statement_timeout = '30s'"),
    QStringLiteral("SET lock_timeout = '30s'"),
    QStringLiteral("SET idle_in_transaction_session_timeout = '30s'"),
    QStringLiteral("SELECT set_config('synchronous_commit', 'on', false) "
                   "WHERE current_setting('synchronous_commit') IN ('off', 'local')"),
};

QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

} // namespace

PostgreSqlConnection::PostgreSqlConnection()
    : SqlConnection(QStringLiteral("QPSQL"))
{
}

Result<std::unique_ptr<SqlConnection>> PostgreSqlConnection::open(const DatabaseAddress &address, Access)
{
    std::unique_ptr<PostgreSqlConnection> connection(new PostgreSqlConnection);
    if (const auto connected = connection->connectTo(address); !connected)
        return connected.error();
    return std::unique_ptr<SqlConnection>(std::move(connection));
}

Result<std::unique_ptr<SqlConnection>> PostgreSqlConnection::openAlone(const DatabaseAddress &address)
{
    auto connection = open(address, Access::ReadWrite);
    if (!connection)
        return connection;
    if (const auto locked = (*connection)->run(QLatin1String(takeMigrationLock)); !locked)
        return locked.error();
    return connection;
}

Result<void> PostgreSqlConnection::connectTo(const DatabaseAddress &address)
{
    const auto parameters = address.parameters();
    if (!parameters)
        return parameters.error();
    QStringList options;
    for (auto it = parameters->cbegin(); it != parameters->cend(); ++it)
        options.append(it.key() + QLatin1Char('=') + quoted(it.value()));
    m_database.setConnectOptions(options.join(QLatin1Char(' ')));
    if (const auto opened = openDatabase(address.location); !opened)
        return opened;
    for (const QString &setting : settings) {
        if (const auto done = run(setting); !done)
            return done;
    }
    return {};
}

Result<void> PostgreSqlConnection::beginReading()
{
    return run(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
}

/// READ COMMITTED, so that what is seen is what the holder before us left.
Result<void> PostgreSqlConnection::beginWriting()
{
    if (const auto begun = run(QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")); !begun)
        return begun;
    return run(QLatin1String(takeWriteLock));
}

/// The number of the transaction is asked for before, so that its outcome can be asked for after a lost connection.
Result<void> PostgreSqlConnection::commit()
{
    if (isLost())
        return serverGone();
    QSqlQuery announce(m_database);
    if (!announce.exec(QStringLiteral("SELECT pg_current_xact_id()::text, pg_notify('%1', '') "
                                      "WHERE pg_current_xact_id_if_assigned() IS NOT NULL")
                           .arg(channel())))
        return sqlError(announce.lastError(), QStringLiteral("announcing a commit"));
    const QString transaction = announce.next() ? announce.value(0).toString() : QString();
    const auto done = run(QStringLiteral("COMMIT"));
    if (!done && isLost())
        m_unknownTransaction = transaction;
    return done;
}

Result<bool> PostgreSqlConnection::wasCommitted(const SqlConnection &lost)
{
    const auto &other = static_cast<const PostgreSqlConnection &>(lost);
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT pg_xact_status('%1'::xid8)").arg(other.m_unknownTransaction))
        || !query.next())
        return sqlError(query.lastError(), QStringLiteral("asking for the outcome of a commit"));
    const QString status = query.value(0).toString();
    if (status == QLatin1String("committed") || status == QLatin1String("aborted"))
        return status == QLatin1String("committed");
    return Error(ErrorKind::Unavailable, status);
}

bool PostgreSqlConnection::mayWrite()
{
    const auto may = number(QStringLiteral("SELECT has_table_privilege('sessions', 'UPDATE')::int"));
    return may && *may != 0;
}

bool PostgreSqlConnection::isLost() const
{
    return !m_database.isOpen();
}

} // namespace peerdesk
