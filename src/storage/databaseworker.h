// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "storage/sqliteconnection.h"

#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

class QThread;

namespace peerdesk {

/// One connection on a thread of its own, and the queue of jobs waiting for it. A writing worker runs all that waits
/// within one transaction, each job in a savepoint, so that many small writes pay for one sync; a reading worker runs
/// each job on its own snapshot. Jobs are finished only after the commit. Owned by Database; push() from any thread;
/// destruction runs what still waits.
class DatabaseWorker
{
public:
    class Job
    {
    public:
        virtual ~Job() = default;
        /// False: roll back what this job did.
        virtual bool run(QSqlDatabase &database) = 0;
        /// `failure` is set if the job's changes could not be kept although run() was content.
        virtual void finish(const Error *failure) = 0;
    };

    /// `changed` is called on the worker's thread after a commit that changed rows, and when another connection's
    /// commit was seen; looked for every `watchEvery`.
    DatabaseWorker(QString path, SqliteConnection::Access access, std::chrono::milliseconds watchEvery,
                   std::function<void()> changed);
    ~DatabaseWorker();
    DatabaseWorker(const DatabaseWorker &) = delete;
    DatabaseWorker &operator=(const DatabaseWorker &) = delete;

    void push(std::unique_ptr<Job> job);
    /// Every job that was pushed has been finished. Any thread.
    [[nodiscard]] bool isIdle();

private:
    using Batch = std::deque<std::unique_ptr<Job>>;

    void loop();
    bool takeBatch(Batch &batch);
    void runWrites(SqliteConnection &connection, Batch &batch);
    void runReads(SqliteConnection &connection, Batch &batch);
    static Result<void> runInOneTransaction(SqliteConnection &connection, Batch &batch, Batch &done);
    void look(SqliteConnection &connection);
    static void finishAll(Batch &batch, const Error *failure);

    const QString m_path;
    const SqliteConnection::Access m_access;
    const std::chrono::milliseconds m_watchEvery;
    const std::function<void()> m_changed;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Batch m_waiting;
    bool m_working = false;
    bool m_stopping = false;
    qint64 m_seenVersion = 0; // PRAGMA data_version: moves when another connection commits
    qint64 m_seenChanges = 0; // total_changes(): moves when this connection changes a row
    std::unique_ptr<QThread> m_thread;
};

} // namespace peerdesk
