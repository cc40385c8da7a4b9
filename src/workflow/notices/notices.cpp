// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/notices/notices.h"

#include "base/logging.h"
#include "base/settings.h"
#include "storage/database.h"
#include "storage/noticestore.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QMap>

#include <algorithm>
#include <utility>

namespace peerdesk {
namespace {

/// As many lines as notification services show without cutting.
constexpr int linesShown = 4;
const QString keysToken = QStringLiteral("keys"); // no session has such an id

struct NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Notices)
};

QString titleOf(const Notice &notice)
{
    const QString other = notice.otherAsn.toString();
    switch (notice.kind) {
    case Notice::Kind::Approved:
        return NoticeWords::tr("%1 approved a session").arg(other);
    case Notice::Kind::Rejected:
        return NoticeWords::tr("%1 rejected a session").arg(other);
    case Notice::Kind::Established:
        return NoticeWords::tr("The session with %1 is established").arg(other);
    case Notice::Kind::Unestablished:
        return NoticeWords::tr("The session with %1 is no longer established").arg(other);
    case Notice::Kind::KeyEnding:
        return NoticeWords::tr("A key for %1 ends soon").arg(other);
    case Notice::Kind::NeedsAnswer:
        break;
    }
    return NoticeWords::tr("%1 waits for an answer").arg(other);
}

QString lineOf(Notice::Kind kind, Asn otherAsn, qsizetype count)
{
    QString line;
    switch (kind) {
    case Notice::Kind::Approved:
        line = NoticeWords::tr("Approved by %1: %2");
        break;
    case Notice::Kind::Rejected:
        line = NoticeWords::tr("Rejected by %1: %2");
        break;
    case Notice::Kind::Established:
        line = NoticeWords::tr("Established with %1: %2");
        break;
    case Notice::Kind::Unestablished:
        line = NoticeWords::tr("No longer established with %1: %2");
        break;
    case Notice::Kind::NeedsAnswer:
        line = NoticeWords::tr("Waiting for an answer to %1: %2");
        break;
    case Notice::Kind::KeyEnding:
        line = NoticeWords::tr("Keys for %1 that end soon: %2");
        break;
    }
    return line.arg(otherAsn.toString()).arg(count);
}

bool isAboutKey(const Notice &notice)
{
    return notice.kind == Notice::Kind::KeyEnding;
}

Result<QList<Notice>> waitingOf(QSqlDatabase &db, const QList<Asn> &ownAsns)
{
    NoticeStore store(db);
    QList<Notice> all;
    for (const Asn own : ownAsns) {
        const auto waiting = store.waiting(own);
        if (!waiting)
            return waiting.error();
        all.append(*waiting);
    }
    return all;
}

/// Gives those that nobody else has claimed.
Result<QList<Notice>> claimed(QSqlDatabase &db, const QList<Notice> &waiting, UtcMs now)
{
    NoticeStore store(db);
    QList<Notice> ours;
    for (const Notice &notice : waiting) {
        const auto first = store.claim(notice.id, now);
        if (!first)
            return first.error();
        if (*first)
            ours.append(notice);
    }
    return ours;
}

} // namespace

NoticeText noticeText(const QList<Notice> &notices, const std::function<QString(const Location &)> &locationName)
{
    NoticeText result;
    if (notices.size() == 1) {
        const Notice &notice = notices.constFirst();
        result.title = titleOf(notice);
        result.body = notice.location.isValid()
                          ? NoticeWords::tr("%1, %2").arg(locationName(notice.location), notice.text)
                          : notice.text;
        return result;
    }
    QMap<std::pair<Notice::Kind, Asn>, qsizetype> counts;
    for (const Notice &notice : notices)
        ++counts[{notice.kind, notice.otherAsn}];
    result.title = std::any_of(notices.cbegin(), notices.cend(), isAboutKey)
                       ? NoticeWords::tr("%1 pieces of news").arg(notices.size())
                       : NoticeWords::tr("%1 changes of sessions").arg(notices.size());
    QStringList lines;
    for (auto it = counts.constKeyValueBegin(); it != counts.constKeyValueEnd(); ++it)
        lines.append(lineOf(it->first.first, it->first.second, it->second));
    if (lines.size() > linesShown) {
        lines.resize(linesShown);
        lines.append(NoticeWords::tr("and more"));
    }
    result.body = lines.join(QLatin1Char('\n'));
    return result;
}

Notices::Notices(Database &database, const SettingsFile &settings, const Clock &clock, Places places,
                 std::function<QList<Asn>()> ownAsns, std::chrono::milliseconds settle, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_settings(settings)
    , m_clock(clock)
    , m_places(std::move(places))
    , m_ownAsns(std::move(ownAsns))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settle);
    connect(&m_settle, &QTimer::timeout, this, &Notices::look);
    // Started once and not again with every change: a busy hour must not put them off for ever.
    connect(&m_database, &Database::changed, this, [this] {
        if (!m_settle.isActive())
            m_settle.start();
    });
    connect(&m_notifier, &DesktopNotifier::activated, this, [this](const QString &token) {
        if (token == keysToken)
            Q_EMIT keysOpened();
        else
            Q_EMIT opened(token);
    });
    connect(&m_notifier, &DesktopNotifier::unavailable, this, [this](const QString &why) {
        if (std::exchange(m_saidMissing, true))
            return;
        Q_EMIT serviceMissing(tr("The desktop shows no notifications: %1 News stays visible in the pages.").arg(why));
    });
    m_settle.start();
}

void Notices::look()
{
    if (std::exchange(m_taking, true)) {
        m_again = true;
        return;
    }
    take().then([] {}, [](const std::exception &fault) { qCCritical(lcWorkflow) << fault.what(); });
}

QCoro::Task<void> Notices::take()
{
    auto task = claimWaiting();
    const auto claimed = co_await task;
    m_taking = false;
    if (std::exchange(m_again, false))
        m_settle.start();
    if (!claimed)
        qCWarning(lcWorkflow) << "notices:" << claimed.error().detail;
    else if (!m_windowActive)
        tell(*claimed);
}

QCoro::Task<Result<QList<Notice>>> Notices::claimWaiting()
{
    if (!m_database.mayWrite()) // claiming one is writing
        co_return QList<Notice>();
    const QList<Asn> own = m_ownAsns();
    auto reading = m_database.read([own](QSqlDatabase &db) { return waitingOf(db, own); });
    const auto waiting = co_await reading;
    // Nothing is written when nothing waits: a write is a change, and every change looks here again.
    if (!waiting || waiting->isEmpty())
        co_return waiting;
    const QList<Notice> notices = *waiting;
    const UtcMs now = m_clock.now();
    auto writing = m_database.write([notices, now](QSqlDatabase &db) { return claimed(db, notices, now); });
    const auto ours = co_await writing;
    co_return ours;
}

void Notices::tell(const QList<Notice> &notices)
{
    const QSet<QString> &muted = m_settings.current().desk.mutedNotices;
    QList<Notice> wanted;
    for (const Notice &notice : notices) {
        if (!muted.contains(toText(notice.kind)))
            wanted.append(notice);
    }
    if (wanted.isEmpty())
        return;
    const NoticeText words = noticeText(wanted, m_places.locationName);
    const auto ofSession = std::find_if_not(wanted.cbegin(), wanted.cend(), isAboutKey);
    const QString opens = ofSession == wanted.cend() ? keysToken : ofSession->sessionId;
    m_notifier.send(words.title, words.body, opens);
    Q_EMIT notified(words);
}

} // namespace peerdesk
