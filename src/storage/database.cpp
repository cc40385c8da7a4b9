// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/migrator.h"
#include "storage/privatefile.h"
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>

namespace peerdesk {
namespace {

Result<Envelope> matchingKey(const QString &path, const Clock &clock)
{
    auto connection = SqliteConnection::open(path, SqliteConnection::Access::ReadWrite);
    if (!connection)
        return connection.error();
    const auto keys = connection->number(QStringLiteral("SELECT count(*) FROM envelope_keys"));
    if (!keys)
        return keys.error();
    const QString keyPath = Envelope::keyPathFor(path);
    auto envelope = *keys == 0 ? Envelope::createOrLoad(keyPath) : Envelope::load(keyPath);
    if (!envelope)
        return envelope.error();
    QSqlQuery insert(connection->database());
    insert.prepare(QStringLiteral("INSERT INTO envelope_keys (fingerprint, created_at) "
                                  "SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM envelope_keys)"));
    insert.addBindValue(envelope->fingerprint());
    insert.addBindValue(qlonglong(clock.now()));
    if (!insert.exec())
        return sqlError(insert.lastError(), QStringLiteral("noting the key"));
    QSqlQuery known(connection->database());
    known.prepare(QStringLiteral("SELECT 1 FROM envelope_keys WHERE fingerprint = ?"));
    known.addBindValue(envelope->fingerprint());
    if (!known.exec())
        return sqlError(known.lastError(), QStringLiteral("checking the key"));
    if (!known.next())
        return Error(ErrorKind::Storage,
                     QCoreApplication::translate("Database", "%1 is not the key this database was sealed with").arg(keyPath));
    return envelope;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, const Clock &clock,
                                                 std::chrono::milliseconds watchEvery)
{
    const auto present = ensurePrivateFile(path);
    if (!present)
        return present.error();
    const auto migrated = Migrator(Migrator::builtIn(), clock).run(path);
    if (!migrated)
        return migrated.error();
    auto envelope = matchingKey(path, clock);
    if (!envelope)
        return envelope.error();
    return std::make_unique<Database>(Token{}, path, std::move(*envelope), watchEvery);
}

Database::Database(Token, QString path, Envelope envelope, std::chrono::milliseconds watchEvery)
    : m_path(std::move(path))
    , m_envelope(std::move(envelope))
    , m_writer(std::make_unique<DatabaseWorker>(m_path, SqliteConnection::Access::ReadWrite, watchEvery, [this] { announce(); }))
    , m_reader(std::make_unique<DatabaseWorker>(m_path, SqliteConnection::Access::ReadOnly, watchEvery, [] {}))
{
}

Database::~Database() = default;

/// On the writer's thread. Several commits before the owner's event loop turns are one signal.
void Database::announce()
{
    if (m_announcing.exchange(true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_announcing = false;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

} // namespace peerdesk
