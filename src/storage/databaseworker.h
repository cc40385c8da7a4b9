// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/sqlconnection.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

class QThread;

namespace peerdesk {

/// One connection on a thread of its own, and the queue of jobs waiting for it. A writing worker runs all that waits
/// within one transaction, each job in a savepoint, so that many small writes pay for one sync; a reading worker reads all
/// that waits from one snapshot. Writes are finished only after the commit. Owned by Database; push() from any thread;
/// destruction runs what still waits.
///
/// Where the server goes away (PostgreSQL), jobs that are known not to be committed are run once more on a new
/// connection, and a commit that was sent and not answered is asked for by its number. While there is no server, jobs
/// fail at once with an error that says when to try again.
class DatabaseWorker
{
public:
    class Job
    {
    public:
        virtual ~Job() = default;
        /// Not ok: roll back what this job did. Called again if it was not its fault that nothing was kept.
        virtual Result<void> run(QSqlDatabase &database) = 0;
        /// `failure` is set if the job's changes could not be kept although run() was content. The last that happens to
        /// the job: who made it may end it from now on.
        virtual void finish(const Error *failure) = 0;
    };

    using Batch = std::deque<Job *>;

    /// `changed` is called on the worker's thread after a commit that changed rows, and when another connection's
    /// commit was seen; looked for every `watchEvery`.
    /// `connected`, on that thread too, with each new connection before it is used.
    DatabaseWorker(DatabaseAddress address, SqlConnection::Access access, std::chrono::milliseconds watchEvery,
                   std::function<void()> changed, std::function<void(SqlConnection &)> connected = {});
    ~DatabaseWorker();
    DatabaseWorker(const DatabaseWorker &) = delete;
    DatabaseWorker &operator=(const DatabaseWorker &) = delete;

    /// They must stay until they are finished.
    void push(Job &job);
    void push(const Batch &jobs);
    /// Every job that was pushed has been finished. Any thread.
    [[nodiscard]] bool isIdle();

private:
    void loop();
    bool takeBatch(Batch &batch);
    Result<void> connect();
    void runWrites(Batch &batch);
    void runReads(Batch &batch);
    Result<void> runRead(Job &job);
    void endSnapshot();
    Result<void> runInOneTransaction(Batch &batch, Batch &done);
    Result<void> runAlone(Job &job);
    Result<void> runInSavepoint(Job &job);
    [[nodiscard]] Result<bool> outcomeOfLostCommit();
    void look();
    static void finishAll(Batch &batch, const Error *failure);

    const DatabaseAddress m_address;
    const SqlConnection::Access m_access;
    const std::chrono::milliseconds m_watchEvery;
    const std::function<void()> m_changed;
    const std::function<void(SqlConnection &)> m_connected;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Batch m_waiting;
    bool m_working = false;
    bool m_stopping = false;
    std::unique_ptr<SqlConnection> m_connection; // on the worker's thread, as are those that follow
    bool m_inSnapshot = false;
    std::optional<Error> m_connectError;
    std::chrono::milliseconds m_pause{0};
    std::chrono::steady_clock::time_point m_connectAgainAt;
    std::unique_ptr<QThread> m_thread;
};

} // namespace peerdesk
