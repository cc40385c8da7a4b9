// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseworker.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <thread>
#include <utility>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto writeSlice = 20ms;     // how long a shared transaction may keep other processes out
constexpr auto shortestPause = 100ms; // between attempts to connect
constexpr auto longestPause = 5s;
constexpr auto patienceForOutcome = 10s;
constexpr int runsOfOneJob = 3;

/// Not the job's fault and gone in a moment: the connection, a deadlock, a lock that somebody else's tool holds.
bool passes(const Error &error)
{
    return error.kind == ErrorKind::Storage && error.retryAfter.has_value();
}

} // namespace

DatabaseWorker::DatabaseWorker(DatabaseAddress address, SqlConnection::Access access,
                               std::chrono::milliseconds watchEvery, std::function<void()> changed,
                               std::function<void(SqlConnection &)> connected)
    : m_address(std::move(address))
    , m_access(access)
    , m_watchEvery(watchEvery)
    , m_changed(std::move(changed))
    , m_connected(std::move(connected))
    , m_thread(QThread::create([this] { loop(); }))
{
    m_thread->setObjectName(access == SqlConnection::Access::ReadWrite ? QStringLiteral("db-write")
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

void DatabaseWorker::push(Job &job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(&job);
    }
    m_wake.notify_one();
}

void DatabaseWorker::push(const Batch &jobs)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.insert(m_waiting.end(), jobs.begin(), jobs.end());
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
    (void)connect();
    Batch batch;
    while (takeBatch(batch)) {
        if (batch.empty())
            look();
        else if (m_access == SqlConnection::Access::ReadOnly)
            runReads(batch);
        else
            runWrites(batch);
    }
    m_connection.reset(); // it belongs to this thread
}

/// Opens the connection if there is none or it was lost. Soon after a failure it gives that failure again.
Result<void> DatabaseWorker::connect()
{
    if (m_connection && !m_connection->isLost())
        return {};
    const auto now = std::chrono::steady_clock::now();
    if (m_connectError && now < m_connectAgainAt)
        return *m_connectError;
    m_connection.reset();
    auto opened = SqlConnection::open(m_address, m_access);
    if (!opened) {
        m_pause = std::clamp<std::chrono::milliseconds>(m_pause * 2, shortestPause, longestPause);
        m_connectAgainAt = now + m_pause;
        m_connectError = opened.error();
        qCWarning(lcStorage).noquote() << opened.error().detail;
        return opened.error();
    }
    m_pause = {};
    m_connectError.reset();
    m_connection = std::move(*opened);
    if (m_connected)
        m_connected(*m_connection);
    return {};
}

/// Waits for work; an empty batch means it is time to look for other processes' commits. False at the end.
bool DatabaseWorker::takeBatch(Batch &batch)
{
    std::unique_lock lock(m_mutex);
    m_working = false;
    const auto ready = [this] { return m_stopping || !m_waiting.empty(); };
    if (m_access == SqlConnection::Access::ReadWrite)
        m_wake.wait_for(lock, m_watchEvery, ready);
    else
        m_wake.wait(lock, ready);
    if (m_waiting.empty() && m_stopping)
        return false;
    batch.swap(m_waiting); // it is empty, and keeps its memory for the next
    m_working = true;
    return true;
}

/// One snapshot serves all that were waiting: it is younger than each of them.
void DatabaseWorker::runReads(Batch &batch)
{
    for (Job *const job : batch) {
        auto done = runRead(*job);
        if (!done && passes(done.error()))
            done = runRead(*job);
        job->finish(done ? nullptr : &done.error());
    }
    endSnapshot();
    batch.clear();
}

Result<void> DatabaseWorker::runRead(Job &job)
{
    if (!m_inSnapshot) {
        if (const auto there = connect(); !there)
            return there;
        if (const auto begun = m_connection->beginReading(); !begun)
            return begun;
        m_inSnapshot = true;
    }
    auto content = job.run(m_connection->database());
    if (!content)
        endSnapshot(); // after a failed statement PostgreSQL answers nothing more in it
    return content;
}

