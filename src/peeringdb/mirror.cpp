// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirror.h"

#include "base/logging.h"
#include "peeringdb/citytable.h"
#include "peeringdb/mirrorfile.h"
#include "peeringdb/mirrorindex.h"
#include "peeringdb/mirrorloader.h"

#include <QCoroFuture>

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QtConcurrentRun>

#include <sys/stat.h>

#include <algorithm>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto lookInterval = 30s;
constexpr qint64 rewindSeconds = 1; // `since` is strict and times have whole seconds: the last one is asked again
constexpr auto partsKept = 12h;     // dumps of a cancelled first fill; older ones would not fit the newer

} // namespace

Mirror::Mirror(QString path, HttpClient &http, const Clock &clock, PeeringDbSettings settings, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_clock(clock)
    , m_api(http, clock, std::move(settings))
    , m_cityFiles(CityTable::usualFiles())
    , m_index(MirrorIndex::empty())
{
    m_worker.setMaxThreadCount(1);
    m_look.setInterval(lookInterval);
    connect(&m_look, &QTimer::timeout, this, &Mirror::reloadIfChanged);
    m_look.start();
}

Mirror::~Mirror()
{
    m_stop.request_stop();
    m_worker.waitForDone();
}

Result<void> Mirror::open()
{
    const QString identity = fileIdentity();
    auto index = loadMirror(m_path);
    if (!index)
        return index.error();
    m_loaded = identity;
    adopt(std::move(index).value());
    return {};
}

void Mirror::adopt(std::shared_ptr<const MirrorIndex> index)
{
    m_index = std::move(index);
    Q_EMIT changed();
}

QString Mirror::fileIdentity() const
{
    struct stat status = {};
    if (::stat(QFile::encodeName(m_path).constData(), &status) != 0)
        return {};
    return QStringLiteral("%1:%2.%3").arg(status.st_ino).arg(status.st_mtim.tv_sec).arg(status.st_mtim.tv_nsec);
}

void Mirror::reloadIfChanged()
{
    const QString identity = fileIdentity();
    if (m_busy || identity.isEmpty() || identity == m_loaded)
        return;
    m_loaded = identity;
    QtConcurrent::run(&m_worker, loadMirror, m_path)
        .then(this, [this](const Result<std::shared_ptr<const MirrorIndex>> &index) {
            if (index)
                adopt(*index);
            else
                qCWarning(lcMirror) << "The mirror changed and cannot be read:" << index.error().detail;
        });
}

void Mirror::cancel()
{
    m_stop.request_stop();
}

MirrorFillContext Mirror::context()
{
    MirrorFillContext context;
    context.path = m_path;
    context.cityFile = CityTable::findFile(m_cityFiles);
    context.now = m_clock.now();
    // Called on the worker; the destructor waits for it.
    context.progress = [this](const MirrorProgress &progress) {
        QMetaObject::invokeMethod(this, [this, progress] { Q_EMIT progressed(progress); });
    };
    context.stop = m_stop.get_token();
    return context;
}

QCoro::Task<Mirror::Outcome> Mirror::exclusively(std::function<QCoro::Task<Outcome>()> work)
{
    if (m_busy)
        co_return Error(ErrorKind::Conflict, tr("The mirror is being brought up to date already"));
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + QLatin1String(".lock"));
    lock.setStaleLockTime(0); // held for minutes; the holder's death alone frees it
    const bool isLocked = lock.tryLock(0);
    if (!isLocked && lock.error() != QLockFile::LockFailedError)
        co_return Error(ErrorKind::Storage,
                        tr("Nothing can be written beside %1: its folder is full, read-only or not ours").arg(m_path));
    if (!isLocked)
        co_return Error(ErrorKind::Conflict, tr("Another program is bringing the mirror up to date"));
    m_stop = std::stop_source();
    m_busy = true;
    Q_EMIT busyChanged();
    auto outcome = co_await work();
    m_busy = false;
    Q_EMIT busyChanged();
    co_return outcome;
}

QCoro::Task<Result<MirrorReport>> Mirror::importFolder(QString folder)
{
    const std::function<QCoro::Task<Outcome>()> work = [this, folder] { return fill(folder); };
    co_return co_await exclusively(work);
}

QCoro::Task<Result<MirrorReport>> Mirror::synchronise(bool anew)
{
    const auto patience = checkPatience();
    if (!patience)
        co_return patience.error();
    const bool first = anew || !cursors();
    const std::function<QCoro::Task<Outcome>()> work = [this, first] { return first ? fetchAndFill() : update(); };
    const auto outcome = co_await exclusively(work);
    if (outcome)
        co_return outcome;
    Error error = outcome.error();
    if (error.kind == ErrorKind::Invalid)
        error.kind = ErrorKind::Protocol; // a broken file is PeeringDB's answer here, and nobody's input
    notePatience(error);
    co_return error;
}

