// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirrorfill.h"

#include "base/logging.h"
#include "peeringdb/mirrorfile.h"
#include "peeringdb/mirrorindex.h"
#include "peeringdb/mirrorloader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace peerdesk {
namespace {

struct MirrorFill
{
    Q_DECLARE_TR_FUNCTIONS(MirrorFill)
};

/// Ends a transaction that was not committed, however the function is left.
class Transaction
{
public:
    explicit Transaction(MirrorFile &file)
        : m_file(file)
        , m_begun(file.begin())
        , m_open(m_begun.ok())
    {
    }
    ~Transaction()
    {
        if (m_open)
            (void)m_file.rollback();
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] const Result<void> &begun() const { return m_begun; }
    [[nodiscard]] Result<void> commit()
    {
        m_open = false;
        return m_file.commit();
    }

private:
    MirrorFile &m_file;
    Result<void> m_begun;
    bool m_open = false;
};

/// One fill or update: the file, the context, the report that grows.
class Filling
{
public:
    Filling(MirrorFile &file, const MirrorFillContext &context, int steps)
        : m_file(file)
        , m_context(context)
        , m_steps(steps)
    {
    }

    Result<void> take(const MirrorTable &table, const Dump &dump)
    {
        ++m_step;
        report(MirrorProgress::Phase::Reading, table.name(), 0);
        const auto counts = m_file.take(table, dump, m_context.stop, [&](qint64 rows) {
            report(MirrorProgress::Phase::Reading, table.name(), rows);
        });
        if (!counts)
            return counts.error();
        m_report.types.append({table.name(), counts->rows, counts->skipped});
        m_report.problems += counts->problems;
        return moveCursor(table, counts->newest);
    }

    /// A whole dump in which nothing can be read is not one of its type.
    [[nodiscard]] Result<void> checkLast(const QString &path) const
    {
        const MirrorReport::Type &last = m_report.types.last();
        if (last.rows > 0 || last.skipped == 0)
            return {};
        return Error(ErrorKind::Invalid, MirrorFill::tr("%1: none of its %2 rows can be read; the last problem is: %3")
                                             .arg(QFileInfo(path).fileName())
                                             .arg(last.skipped)
                                             .arg(m_report.problems.last()));
    }

    void missing(const MirrorTable &table)
    {
        ++m_step;
        m_report.missing.append(table.name());
    }

    /// Positions and times, the last things written.
    Result<void> finish(bool filled)
    {
        m_report.filled = filled;
        m_report.withoutCities = m_context.cityFile.isEmpty();
        if (!m_context.cityFile.isEmpty()) {
            if (const auto placed = m_file.placeExchanges(m_context.cityFile); !placed)
                qCWarning(lcMirror) << "Exchanges without placed facilities stay off the map:" << placed.error().detail;
        }
        if (filled) {
            if (const auto noted = m_file.setFact(mirrorfact::filledAt(), m_context.now); !noted)
                return noted;
        }
        return m_file.setFact(mirrorfact::syncedAt(), m_context.now);
    }

    void reportIndexing() { report(MirrorProgress::Phase::Indexing, {}, 0); }
    [[nodiscard]] const MirrorReport &result() const { return m_report; }

private:
    Result<void> moveCursor(const MirrorTable &table, qint64 newest)
    {
        const auto before = m_file.fact(mirrorfact::cursor(table));
        if (!before)
            return before.error();
        // A type that is filled has a cursor even if it is empty, lest it be fetched whole again and again.
        return m_file.setFact(mirrorfact::cursor(table), std::max({*before, newest, qint64(1)}));
    }

    void report(MirrorProgress::Phase phase, const QString &type, qint64 rows)
    {
        if (m_context.progress)
            m_context.progress({phase, type, m_step, m_steps, rows, -1});
    }

    MirrorFile &m_file;
    const MirrorFillContext &m_context;
    MirrorReport m_report;
    int m_step = 0;
    int m_steps;
};

Result<MirrorReport> fillFile(const QString &folder, MirrorFile &file, const MirrorFillContext &context)
{
    Filling filling(file, context, static_cast<int>(mirrorTables().size()));
    for (const MirrorTable &table : mirrorTables()) {
        const QString path = Dump::findFile(folder, QString(table.name()));
        if (path.isEmpty()) {
            if (table.essential)
                return Error(ErrorKind::NotFound,
                             MirrorFill::tr("%1 holds no %2-0.json").arg(folder, QString(table.name())));
            filling.missing(table);
            continue;
        }
        const auto dump = Dump::fromFile(path);
        if (!dump)
            return dump.error();
        Transaction transaction(file);
        if (!transaction.begun())
            return transaction.begun().error();
        if (const auto taken = filling.take(table, *dump); !taken)
            return taken.error();
        if (const auto readable = filling.checkLast(path); !readable)
            return readable.error();
        if (const auto committed = transaction.commit(); !committed)
            return committed.error();
    }
    Transaction transaction(file);
    if (const auto finished = filling.finish(true); !finished)
        return finished.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    filling.reportIndexing();
    return filling.result();
}

void syncToDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Puts `fresh` where `path` is, at once for everybody.
Result<void> replace(const QString &fresh, const QString &path)
{
    syncToDisk(fresh);
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0)
        return Error(ErrorKind::Storage, MirrorFill::tr("%1 cannot be put in place").arg(path));
    return {};
}

} // namespace

Result<MirrorChange> fillMirror(const QString &folder, const MirrorFillContext &context)
{
    if (!QDir(folder).exists())
        return Error(ErrorKind::NotFound, MirrorFill::tr("There is no folder %1").arg(folder));
    QDir().mkpath(QFileInfo(context.path).absolutePath());
    const QString fresh = context.path + QLatin1String(".new");
    const auto fill = [&]() -> Result<MirrorChange> {
        MirrorReport report;
        {
            auto file = MirrorFile::create(fresh);
            if (!file)
                return file.error();
            auto filled = fillFile(folder, *file, context);
            if (!filled)
                return filled.error();
            report = *filled;
        }
        const auto index = loadMirror(fresh);
        if (!index)
            return index.error();
        if (const auto replaced = replace(fresh, context.path); !replaced)
            return replaced.error();
        return MirrorChange{*index, report};
    };
    const auto change = fill();
    QFile::remove(fresh);
    QFile::remove(fresh + QLatin1String("-journal"));
    return change;
}

Result<MirrorChange> updateMirror(const QList<MirrorIncrement> &increments, const MirrorFillContext &context)
{
    auto file = MirrorFile::open(context.path, SqliteFile::Mode::ReadWrite);
    if (!file)
        return file.error();
    Filling filling(*file, context, static_cast<int>(increments.size()));
    Transaction transaction(*file);
    if (!transaction.begun())
        return transaction.begun().error();
    for (const MirrorIncrement &increment : increments) {
        if (const auto taken = filling.take(*increment.table, increment.dump); !taken)
            return taken.error();
    }
    if (const auto finished = filling.finish(false); !finished)
        return finished.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    filling.reportIndexing();
    const auto index = loadMirror(context.path);
    if (!index)
        return index.error();
    return MirrorChange{*index, filling.result()};
}

} // namespace peerdesk
