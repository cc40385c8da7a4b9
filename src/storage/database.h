// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/databaseworker.h"
#include "storage/envelope.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <atomic>
#include <memory>
#include <optional>
#include <type_traits>

namespace peerdesk {

class ChangeListener;

/// The desk's database: where the desktop, the command line and the daemon meet. One connection writes, on its own
/// thread; another reads, on another. Work is handed over as jobs that use the stores synchronously:
///
///     const Envelope &envelope = database.envelope();
///     auto future = database.read([envelope](QSqlDatabase &db) { return DraftStore(db, envelope).drafts(own); });
///     const auto drafts = co_await future;
///
/// A write is acknowledged after it is on the disk (WAL, synchronous FULL; on PostgreSQL synchronous_commit); a job
/// that gives an Error leaves nothing behind. Jobs should take 20 ms or less, and touch nothing but the database: where
/// a server went away before the commit, a job is run again. Owned by app/services; lives on the thread that made it and must be
/// destroyed there: jobs still waiting are then run.
class Database : public QObject
{
    Q_OBJECT
    struct Token
    {
    };

public:
    /// Creates what is missing (folder, file, key), migrates under a lock after a backup, and starts the threads.
    /// Storage errors: the database is newer than this program, damaged, not writable, or its key is missing.
    /// `watchEvery`: how often other processes' commits to an SQLite file are looked for; PostgreSQL tells of them.
    static Result<std::unique_ptr<Database>>
    open(const DatabaseAddress &address, const Clock &clock,
         std::chrono::milliseconds watchEvery = std::chrono::milliseconds(500));
    Database(Token, const DatabaseAddress &address, Envelope envelope, std::chrono::milliseconds watchEvery);
    ~Database() override;

    /// Nothing secret in it.
    [[nodiscard]] const DatabaseAddress &address() const { return m_address; }
    /// A cheap value to copy into jobs.
    [[nodiscard]] const Envelope &envelope() const { return m_envelope; }

    /// `job(QSqlDatabase &)` gives a Result<T>; it runs within one transaction that is committed before the future
    /// finishes, or rolled back if the result is an error. Any thread may call.
    template<class F> QFuture<std::invoke_result_t<F, QSqlDatabase &>> write(F job)
    {
        return push(*m_writer, std::move(job));
    }
    /// The same on a read-only snapshot; does not wait for writers.
    template<class F> QFuture<std::invoke_result_t<F, QSqlDatabase &>> read(F job)
    {
        return push(*m_reader, std::move(job));
    }

    /// Whether the role that is connected may change anything; asked for with every new connection. Any thread.
    [[nodiscard]] bool mayWrite() const { return m_mayWrite; }

    /// Neither writing nor reading, and nothing waits for it.
    [[nodiscard]] bool isIdle() const { return m_writer->isIdle() && m_reader->isIdle(); }

Q_SIGNALS:
    /// Something was committed, by us or by another process. Comes after the commit, several may be one signal.
    void changed();
    /// mayWrite() is another than before.
    void rightsChanged();

private:
    template<class F> class PendingJob final : public DatabaseWorker::Job
    {
    public:
        using R = std::invoke_result_t<F, QSqlDatabase &>;

        explicit PendingJob(F job)
            : m_job(std::move(job))
        {
            m_promise.start();
        }
        [[nodiscard]] QFuture<R> future() { return m_promise.future(); }
        Result<void> run(QSqlDatabase &database) override
        {
            m_result.emplace(m_job(database));
            return m_result->ok() ? Result<void>() : Result<void>(m_result->error());
        }
        void finish(const Error *failure) override
        {
            // A job's own error says more than the failure that followed from it.
            if (failure && (!m_result || m_result->ok()))
                m_result.emplace(*failure);
            m_promise.addResult(std::move(*m_result));
            m_promise.finish();
        }

    private:
        F m_job;
        QPromise<R> m_promise;
        std::optional<R> m_result;
    };

    template<class F> static QFuture<std::invoke_result_t<F, QSqlDatabase &>> push(DatabaseWorker &worker, F job)
    {
        auto pending = std::make_unique<PendingJob<F>>(std::move(job));
        auto future = pending->future();
        worker.push(std::move(pending));
        return future;
    }

    void announce();
    void noteRights(SqlConnection &connection);

    const DatabaseAddress m_address;
    const Envelope m_envelope;
    std::atomic_bool m_announcing = false;
    std::atomic_bool m_mayWrite = true;
    std::unique_ptr<DatabaseWorker> m_writer;
    std::unique_ptr<DatabaseWorker> m_reader;
    std::unique_ptr<ChangeListener> m_listener; ///< on PostgreSQL
};

} // namespace peerdesk