QCoro::Task<Mirror::Outcome> Mirror::fill(QString folder)
{
    auto future = QtConcurrent::run(&m_worker, fillMirror, folder, context());
    const auto change = co_await future;
    if (!change)
        co_return change.error();
    m_loaded = fileIdentity();
    adopt(change->index);
    co_return change->report;
}

QCoro::Task<Mirror::Outcome> Mirror::fetchAndFill()
{
    const QString folder = m_path + QLatin1String(".parts");
    const UtcMs now = m_clock.now();
    const UtcMs begun = QFileInfo(folder).lastModified().toMSecsSinceEpoch();
    if (QFileInfo::exists(folder) && now - begun > std::chrono::milliseconds(partsKept).count())
        QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    MirrorProgress step;
    step.steps = static_cast<int>(mirrorTables().size());
    const MirrorProgressSink sink = [this](const MirrorProgress &progress) { Q_EMIT progressed(progress); };
    for (const MirrorTable &table : mirrorTables()) {
        ++step.step;
        step.type = table.name();
        if ((table.needsKey && !m_api.hasKey()) || !Dump::findFile(folder, step.type).isEmpty())
            continue;
        const QString whole = QStringLiteral("%1/%2-0.json").arg(folder, step.type);
        const QString part = whole + QLatin1String(".part");
        const std::stop_token stop = m_stop.get_token();
        const auto fetched = co_await m_api.fetchDump(&table, part, step, sink, stop);
        if (!fetched)
            co_return fetched.error();
        if (*fetched && !QFile::rename(part, whole))
            co_return Error(ErrorKind::Storage, QStringLiteral("%1 cannot be written").arg(whole));
    }
    const auto filled = co_await fill(folder);
    // A dump that is broken is fetched again next time.
    if (filled || filled.error().kind != ErrorKind::Cancelled)
        QDir(folder).removeRecursively();
    co_return filled;
}

Result<QList<std::pair<const MirrorTable *, qint64>>> Mirror::cursors() const
{
    auto file = MirrorFile::open(m_path, SqliteFile::Mode::ReadOnly);
    if (!file)
        return file.error();
    QList<std::pair<const MirrorTable *, qint64>> cursors;
    for (const MirrorTable &table : mirrorTables()) {
        const auto cursor = file->fact(mirrorfact::cursor(table));
        if (!cursor)
            return cursor.error();
        cursors.append({&table, *cursor});
    }
    return cursors;
}

QCoro::Task<Mirror::Outcome> Mirror::update()
{
    const auto from = cursors();
    if (!from)
        co_return from.error();
    MirrorProgress step;
    step.steps = static_cast<int>(from->size());
    const MirrorProgressSink sink = [this](const MirrorProgress &progress) { Q_EMIT progressed(progress); };
    QList<MirrorIncrement> increments;
    for (const auto &[table, cursor] : *from) {
        ++step.step;
        step.type = table->name();
        if (table->needsKey && !m_api.hasKey())
            continue;
        // A type that was never filled (contacts before there was a key) is fetched whole.
        const qint64 since = cursor == 0 ? 0 : cursor - rewindSeconds;
        const std::stop_token stop = m_stop.get_token();
        auto changes = co_await m_api.fetchChanges(table, since, step, sink, stop);
        if (!changes)
            co_return changes.error();
        increments.append({table, std::move(changes).value()});
    }
    auto future = QtConcurrent::run(&m_worker, updateMirror, increments, context());
    const auto change = co_await future;
    if (!change)
        co_return change.error();
    m_loaded = fileIdentity();
    adopt(change->index);
    co_return change->report;
}

Result<void> Mirror::checkPatience() const
{
    UtcMs until = m_notBefore;
    const UtcMs now = m_clock.now();
    if (auto file = MirrorFile::open(m_path, SqliteFile::Mode::ReadOnly)) {
        const auto asked = file->fact(mirrorfact::notBefore());
        const auto synced = file->fact(mirrorfact::syncedAt());
        const auto filled = file->fact(mirrorfact::filledAt());
        if (asked)
            until = std::max(until, UtcMs(*asked));
        if (synced && filled && *synced != *filled) // after a fill there is no question that would be repeated
            until = std::max(until, UtcMs(*synced) + m_api.settings().syncInterval.count());
    }
    if (now >= until)
        return {};
    Error error(ErrorKind::Throttled, tr("PeeringDB is not asked again so soon"));
    error.retryAfter = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(until - now));
    return error;
}

void Mirror::notePatience(const Error &error)
{
    if (error.kind != ErrorKind::Throttled || !error.retryAfter)
        return;
    m_notBefore = m_clock.now() + std::chrono::milliseconds(*error.retryAfter).count();
    if (auto file = MirrorFile::open(m_path, SqliteFile::Mode::ReadWrite)) {
        if (const auto noted = file->setFact(mirrorfact::notBefore(), m_notBefore); !noted)
            qCWarning(lcMirror) << "Cannot note until when PeeringDB wants to be left alone:" << noted.error().detail;
    }
}

} // namespace peerdesk
