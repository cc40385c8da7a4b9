// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QList>
#include <QString>

class QSqlDatabase;

namespace peerdesk {

/// A mail about a request or a key, from the day it is known that it will be written until it left.
struct QueuedMail
{
    enum class Kind { Request, Decision, Unestablished, Key };

    Kind kind = Kind::Request;
    /// Of a key: its reference, version and what happened to it. Of what did not come up: with the deadline.
    QString requestId;
    QString recipient; ///< "noc@as64500.example", or with a name before it; empty: nobody can be told
    QString subject;
    QString body;
    UtcMs createdAt = 0;
    UtcMs nextTryAt = 0; ///< 0: a decision that has not been made
    int tries = 0;
    QString holder;   ///< of the resources of a key
    UtcMs endsAt = 0; ///< of a reminder: what it tells of

    /// "decision 0192...": there is one mail of a kind per request, of each deadline and of each change of a key.
    [[nodiscard]] QString id() const;
};

/// The mails that leave or left. Used within Database jobs.
class MailStore
{
public:
    explicit MailStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// From when on requests are told of: `now`, the first time it is asked.
    Result<UtcMs> since(UtcMs now);
    /// Inbound requests from `from` on that no mail of either kind was noted for, oldest first.
    Result<QList<QString>> newRequests(UtcMs from, int limit);
    /// Sessions of one inbound request that were to be up by the same time and were not.
    struct Lapse
    {
        QString requestId;
        UtcMs deadline = 0;
    };
    /// Those between `from` and `now` that no mail was noted for, oldest first.
    Result<QList<Lapse>> newLapses(UtcMs from, UtcMs now, int limit);
    /// False if there is one like it already.
    Result<bool> note(const QueuedMail &mail);
    /// Decisions that were waited for and have been made.
    Result<QList<QueuedMail>> decided(int limit);
    /// Gives a waiting mail its words; it is due at once.
    Result<void> write(const QueuedMail &mail, UtcMs now);
    /// Nothing will be sent.
    Result<void> giveUp(const QueuedMail &mail, const QString &why, UtcMs now);

    /// Those about keys have a ceiling of their own.
    enum class About { Everything, Requests, Keys };
    /// Reminders first, by what ends soonest; then by their time.
    Result<QList<QueuedMail>> due(UtcMs now, int limit, About about = About::Everything);
    /// True for the one caller that may send it; nobody else gets it before `until`.
    Result<bool> claim(const QueuedMail &mail, UtcMs until);
    Result<void> sent(const QueuedMail &mail, UtcMs now);
    Result<void> tryLater(const QueuedMail &mail, const QString &why, UtcMs nextTryAt);
    Result<qint64> sentSince(UtcMs from, About about = About::Everything);
    /// Sent or not.
    Result<qint64> writtenFor(const QString &holder, UtcMs since);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
