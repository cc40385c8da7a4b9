// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/request.h"
#include "peeringapi/createanswer.h"
#include "peeringapi/page.h"
#include "peeringapi/peeringapiclient.h"
#include "storage/journalstore.h"
#include "workflow/requests/endpointaccess.h"
#include "workflow/requests/requestpace.h"
#include "workflow/requests/sentkey.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>

namespace peerdesk {

class Database;

/// Carries what was decided here to the other network's endpoint: new requests, and withdrawals of sessions. Every
/// step is in the journal before the wire is touched, so that after a time-out, a crash or a loss of power whoever
/// comes next knows what may have happened:
///
///     Intended --> Posting --> Resolved          the usual way
///        ^            |
///        |            v
///        +-------- Unclear --> Resolved          no answer: the sessions are listed and matched first;
///     nothing                                    what cannot be decided is left to a person
///     was listed
///
/// Nothing is posted again before the other side was asked. Refusals end in a draft again, with the other side's words
/// on its rows. One program holds a chain at a time. Owned by Requests; main thread.
class Sender : public QObject
{
    Q_OBJECT

public:
    /// Where a test may cut the power.
    enum class Step { BeforeJournal, Journalled, BeforeWire, AfterWire, Stored };

    Sender(Database &database, PeeringApiClient &client, EndpointAccess &access, const Clock &clock, RequestPace pace,
           QObject *parent = nullptr);

    /// What is sent with each request from now on.
    void setReturnUrl(const QUrl &url) { m_returnUrl = url; }
    /// Where statements about the keys that go along come from; without one they go by their references alone.
    void setStatementSource(StatementSource source) { m_statements = std::move(source); }
    /// One attempt at each chain that is due and that nobody holds. Ends when all of them ended.
    QCoro::Task<void> work();
    /// The same for the chains of one request, due or not.
    QCoro::Task<void> workOn(QString requestId);
    [[nodiscard]] bool isIdle() const { return m_busy.isEmpty(); }
    void observeSteps(std::function<void(Step)> observer) { m_observer = std::move(observer); }
    void reach(Step step) const;

private:
    using Chain = JournalEntry;

    QCoro::Task<void> run(Chain chain);
    QCoro::Task<void> post(Chain chain);
    QCoro::Task<void> look(Chain chain);
    QCoro::Task<void> withdraw(Chain chain);
    QCoro::Task<std::optional<Chain>> claim(Chain seen, JournalEntry::Step step);

    QCoro::Task<void> keepAnswer(Chain chain, Spoken<CreateAnswer> answer);
    QCoro::Task<void> keepFailure(Chain chain, Error error, Dialect dialect);
    QCoro::Task<void> keepListing(Chain chain, Page<RemoteSession> listed, Asn other);
    QCoro::Task<void> giveBack(Chain chain, Error error, Dialect dialect);
    QCoro::Task<void> leaveToPerson(Chain chain, Error error);
    QCoro::Task<void> keepWithdrawal(Chain chain, Session session);
    QCoro::Task<void> postpone(Chain chain, JournalEntry::Step step, Error error);
    QCoro::Task<Result<Request>> load(QString requestId);

    [[nodiscard]] bool isDue(const Chain &chain) const;
    [[nodiscard]] std::chrono::milliseconds waitAfter(int attempt, const Error &error) const;
    static QString keyOf(const Chain &chain);

    Database &m_database;
    PeeringApiClient &m_client;
    EndpointAccess &m_access;
    const Clock &m_clock;
    const RequestPace m_pace;
    const QString m_holder;
    QUrl m_returnUrl;
    StatementSource m_statements;
    QSet<QString> m_busy;
    std::function<void(Step)> m_observer;
};

} // namespace peerdesk
