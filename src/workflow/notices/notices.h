// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/notice.h"
#include "workflow/notices/desktopnotifier.h"
#include "workflow/places.h"

#include <QCoroTask>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace peerdesk {

class Database;
class SettingsFile;

/// Title and body of one desktop notification; plain text.
struct NoticeText
{
    QString title;
    QString body;

    bool operator==(const NoticeText &) const = default;
};

/// One event in its own words, several in one: what, from whom, how many. `locationName` is Places::locationName.
[[nodiscard]] NoticeText noticeText(const QList<Notice> &notices,
                                    const std::function<QString(const Location &)> &locationName);

/// Takes the events that wait in the database to the desktop: those of a moment together, only while the window is
/// not active (who looks at the desk sees them there), without the kinds a person has muted. Each event is claimed
/// first, so that of two desks on one database one tells it. Without a notification service that is said once, and
/// the events stay readable in the desk. Owned by app/services, lives as long as the program; GUI thread.
class Notices : public QObject
{
    Q_OBJECT

public:
    /// `ownAsns` says whose events are wanted; `settle` how long events are gathered into one notification.
    Notices(Database &database, const SettingsFile &settings, const Clock &clock, Places places,
            std::function<QList<Asn>()> ownAsns, std::chrono::milliseconds settle = std::chrono::seconds(2),
            QObject *parent = nullptr);

    void setWindowActive(bool active) { m_windowActive = active; }

Q_SIGNALS:
    /// Once per program.
    void serviceMissing(const QString &words);
    void notified(const peerdesk::NoticeText &text);
    /// The person clicked on one: show this session, or the requests if it is empty.
    void opened(const QString &sessionId);
    /// One about keys.
    void keysOpened();

private:
    void look();
    QCoro::Task<void> take();
    QCoro::Task<Result<QList<Notice>>> claimWaiting();
    void tell(const QList<Notice> &notices);

    Database &m_database;
    const SettingsFile &m_settings;
    const Clock &m_clock;
    const Places m_places;
    const std::function<QList<Asn>()> m_ownAsns;
    DesktopNotifier m_notifier;
    QTimer m_settle;
    bool m_windowActive = true;
    bool m_taking = false;
    bool m_again = false;
    bool m_saidMissing = false;
};

} // namespace peerdesk
