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
#include <coroutine>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <vector>

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
    template<class F> class JobOf : public DatabaseWorker::Job
    {
    public:
        using R = std::invoke_result_t<F, QSqlDatabase &>;

        explicit JobOf(F job)
            : m_job(std::move(job))
        {
        }
        Result<void> run(QSqlDatabase &database) override
        {
            m_result.emplace(m_job(database));
            return m_result->ok() ? Result<void>() : Result<void>(m_result->error());
        }

    protected:
        void note(const Error *failure)
        {
            // A job's own error says more than the failure that followed from it.
            if (failure && (!m_result || m_result->ok()))
                m_result.emplace(*failure);
        }
        R takeResult() { return std::move(*m_result); }

    private:
        F m_job;
        std::optional<R> m_result;
    };

public:
    /// What ask() gives to wait for, once. The job itself: it lies in the coroutine that waits, and goes to the reader and
    /// back without memory of its own.
    template<class F> class Asking final : public JobOf<F>
    {
    public:
        using typename JobOf<F>::R;

        Asking(const Asking &) = delete;
        Asking &operator=(const Asking &) = delete;

        /// An object of its own: GCC 12 copies what is awaited by name.
        struct Waiter
        {
            Asking &asking;

            [[nodiscard]] bool await_ready() const { return false; }
            void await_suspend(std::coroutine_handle<> waiting)
            {
                asking.m_waiting = waiting;
                asking.m_database.readSoon(asking);
            }
            R await_resume() { return asking.takeResult(); }
        };
        Waiter operator co_await() { return Waiter{*this}; }

        void finish(const Error *failure) override
        {
            this->note(failure);
            m_database.goOn(m_waiting);
        }

    private:
        friend class Database;
        Asking(Database &database, F job)
            : JobOf<F>(std::move(job))
            , m_database(database)
        {
        }

        Database &m_database;
        std::coroutine_handle<> m_waiting;
    };

    /// To be named where a function gives one.
    template<class T> using Reading = Asking<std::function<Result<T>(QSqlDatabase &)>>;

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

    /// The same for a coroutine of the thread that the database lives on:
    ///
    ///     auto asking = database.ask(job);
    ///     const auto session = co_await asking;
    ///
    /// A future tells whoever watches it of each of its steps; this is one event of the thread at most. What is asked
    /// within one turn of its event loop goes to the reader together, and what is answered within one comes back so.
    template<class F> Asking<F> ask(F job) { return Asking<F>(*this, std::move(job)); }

    /// Whether the role that is connected may change anything; asked for with every new connection. Any thread.
    [[nodiscard]] bool mayWrite() const { return m_mayWrite; }

    /// Neither writing nor reading, and nothing waits for it.
    [[nodiscard]] bool isIdle() const { return m_asked.empty() && m_writer->isIdle() && m_reader->isIdle(); }

Q_SIGNALS:
    /// Something was committed, by us or by another process. Comes after the commit, several may be one signal.
    void changed();
    /// mayWrite() is another than before.
    void rightsChanged();

private:
    /// Ends with its promise kept.
    template<class F> class PendingJob final : public JobOf<F>
    {
    public:
        using typename JobOf<F>::R;

        explicit PendingJob(F job)
            : JobOf<F>(std::move(job))
        {
            m_promise.start();
        }
        [[nodiscard]] QFuture<R> future() { return m_promise.future(); }
        void finish(const Error *failure) override
        {
            const std::unique_ptr<PendingJob> ending(this);
            this->note(failure);
            m_promise.addResult(this->takeResult());
            m_promise.finish();
        }

    private:
        QPromise<R> m_promise;
    };

    template<class F> static QFuture<std::invoke_result_t<F, QSqlDatabase &>> push(DatabaseWorker &worker, F job)
    {
        auto pending = std::make_unique<PendingJob<F>>(std::move(job));
        auto future = pending->future();
        worker.push(*pending.release());
        return future;
    }

    void readSoon(DatabaseWorker::Job &job);
    void readAsked();
    void goOn(std::coroutine_handle<> waiting);
    void resumeAnswered();
    void announce();
    void noteRights(SqlConnection &connection);

    const DatabaseAddress m_address;
    const Envelope m_envelope;
    std::atomic_bool m_announcing = false;
    std::atomic_bool m_mayWrite = true;
    std::mutex m_answersMutex;
    std::vector<std::coroutine_handle<>> m_answered; ///< who may go on
    std::unique_ptr<DatabaseWorker> m_writer;        // the workers end before what they use
    std::unique_ptr<DatabaseWorker> m_reader;
    DatabaseWorker::Batch m_asked;              ///< in this turn of the event loop
    std::unique_ptr<ChangeListener> m_listener; ///< on PostgreSQL
};

} // namespace peerdesk
