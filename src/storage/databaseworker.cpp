// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseworker.h"

#include "base/logging.h"

#include <QThread>

namespace peerdesk {
namespace {

constexpr auto writeSlice = std::chrono::milliseconds(20); // how long a shared transaction may keep other processes out

} // namespace

DatabaseWorker::DatabaseWorker(QString path, SqliteConnection::Access access, std::chrono::milliseconds watchEvery,
                               std::function<void()> changed)
    : m_path(std::move(path))
    , m_access(access)
    , m_watchEvery(watchEvery)
    , m_changed(std::move(changed))
    , m_thread(QThread::create([this] { loop(); }))
{
    m_thread->setObjectName(access == SqliteConnection::Access::ReadWrite ? QStringLiteral("db-write")
                                                                    : QStringLiteral("db-read"));
    m_thread->start();
}

DatabaseWorker::~DatabaseWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread->wait();
}

void DatabaseWorker::push(std::unique_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    m_wake.notify_one();
}

bool DatabaseWorker::isIdle()
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.empty() && !m_working;
}

void DatabaseWorker::loop()
{
    auto opened = SqliteConnection::open(m_path, m_access);
    if (opened && m_access == SqliteConnection::Access::ReadWrite)
        m_seenVersion = opened->number(QStringLiteral("PRAGMA data_version")).ok()
            ? *opened->number(QStringLiteral("PRAGMA data_version"))
            : 0;
    Batch batch;
    while (takeBatch(batch)) {
        if (!opened)
            finishAll(batch, &opened.error());
        else if (m_access == SqliteConnection::Access::ReadOnly)
            runReads(*opened, batch);
        else if (batch.empty())
            look(*opened);
        else
            runWrites(*opened, batch);
    }
}

/// Waits for work; an empty batch means it is time to look for other processes' commits. False at the end.
bool DatabaseWorker::takeBatch(Batch &batch)
{
    std::unique_lock lock(m_mutex);
    m_working = false;
    const auto ready = [this] { return m_stopping || !m_waiting.empty(); };
    if (m_access == SqliteConnection::Access::ReadWrite)
        m_wake.wait_for(lock, m_watchEvery, ready);
    else
        m_wake.wait(lock, ready);
    if (m_waiting.empty() && m_stopping)
        return false;
    batch = std::exchange(m_waiting, {});
    m_working = true;
    return true;
}

void DatabaseWorker::runReads(SqliteConnection &connection, Batch &batch)
{
    for (const auto &job : batch) {
        const auto begun = connection.run(QStringLiteral("BEGIN"));
        if (!begun) {
            job->finish(&begun.error());
            continue;
        }
        job->run(connection.database());
        (void)connection.run(QStringLiteral("ROLLBACK")); // nothing was written: ends the snapshot
        job->finish(nullptr);
    }
    batch.clear();
}

void DatabaseWorker::runWrites(SqliteConnection &connection, Batch &batch)
{
    while (!batch.empty()) {
        Batch done;
        const auto kept = runInOneTransaction(connection, batch, done);
        if (!kept) {
            qCWarning(lcStorage) << "A transaction was not kept:" << kept.error().detail;
            (void)connection.run(QStringLiteral("ROLLBACK")); // may have happened already
        }
        look(connection);
        finishAll(done, kept ? nullptr : &kept.error());
    }
}

/// Moves as many jobs from `batch` to `done` as fit into one slice of time. On failure all of `done` is lost.
Result<void> DatabaseWorker::runInOneTransaction(SqliteConnection &connection, Batch &batch, Batch &done)
{
    const auto until = std::chrono::steady_clock::now() + writeSlice;
    const auto begun = connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun) {
        done = std::exchange(batch, {});
        return begun;
    }
    do {
        done.push_back(std::move(batch.front()));
        batch.pop_front();
        auto step = connection.run(QStringLiteral("SAVEPOINT job"));
        if (!step)
            return step;
        const bool content = done.back()->run(connection.database());
        if (!content)
            step = connection.run(QStringLiteral("ROLLBACK TO job"));
        // A full disk makes SQLite roll back the whole transaction; then there is no savepoint left and this fails.
        if (step)
            step = connection.run(QStringLiteral("RELEASE job"));
        if (!step)
            return step;
    } while (!batch.empty() && std::chrono::steady_clock::now() < until);
    return connection.run(QStringLiteral("COMMIT"));
}

void DatabaseWorker::look(SqliteConnection &connection)
{
    const auto version = connection.number(QStringLiteral("PRAGMA data_version"));
    const auto changes = connection.number(QStringLiteral("SELECT total_changes()"));
    if (!version || !changes)
        return;
    if (*version == m_seenVersion && *changes == m_seenChanges)
        return;
    m_seenVersion = *version;
    m_seenChanges = *changes;
    m_changed();
}

void DatabaseWorker::finishAll(Batch &batch, const Error *failure)
{
    for (const auto &job : batch)
        job->finish(failure);
    batch.clear();
}

} // namespace peerdesk
