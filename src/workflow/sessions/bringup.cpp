// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/sessions/bringup.h"

#include "storage/database.h"
#include "storage/sessionstore.h"
#include "workflow/requests/sessionchange.h"
#include "workflow/sessions/sessionexport.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace peerdesk {
namespace {

struct BringUpWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::BringUp)
};

bool isAlive(const Session &session)
{
    return session.approval == Approval::Approved && session.connection != Connection::Unestablished
           && session.deletedAt == 0;
}

Error notConfigurable(const Session &session)
{
    return Error(ErrorKind::Refused,
                 BringUpWords::tr("A session that is %1 cannot be configured").arg(toText(session.status())));
}

} // namespace

bool canBeConfigured(const Session &session)
{
    return isAlive(session) && session.connection == Connection::NotConfigured;
}

bool canComeUp(const Session &session)
{
    return isAlive(session) && session.connection != Connection::Established;
}

bool canBeExported(const Session &session)
{
    return isAlive(session);
}

bool canBeTakenBack(const Session &session)
{
    return isAlive(session) && session.ownAsn == session.proposal.receiver;
}

BringUp::Answer<void> BringUp::exportApproved(QStringList sessionIds, QString path)
{
    auto future = m_database.read(
        [sessionIds, envelope = m_database.envelope()](QSqlDatabase &database) -> Result<QList<Session>> {
            SessionStore store(database, envelope);
            QList<Session> sessions;
            for (const QString &id : sessionIds) {
                const auto session = store.session(id);
                if (!session)
                    return session.error();
                if (!canBeExported(*session))
                    return notConfigurable(*session);
                sessions.append(*session);
            }
            return sessions;
        });
    const auto sessions = co_await future;
    if (!sessions)
        co_return sessions.error();
    co_return exportSessions(*sessions, path);
}

BringUp::Answer<void> BringUp::markConfigured(QStringList sessionIds, QString who)
{
    const std::function<Result<Session>(Session)> configure = [now =
                                                                   m_clock.now()](Session session) -> Result<Session> {
        if (!isAlive(session))
            return notConfigurable(session);
        session.configuredAt = now;
        if (session.connection == Connection::NotConfigured)
            session.connection = Connection::Down;
        return session;
    };
    co_return co_await change(sessionIds, configure, who);
}

BringUp::Answer<void> BringUp::markEstablished(QStringList sessionIds, QString who)
{
    const std::function<Result<Session>(Session)> establish = [now =
                                                                   m_clock.now()](Session session) -> Result<Session> {
        if (!isAlive(session))
            return notConfigurable(session);
        if (session.configuredAt == 0)
            session.configuredAt = now;
        session.connection = Connection::Established;
        session.establishedAt = now;
        session.configureBy = 0;
        return session;
    };
    co_return co_await change(sessionIds, establish, who);
}

BringUp::Answer<void> BringUp::takeBack(QStringList sessionIds, QString who, QString why)
{
    const QString reason = why.trimmed();
    if (reason.isEmpty())
        co_return Error(ErrorKind::Invalid, BringUpWords::tr("Who takes a session back tells the other network why"));
    const std::function<Result<Session>(Session)> end = [reason,
                                                         now = m_clock.now()](Session session) -> Result<Session> {
        if (session.ownAsn != session.proposal.receiver)
            return Error(ErrorKind::Refused, BringUpWords::tr("We asked for this session: it is withdrawn at the other "
                                                              "network"));
        if (!isAlive(session))
            return Error(ErrorKind::Refused,
                         BringUpWords::tr("A session that is %1 cannot be taken back").arg(toText(session.status())));
        session.connection = Connection::Unestablished;
        session.reason = reason;
        session.configureBy = now;
        return session;
    };
    co_return co_await change(sessionIds, end, who, reason);
}

BringUp::Answer<void> BringUp::change(QStringList sessionIds, std::function<Result<Session>(Session)> change,
                                      QString who, QString why)
{
    if (who.isEmpty())
        co_return Error(ErrorKind::Invalid, BringUpWords::tr("A change needs somebody who made it"));
    auto future = m_database.write(
        [sessionIds, change, who, why, now = m_clock.now(), envelope = m_database.envelope()](QSqlDatabase &database) {
            return changeTogether(database, envelope, sessionIds, change, {who, now}, why);
        });
    co_return co_await future;
}

} // namespace peerdesk
