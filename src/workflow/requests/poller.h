// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/networkendpoint.h"
#include "peeringapi/page.h"
#include "peeringapi/remotesession.h"
#include "workflow/places.h"
#include "workflow/requests/endpointaccess.h"
#include "workflow/requests/requestpace.h"
#include "workflow/requests/sessionchange.h"

#include <QCoroTask>
#include <QObject>

namespace peerdesk {

class Database;
class PeeringApiClient;

/// Asks other networks what became of the sessions we asked for: one list for each endpoint, at a rate that widens
/// while nothing changes and starts afresh when something does. The times are in the database, so a restart goes on
/// where the last program stopped, and of several programs that hold a token for the endpoint one asks; one without a
/// token moves nobody's time. Sessions that the other side knows and we do not are taken in as offers; one it no longer
/// knows was taken down there. Goes on slowly after a session is up, because that is how depeering is seen. Owned by Requests; main thread, comparing is done on the database's reading thread.
class Poller : public QObject
{
    Q_OBJECT

public:
    Poller(Database &database, PeeringApiClient &client, EndpointAccess &access, const Clock &clock, Places places,
           RequestPace pace, QObject *parent = nullptr);

    /// Polls the endpoints that are due. Ends when all answers are stored.
    QCoro::Task<void> work();
    /// Polls one now, due or not. The failure, if any, is also kept with the endpoint.
    QCoro::Task<Result<void>> poll(Asn own, Asn other);
    [[nodiscard]] bool isIdle() const { return m_running == 0; }

private:
    /// What a list says, compared with what we have.
    struct Comparison
    {
        QList<SessionChange> changes;
        QList<RemoteSession> unknown;
        QList<Session> missing; ///< ours, under an id of theirs that they did not list
        bool awaiting = false;  ///< something is not established yet
    };

    struct Taken
    {
        bool changed = false;
        bool awaiting = false;
    };

    QCoro::Task<Result<QList<NetworkEndpoint>>> claimDue();
    QCoro::Task<QList<NetworkEndpoint>> oursAmong(QList<NetworkEndpoint> due, int room);
    QCoro::Task<Result<void>> run(NetworkEndpoint endpoint);
    QCoro::Task<Result<Taken>> takeIn(NetworkEndpoint endpoint, RemoteEndpoint remote, Page<RemoteSession> listed);
    QCoro::Task<QList<SessionChange>> confirmMissing(RemoteEndpoint remote, QList<Session> missing);
    QCoro::Task<Result<int>> storeChanges(QList<SessionChange> changes, Asn other);
    QCoro::Task<Result<int>> adopt(NetworkEndpoint endpoint, QList<RemoteSession> unknown);
    QCoro::Task<void> keepPace(NetworkEndpoint endpoint, Taken taken);
    QCoro::Task<void> keepFailure(NetworkEndpoint endpoint, Error error);
    QCoro::Task<void> keepTrouble(NetworkEndpoint endpoint, Error error);

    static Comparison compare(const QList<Session> &ours, const Page<RemoteSession> &listed, UtcMs now);
    [[nodiscard]] UtcMs jittered(UtcMs interval) const;

    Database &m_database;
    PeeringApiClient &m_client;
    EndpointAccess &m_access;
    const Clock &m_clock;
    const Places m_places;
    const RequestPace m_pace;
    int m_running = 0;
};

} // namespace peerdesk
