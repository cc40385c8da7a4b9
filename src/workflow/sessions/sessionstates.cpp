// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/sessions/sessionstates.h"

#include "storage/database.h"
#include "storage/noticestore.h"
#include "storage/sessionstore.h"
#include "workflow/requests/sessionchange.h"

#include <QCoroFuture>

namespace peerdesk {
namespace {

constexpr int overdueAtOnce = 200; // a job takes 20 ms or less; others write between two of them

Connection connectionOf(const QString &bgpState)
{
    if (bgpState.isEmpty())
        return Connection::NotConfigured;
    return bgpState.compare(u"established", Qt::CaseInsensitive) == 0 ? Connection::Established : Connection::Down;
}

/// The session after the report; nothing if it changes nothing.
std::optional<Session> changedBy(const Session &session, const SessionStateReport &report, UtcMs now)
{
    const Connection connection = connectionOf(report.bgpState);
    // Whoever brings an offered session up has taken the offer.
    const bool taken = session.approval == Approval::Offered && session.ownAsn == session.proposal.receiver
                       && connection == Connection::Established;
    const bool matters =
        taken || (session.approval == Approval::Approved && session.connection != Connection::Unestablished);
    if (!matters || (session.connection == connection && session.bgpState == report.bgpState))
        return std::nullopt;
    Session changed = session;
    if (taken) {
        changed.approval = Approval::Approved;
        changed.decidedAt = now;
        changed.decidedBy = session.proposal.initiator.toString();
    }
    if (connection == Connection::Established) {
        changed.configureBy = 0;
        if (session.connection != Connection::Established)
            changed.establishedAt = now;
    }
    if (connection != Connection::NotConfigured && session.configuredAt == 0)
        changed.configuredAt = now;
    changed.connection = connection;
    changed.bgpState = report.bgpState;
    return changed;
}

/// What people hear, once: of an outgoing session either from here or from the other side's answer, whichever is first.
std::optional<Notice::Kind> newsOf(const Session &before, const Session &after)
{
    if (before.connection == after.connection)
        return std::nullopt;
    if (after.connection == Connection::Established)
        return Notice::Kind::Established;
    return before.connection == Connection::Established ? std::optional(Notice::Kind::Unestablished) : std::nullopt;
}

Result<int> store(QSqlDatabase &database, const Envelope &envelope, const SessionStateReport &report, UtcMs now)
{
    SessionStore sessions(database, envelope);
    const auto found = sessions.sessionsAt(report.ownAsn, report.location, report.ownAddress, report.otherAddress);
    if (!found)
        return found.error();
    int count = 0;
    for (const Session &session : *found) {
        const auto changed = changedBy(session, report, now);
        if (!changed)
            continue;
        if (const auto updated = sessions.update(*changed, report.source, {}, now); !updated)
            return updated.error();
        if (const auto news = newsOf(session, *changed)) {
            const Notice notice = noticeAbout(*changed, *news, now);
            if (const auto added = NoticeStore(database).add(notice); !added)
                return added.error();
        }
        ++count;
    }
    return count;
}

Result<int> takeBack(QSqlDatabase &database, const Envelope &envelope, UtcMs now)
{
    SessionStore sessions(database, envelope);
    const auto overdue = sessions.pastTimeWindow(now, overdueAtOnce);
    if (!overdue)
        return overdue.error();
    for (Session session : *overdue) {
        if (session.approval == Approval::Offered) {
            session.approval = Approval::Withdrawn;
            session.decidedAt = now;
            session.reason = QStringLiteral("The offer was not taken up in time");
            if (const auto updated = sessions.update(session, QStringLiteral("peerdeskd"), session.reason, now);
                !updated)
                return updated.error();
            continue;
        }
        session.connection = Connection::Unestablished;
        session.reason = QStringLiteral("The session did not come up within the time window");
        if (const auto updated = sessions.update(session, QStringLiteral("peerdeskd"), session.reason, now); !updated)
            return updated.error();
        const Notice notice = noticeAbout(session, Notice::Kind::Unestablished, now);
        if (const auto added = NoticeStore(database).add(notice); !added)
            return added.error();
    }
    return static_cast<int>(overdue->size());
}

} // namespace

QCoro::Task<Result<int>> SessionStates::report(SessionStateReport report)
{
    const Envelope envelope = m_database.envelope();
    const UtcMs now = m_clock.now();
    auto future =
        m_database.write([envelope, report, now](QSqlDatabase &db) { return store(db, envelope, report, now); });
    co_return co_await future;
}

QCoro::Task<Result<int>> SessionStates::takeBackOverdue()
{
    const Envelope envelope = m_database.envelope();
    const UtcMs now = m_clock.now();
    int all = 0;
    for (int some = overdueAtOnce; some >= overdueAtOnce;) {
        auto future = m_database.write([envelope, now](QSqlDatabase &db) { return takeBack(db, envelope, now); });
        const auto taken = co_await future;
        if (!taken)
            co_return taken.error();
        some = *taken;
        all += some;
    }
    co_return all;
}

} // namespace peerdesk
