// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/sessionfilter.h"
#include "storage/envelope.h"

#include <QList>
#include <QMap>

class QSqlDatabase;

namespace peerdesk {

/// The sessions that were asked for, by us or of us. Lists come without session secrets; session() brings it. What was
/// proposed never changes after insert(): update() writes what became of it, and how it is told of. Used within Database jobs.
class SessionStore
{
public:
    SessionStore(QSqlDatabase &database, Envelope envelope)
        : m_database(database)
        , m_envelope(std::move(envelope))
    {
    }

    /// Also appends to the audit log.
    Result<void> insert(const Session &session, const QString &who);
    /// Writes what became of the session, if nobody has changed it since `session.version`, and appends to the audit log
    /// if its status changed or there is a `why`. Gives it back as stored, with its new version. Conflict: somebody was
    /// first; the detail says who, what and when. NotFound: no such session.
    Result<Session> update(const Session &session, const QString &who, const QString &why, UtcMs now);

    /// With its secret. NotFound if there is none.
    Result<Session> session(const QString &id);
    /// Oldest first.
    Result<QList<Session>> sessions(const SessionFilter &filter);
    /// What the other network wants in addition to what we asked for, and has not been called off; oldest first.
    Result<QList<Session>> offeredByThem(Asn own, Asn other, const QString &afterId, int limit);
    /// Whatever our networks know of these two addresses at this place, whoever asked; not deleted ones.
    Result<QList<Session>> sessionsAt(Asn own, const Location &location, const IpAddress &one,
                                      const IpAddress &another);
    /// What validation compares with: where everything is between the two networks that is asked for or agreed and not
    /// over. Networks, addresses and locations only.
    Result<QList<SessionProposal>> openProposals(Asn own, Asn other);
    /// Those of them that are where one of `places` is, whoever asked for which; what has nothing to do with them is not
    /// read.
    Result<QList<SessionProposal>> openAt(Asn own, Asn other, const QList<SessionProposal> &places);
    /// How many sessions asked of us wait for a decision.
    Result<int> undecided(Asn own, Asn other);
    /// How many offers of the other network wait for a person here.
    Result<int> offersWaiting(Asn own, Asn other);
    /// How many the two networks have that Session::isAgreedHere() holds for.
    Result<int> agreedHere(Asn own, Asn other);
    /// What has run out of time: inbound sessions that were approved and never up, and offers of either direction.
    Result<QList<Session>> pastTimeWindow(UtcMs now, int limit);
    /// Those whose deadline is ours to set and has not come: what pastTimeWindow() will give one day.
    Result<QList<Session>> withTimeWindow(Asn own);
    Result<QMap<Status, int>> counts(const SessionFilter &filter);

private:
    QSqlDatabase &m_database;
    Envelope m_envelope;
};

} // namespace peerdesk
