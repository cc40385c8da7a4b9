// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/auditentry.h"
#include "peering/networkendpoint.h"
#include "peering/requestfilter.h"
#include "workflow/places.h"
#include "workflow/requests/endpointaccess.h"
#include "workflow/requests/requestpace.h"
#include "workflow/requests/sender.h"

#include <QCoroTask>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace peerdesk {

class Database;
class PeeringApiClient;
class Poller;

/// What we asked other networks for: sending drafts, following the sessions until they are established, taking them
/// down again. Commands write what a person decided and return; Sender and Poller carry it to the wire and bring back
/// what came of it, also after a restart. One timer looks for what is due. Owned by app/services; main thread; lives
/// as long as the program.
class Requests : public QObject
{
    Q_OBJECT

public:
    /// Something on its way: a request being sent, or a session being withdrawn.
    struct Journey
    {
        QString requestId;
        QString sessionId; ///< empty for the request itself
        int attempts = 0;
        UtcMs nextAttemptAt = 0;
    };
    enum class Outcome { WasCreated, WasNotCreated };
    template<class T> using Answer = QCoro::Task<Result<T>>;

    Requests(Database &database, PeeringApiClient &client, const Clock &clock, Places places, TokenSource tokens,
             RequestPace pace = {}, QObject *parent = nullptr);
    ~Requests() override;

    /// Where our own endpoint answers, for who is asked to ask for more there; empty for nowhere, as in the beginning.
    void setReturnUrl(const QUrl &url) { m_sender->setReturnUrl(url); }
    /// Where statements about the keys that go along come from; without one they go by their references alone.
    void setStatementSource(StatementSource source) { m_sender->setStatementSource(std::move(source)); }
    /// Goes on with whatever an earlier program left, and from then on looks for what is due.
    void start();
    /// No more looks: for the end of the program. What is under way ends by itself.
    void stop() { m_timer.stop(); }
    /// The one look that the timer takes: ends when all that was due has been tried.
    QCoro::Task<void> workOnWhatIsDue();
    /// Nothing is on the wire.
    [[nodiscard]] bool isIdle() const;

    /// With sessions, without their secrets, newest first.
    Answer<QList<Request>> requests(RequestFilter filter);
    /// With the sessions' secrets.
    Answer<Request> request(QString id);
    Answer<Session> session(QString id);
    /// Of the request and its sessions, with the attempts that failed; oldest first.
    Answer<QList<AuditEntry>> history(QString requestId);
    /// Those that go with a request as proof, and how they went.
    Answer<QList<SentKey>> keys(QString requestId);
    Answer<QMap<Status, int>> counts(Asn own);
    Answer<QList<Journey>> journeys();
    /// Where the other networks answer, and how polling goes.
    Answer<QList<NetworkEndpoint>> endpoints(Asn own);

    /// The draft becomes a request, with the outcome of the first attempt: one whose sessions are still "sending" will
    /// be tried again. Invalid while the draft has problems, Conflict when it is no longer the one that was `seen`,
    /// NotFound where no endpoint of the network is known. Whoever gives a person time to undo waits before calling.
    Answer<Request> send(QString draftId, QString who, std::optional<qint64> seen = {});
    /// Does not wait for the next attempt.
    Answer<void> retryNow(QString requestId);

    /// Takes sessions back at the other network, pending or established alike, and declines offers. Refused for one
    /// that the other side has given no id yet, or that is over. Depeering an established session is asked about by
    /// whoever calls.
    Answer<void> withdraw(QStringList sessionIds, QString who, QString why);
    /// A person found out what could not be decided here. Those that were not created are sent again.
    Answer<void> resolveOutcome(QStringList sessionIds, Outcome outcome, QString who);
    /// Puts rejected and unestablished sessions into a draft again, with the reasons on their rows. The draft's id.
    Answer<QString> draftAgain(QStringList sessionIds);
    Answer<void> acceptOffers(QStringList sessionIds, QString who);
    Answer<void> setNote(QString sessionId, QString note, QString who);

    /// Asks that network now.
    Answer<void> poll(Asn own, Asn other);

    void observeSteps(std::function<void(Sender::Step)> observer);

Q_SIGNALS:
    /// Something in the database changed, here or in another program: what was read before may be stale.
    void changed();

private:
    Answer<Request> commit(QString draftId, QString who, std::optional<qint64> seen);
    Answer<void> changeSessions(QStringList ids, std::function<Result<Session>(Session)> change, QString who,
                                QString why = {});

    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
    const RequestPace m_pace;
    EndpointAccess m_access;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Poller> m_poller;
    QTimer m_timer;
};

} // namespace peerdesk