void DatabaseWorker::endSnapshot()
{
    if (m_inSnapshot)
        (void)m_connection->run(QStringLiteral("ROLLBACK")); // nothing was written
    m_inSnapshot = false;
}

void DatabaseWorker::runWrites(Batch &batch)
{
    int runs = 0;
    while (!batch.empty()) {
        Batch done;
        auto kept = runInOneTransaction(batch, done);
        if (!kept) {
            qCWarning(lcStorage).noquote() << "A transaction was not kept:" << kept.error().detail;
            if (m_connection)
                (void)m_connection->run(QStringLiteral("ROLLBACK")); // may have happened already
        }
        bool again = !kept && m_connection && passes(kept.error()) && ++runs < runsOfOneJob;
        if (m_connection && m_connection->outcomeIsUnknown()) {
            const auto committed = outcomeOfLostCommit();
            kept = !committed ? Result<void>(committed.error()) : *committed ? Result<void>() : kept;
            again = again && committed && !*committed;
        }
        if (again) {
            batch.insert(batch.begin(), done.begin(), done.end());
            continue;
        }
        runs = 0;
        look();
        finishAll(done, kept ? nullptr : &kept.error());
    }
}

/// Moves as many jobs from `batch` to `done` as fit into one slice of time. On failure all of `done` is lost.
Result<void> DatabaseWorker::runInOneTransaction(Batch &batch, Batch &done)
{
    const auto until = std::chrono::steady_clock::now() + writeSlice;
    auto begun = connect();
    if (begun)
        begun = m_connection->beginWriting();
    if (!begun) {
        done = std::exchange(batch, {});
        return begun;
    }
    do {
        done.push_back(batch.front());
        batch.pop_front();
        const bool isAlone = done.size() == 1 && batch.empty();
        if (const auto step = isAlone ? runAlone(*done.back()) : runInSavepoint(*done.back()); !step)
            return step;
    } while (!batch.empty() && std::chrono::steady_clock::now() < until);
    return m_connection->commit();
}

/// What it did is all that the transaction holds: there is nothing for a savepoint to keep.
Result<void> DatabaseWorker::runAlone(Job &job)
{
    const auto content = job.run(m_connection->database());
    if (content || passes(content.error()))
        return content;
    const auto undone = m_connection->run(QStringLiteral("ROLLBACK"));
    return undone ? m_connection->beginWriting() : undone;
}

/// Not ok if the whole transaction is lost; a job that fails by itself only loses what it did.
Result<void> DatabaseWorker::runInSavepoint(Job &job)
{
    auto step = m_connection->run(QStringLiteral("SAVEPOINT job"));
    if (!step)
        return step;
    const auto content = job.run(m_connection->database());
    if (!content && passes(content.error()))
        return content;
    if (!content)
        step = m_connection->run(QStringLiteral("ROLLBACK TO job"));
    // A full disk makes SQLite roll back the whole transaction; then there is no savepoint left and this fails.
    return step ? m_connection->run(QStringLiteral("RELEASE job")) : step;
}

/// Waits for the server to come back and asks it. The programs that wait for the commit wait on.
Result<bool> DatabaseWorker::outcomeOfLostCommit()
{
    const std::unique_ptr<SqlConnection> lost = std::move(m_connection);
    const auto until = std::chrono::steady_clock::now() + patienceForOutcome;
    do {
        if (connect()) {
            const auto committed = m_connection->wasCommitted(*lost);
            if (committed)
                return committed;
        }
        std::this_thread::sleep_for(shortestPause);
    } while (std::chrono::steady_clock::now() < until);
    Error unknown(ErrorKind::Storage, QCoreApplication::translate(
                                          "DatabaseWorker", "The database server went away while a change was being "
                                                            "committed. It may have been made."));
    unknown.retryAfter = longestPause;
    return unknown;
}

void DatabaseWorker::look()
{
    if (m_connection && m_connection->hasNews())
        m_changed();
}

void DatabaseWorker::finishAll(Batch &batch, const Error *failure)
{
    for (Job *const job : batch)
        job->finish(failure);
    batch.clear();
}

} // namespace peerdesk
