// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/changelistener.h"
#include "storage/sqlconnection.h"
#include "storage/migrator.h"
#include "storage/privatefile.h"
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QSqlError>
#include <QSqlQuery>

namespace peerdesk {
namespace {

Result<Envelope> matchingKey(const DatabaseAddress &address, const Clock &clock)
{
    const auto opened = SqlConnection::openAlone(address);
    if (!opened)
        return opened.error();
    SqlConnection &connection = **opened;
    const auto keys = connection.number(QStringLiteral("SELECT count(*) FROM envelope_keys"));
    if (!keys)
        return keys.error();
    if (*keys != 0 && !connection.mayWrite() && !QFileInfo::exists(address.keyPath()))
        return Envelope::withoutKey();
    auto envelope = *keys == 0 ? Envelope::createOrLoad(address.keyPath()) : Envelope::load(address.keyPath());
    if (!envelope)
        return envelope.error();
    if (*keys == 0) {
        QSqlQuery insert(connection.database());
        insert.prepare(QStringLiteral("INSERT INTO envelope_keys (fingerprint, created_at) VALUES (?, ?)"));
        insert.addBindValue(envelope->fingerprint());
        insert.addBindValue(qlonglong(clock.now()));
        if (!insert.exec())
            return sqlError(insert.lastError(), QStringLiteral("noting the key"));
    }
    QSqlQuery known(connection.database());
    known.prepare(QStringLiteral("SELECT 1 FROM envelope_keys WHERE fingerprint = ?"));
    known.addBindValue(envelope->fingerprint());
    if (!known.exec())
        return sqlError(known.lastError(), QStringLiteral("checking the key"));
    if (!known.next())
        return Error(ErrorKind::Storage,
                     QCoreApplication::translate("Database", "%1 is not the key this database was sealed with")
                         .arg(address.keyPath()));
    return envelope;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const DatabaseAddress &address, const Clock &clock,
                                                 std::chrono::milliseconds watchEvery)
{
    if (!address.isPostgreSql()) {
        if (const auto present = ensurePrivateFile(address.location); !present)
            return present.error();
    }
    const auto migrated = Migrator(Migrator::builtIn(), clock).run(address);
    if (!migrated)
        return migrated.error();
    auto envelope = matchingKey(address, clock);
    if (!envelope)
        return envelope.error();
    return std::make_unique<Database>(Token{}, address, std::move(*envelope), watchEvery);
}

Database::Database(Token, const DatabaseAddress &address, Envelope envelope, std::chrono::milliseconds watchEvery)
    : m_address(address)
    , m_envelope(std::move(envelope))
    , m_writer(std::make_unique<DatabaseWorker>(
          address, SqlConnection::Access::ReadWrite, watchEvery, [this] { announce(); },
          [this](SqlConnection &connection) { noteRights(connection); }))
    , m_reader(std::make_unique<DatabaseWorker>(
          address, SqlConnection::Access::ReadOnly, watchEvery, [] {},
          [this](SqlConnection &connection) { noteRights(connection); }))
{
    if (address.isPostgreSql())
        m_listener = std::make_unique<ChangeListener>(address, [this] { announce(); });
}

Database::~Database()
{
    readAsked();
}

void Database::readSoon(DatabaseWorker::Job &job)
{
    m_asked.push_back(&job);
    if (m_asked.size() == 1)
        QMetaObject::invokeMethod(this, &Database::readAsked, Qt::QueuedConnection);
}

void Database::readAsked()
{
    m_reader->push(m_asked);
    m_asked.clear();
}

/// On the reader's thread.
void Database::goOn(std::coroutine_handle<> waiting)
{
    const std::lock_guard lock(m_answersMutex);
    m_answered.push_back(waiting);
    if (m_answered.size() == 1)
        QMetaObject::invokeMethod(this, &Database::resumeAnswered, Qt::QueuedConnection);
}

void Database::resumeAnswered()
{
    std::vector<std::coroutine_handle<>> answered;
    {
        const std::lock_guard lock(m_answersMutex);
        answered.swap(m_answered);
    }
    const QPointer<Database> self(this);
    for (const auto waiting : answered) {
        if (self) // whoever goes on may end us, and with us all that waited
            waiting.resume();
    }
}

/// On the writer's or the reader's thread: who may not write has nothing to connect the writer again for.
void Database::noteRights(SqlConnection &connection)
{
    const bool may = connection.mayWrite();
    if (m_mayWrite.exchange(may) != may)
        QMetaObject::invokeMethod(this, &Database::rightsChanged, Qt::QueuedConnection);
}

/// On the writer's or the listener's thread. Several commits before the owner's event loop turns are one signal.
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
