// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/directory/directory.h"

#include "base/clock.h"
#include "base/secret.h"
#include "peeringdb/mirror.h"
#include "peeringdb/mirrorindex.h"
#include "workflow/errortext.h"

#include <QFileInfo>
#include <QLocale>
#include <QRandomGenerator>
#include <QUrl>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto scanInterval = 30s;
constexpr auto retryAfterFailure = 10min;

DirectoryReport toDirectoryReport(const MirrorReport &report)
{
    return {report.rows(), report.skipped(), report.problems, report.missing, report.withoutCities};
}

} // namespace

Directory::Directory(Mirror &mirror, const Clock &clock, MirrorSettings settings, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_clock(clock)
    , m_settings(std::move(settings))
{
    connect(&m_mirror, &Mirror::changed, this, &Directory::changed);
    connect(&m_mirror, &Mirror::busyChanged, this, [this] {
        m_progress = {};
        Q_EMIT busyChanged();
    });
    connect(&m_mirror, &Mirror::progressed, this, [this](const MirrorProgress &progress) {
        m_progress = {phrase(progress), progress.step, progress.steps};
        Q_EMIT progressed();
    });
    // PeeringDB asks for synchronisations at a random minute, lest everybody comes at the full hour.
    m_spread = std::chrono::minutes(QRandomGenerator::global()->bounded(10));
    m_due.setInterval(scanInterval);
    connect(&m_due, &QTimer::timeout, this, &Directory::synchroniseIfDue);
    m_due.start();
}

QString Directory::phrase(const MirrorProgress &progress)
{
    const QLocale locale;
    switch (progress.phase) {
    case MirrorProgress::Phase::Waiting:
        return tr("Waiting %1 s, as PeeringDB asks").arg(progress.total - progress.done);
    case MirrorProgress::Phase::Fetching:
        return tr("Fetching %1, %2").arg(progress.type, locale.formattedDataSize(progress.done));
    case MirrorProgress::Phase::Reading:
        return tr("Reading %1, %2 rows").arg(progress.type, locale.toString(progress.done));
    case MirrorProgress::Phase::Indexing:
        return tr("Building the index");
    }
    return {};
}

void Directory::setApiKey(const Secret &key)
{
    m_mirror.setApiKey(key);
}

bool Directory::hasApiKey() const
{
    return m_mirror.hasApiKey();
}

bool Directory::isEmpty() const
{
    return m_mirror.index()->isEmpty();
}

UtcMs Directory::syncedAt() const
{
    return m_mirror.index()->syncedAt();
}

bool Directory::isBusy() const
{
    return m_mirror.isBusy();
}

QCoro::Task<Result<DirectoryReport>> Directory::synchronise()
{
    const QString source = m_settings.source;
    if (QFileInfo(source).isDir()) {
        const auto report = co_await importFolder(source);
        co_return report;
    }
    const auto report = co_await m_mirror.synchronise();
    if (!report)
        co_return report.error();
    co_return toDirectoryReport(*report);
}

QCoro::Task<Result<DirectoryReport>> Directory::importFolder(QString folder)
{
    const auto report = co_await m_mirror.importFolder(folder);
    if (!report)
        co_return report.error();
    co_return toDirectoryReport(*report);
}

void Directory::cancel()
{
    m_mirror.cancel();
}

QString Directory::failureSentence(const Error &error, QString folder) const
{
    if (error.kind == ErrorKind::Conflict || error.kind == ErrorKind::Storage)
        return errorSentence(error, tr("The mirror of PeeringDB"));
    if (folder.isEmpty() && QFileInfo(m_settings.source).isDir())
        folder = m_settings.source;
    return folder.isEmpty() ? errorSentence(error, tr("PeeringDB")) : inputSentence(error, folder);
}

void Directory::synchroniseIfDue()
{
    const UtcMs now = m_clock.now();
    const UtcMs interval = std::chrono::milliseconds(m_settings.interval).count();
    // The first fill is a person's decision: it fetches everything.
    if (interval == 0 || isEmpty() || isBusy() || now < m_nextTry
        || now - syncedAt() < interval + std::chrono::milliseconds(m_spread).count())
        return;
    m_nextTry = now + std::chrono::milliseconds(retryAfterFailure).count();
    synchronise().then([this](const Result<DirectoryReport> &report) {
        if (!report && report.error().kind != ErrorKind::Cancelled)
            Q_EMIT failed(report.error());
    });
}

QList<DirectoryHit> Directory::findNetworks(const QString &text, int limit) const
{
    const auto index = m_mirror.index();
    QList<DirectoryHit> hits;
    for (const Asn asn : index->findNetworks(text, limit))
        hits.append({asn, {}, index->networkName(asn)});
    return hits;
}

QList<DirectoryHit> Directory::findExchanges(const QString &text, int limit) const
{
    const auto index = m_mirror.index();
    QList<DirectoryHit> hits;
    for (const std::uint32_t id : index->findExchanges(text, limit))
        hits.append({{}, Location::exchange(id), index->exchangeName(id)});
    return hits;
}

QString Directory::networkName(Asn asn) const
{
    return m_mirror.index()->networkName(asn);
}

QString Directory::locationName(const Location &location) const
{
    const QString name = m_mirror.index()->locationName(location);
    return name.isEmpty() ? location.toString() : name;
}

} // namespace peerdesk
