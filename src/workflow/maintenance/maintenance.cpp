// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/maintenance/maintenance.h"

#include "base/id.h"
#include "storage/auditstore.h"
#include "storage/database.h"
#include "storage/maintenancestore.h"
#include "storage/sessionstore.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace peerdesk {
namespace {

struct MaintenanceWords
{
    Q_DECLARE_TR_FUNCTIONS(Maintenance)
};

/// One change to the windows of a network, and what it does to deadlines: within a write job.
class MaintenanceChange
{
public:
    MaintenanceChange(QSqlDatabase &database, const Envelope &envelope, QString who, UtcMs now)
        : m_database(database)
        , m_windows(database)
        , m_sessions(database, envelope)
        , m_who(std::move(who))
        , m_now(now)
    {
    }

    Result<void> add(const MaintenanceWindow &window)
    {
        const auto before = m_windows.windows(window.ownAsn);
        if (!before)
            return before.error();
        if (const auto added = m_windows.add(window); !added)
            return added;
        if (const auto noted = note(window, QStringLiteral("planned")); !noted)
            return noted;
        return moveDeadlines(window, *before);
    }

    Result<void> remove(const MaintenanceWindow &window)
    {
        const auto before = m_windows.windows(window.ownAsn);
        if (!before)
            return before.error();
        const bool hasBegun = window.from < m_now;
        const auto gone = hasBegun ? m_windows.endAt(window.id, m_now) : m_windows.remove(window.id);
        if (!gone)
            return gone;
        const auto noted = note(window, hasBegun ? QStringLiteral("ended") : QStringLiteral("removed"));
        if (!noted)
            return noted;
        return moveDeadlines(window, *before);
    }

private:
    Result<void> note(const MaintenanceWindow &window, const QString &state)
    {
        AuditEntry entry;
        entry.ownAsn = window.ownAsn;
        entry.at = m_now;
        entry.who = m_who;
        entry.noun = QStringLiteral("maintenance");
        entry.nounId = window.id;
        entry.toState = state;
        entry.why = QStringLiteral("%1 to %2 %3").arg(toRfc3339(window.from), toRfc3339(window.until), window.note);
        return AuditStore(m_database).append(entry);
    }

    /// What a deadline was reckoned from is not kept: it is the time that the clock of before ran until it.
    Result<void> moveDeadlines(const MaintenanceWindow &changed, const QList<MaintenanceWindow> &before)
    {
        const auto after = m_windows.windows(changed.ownAsn);
        if (!after)
            return after.error();
        const auto waiting = m_sessions.withTimeWindow(changed.ownAsn);
        if (!waiting)
            return waiting.error();
        for (Session session : *waiting) {
            const UtcMs begun = session.approval == Approval::Offered ? session.createdAt : session.decidedAt;
            const UtcMs length = SessionClock(session, before).runs(begun, session.configureBy);
            if (!changed.concerns(session) || length <= 0)
                continue;
            const UtcMs deadline = SessionClock(session, *after).whenItRan(length, begun);
            if (deadline == session.configureBy)
                continue;
            session.configureBy = deadline;
            const QString why = QStringLiteral("maintenance: to be configured by %1").arg(toRfc3339(deadline));
            if (const auto moved = m_sessions.update(session, m_who, why, m_now); !moved)
                return moved.error();
        }
        return {};
    }

    QSqlDatabase &m_database;
    MaintenanceStore m_windows;
    SessionStore m_sessions;
    const QString m_who;
    const UtcMs m_now;
};

} // namespace

QCoro::Task<Result<QList<MaintenanceWindow>>> Maintenance::windows(Asn own)
{
    auto reading = m_database.read([own](QSqlDatabase &database) { return MaintenanceStore(database).windows(own); });
    co_return co_await reading;
}

QCoro::Task<Result<MaintenanceWindow>> Maintenance::add(MaintenanceWindow window, QString who)
{
    const UtcMs now = m_clock.now();
    if (window.from >= window.until)
        co_return Error(ErrorKind::Invalid, MaintenanceWords::tr("Maintenance ends after it begins"));
    if (window.until <= now)
        co_return Error(ErrorKind::Invalid, MaintenanceWords::tr("This maintenance would be over already"));
    window.id = newId(now);
    window.createdAt = now;
    auto writing = m_database.write([window, who, now, envelope = m_database.envelope()](QSqlDatabase &database) {
        return MaintenanceChange(database, envelope, who, now).add(window);
    });
    if (const auto added = co_await writing; !added)
        co_return added.error();
    co_return window;
}

QCoro::Task<Result<void>> Maintenance::remove(QString id, QString who)
{
    const UtcMs now = m_clock.now();
    auto writing =
        m_database.write([id, who, now, envelope = m_database.envelope()](QSqlDatabase &database) -> Result<void> {
            const auto window = MaintenanceStore(database).window(id);
            if (!window)
                return window.error();
            if (!*window)
                return Error(ErrorKind::NotFound, id);
            if ((*window)->until <= now)
                return Error(ErrorKind::Refused, MaintenanceWords::tr("This maintenance is over"));
            return MaintenanceChange(database, envelope, who, now).remove(**window);
        });
    co_return co_await writing;
}

} // namespace peerdesk
