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
#include "workflow/requests/sessionexport.h"

#include <QCoroTask>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <memory>

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
    /// A draft that will be sent unless a person thinks better of it. Not stored: when the program ends first, nothing
    /// was sent and the draft is still a draft.
    struct Countdown
    {
        QString draftId;
        Asn ownAsn;
        Asn otherAsn;
        int sessions = 0;
        UtcMs sendAt = 0;
        qint64 draftVersion = 0;
        QString who;
    };
    /// Something on its way: a request being sent, or a session being withdrawn.
    struct Journey
    {
        QString requestId;
        QString sessionId; ///< empty for the request itself
        int attempts = 0;
        UtcMs nextAttemptAt = 0;
    };
    enum class Outcome { WasCreated, WasNotCreated };
    template<class T>
    using Answer = QCoro::Task<Result<T>>;

    Requests(Database &database, PeeringApiClient &client, const Clock &clock, Places places, TokenSource tokens,
             RequestPace pace = {}, QObject *parent = nullptr);
    ~Requests() override;

    /// Goes on with whatever an earlier program left, and from then on looks for what is due.
    void start();
    /// The one look that the timer takes: ends when all that was due has been tried.
    QCoro::Task<void> workOnWhatIsDue();
    /// Nothing is on the wire.
    [[nodiscard]] bool isIdle() const;

    /// With sessions, without their secrets, newest first.
    Answer<QList<Request>> requests(RequestFilter filter);
    /// With the sessions' secrets.
    Answer<Request> request(QString id);
    Answer<Session> session(QString id);
    /// Oldest first.
    Answer<QList<AuditEntry>> history(QString sessionId);
    Answer<QMap<Status, int>> counts(Asn own);
    Answer<QList<Journey>> journeys();
    /// Where the other networks answer, and how polling goes.
    Answer<QList<NetworkEndpoint>> endpoints(Asn own);

    /// Begins the countdown. Invalid while the draft has problems, NotFound where no endpoint of the network is known.
    Answer<void> send(QString draftId, QString who);
    /// False if it was too late.
    bool undoSend(QString draftId);
    [[nodiscard]] QList<Countdown> countdowns() const { return m_countdowns; }
    /// Without a countdown, and with the outcome of the first attempt: a request whose sessions are still "sending"
    /// will be tried again.
    Answer<Request> sendNow(QString draftId, QString who);
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
    /// Said by a person, until routers say it.
    Answer<void> markConfigured(QStringList sessionIds, QString who);
    Answer<void> markEstablished(QStringList sessionIds, QString who);
    /// With secrets, for a router's configuration. Refused if one of them is not approved.
    Answer<QByteArray> exportApproved(QStringList sessionIds, ExportFormat format);
    Answer<void> setNote(QString sessionId, QString note, QString who);

    /// Asks that network now.
    Answer<void> poll(Asn own, Asn other);

    void observeSteps(std::function<void(Sender::Step)> observer);

Q_SIGNALS:
    /// Something in the database changed, here or in another program: what was read before may be stale.
    void changed();
    void countdownsChanged();
    /// A countdown ended without a request: the draft was changed or deleted meanwhile, or the database failed.
    void sendFailed(const QString &draftId, const Error &error);

private:
    Answer<Request> commit(QString draftId, QString who, qint64 version);
    QCoro::Task<void> sendDue();
    Answer<void> changeSessions(QStringList ids, std::function<Result<Session>(Session)> change, QString who,
                                QString why = {});
    void adjustTimer();
    void tick();

    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
    const RequestPace m_pace;
    EndpointAccess m_access;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Poller> m_poller;
    QList<Countdown> m_countdowns;
    QTimer m_timer;
    bool m_started = false;
};

} // namespace peerdesk
