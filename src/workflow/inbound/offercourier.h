// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/retry.h"
#include "peeringapi/servercodec.h"
#include "storage/offerstore.h"
#include "workflow/requests/endpointaccess.h"

#include <QCoroTask>

class QSqlDatabase;

namespace peerdesk {

class PeeringApiClient;

/// Asks for what we offer at the other network's own endpoint too, under the name of its request
/// (draft-ietf-grow-peering-api section 6). It does so only where the `return_url` that the caller gave is the very
/// endpoint that we know for its AS number: an address that a stranger names is never called. What is to be carried is
/// written in the transaction that answers the request, and tried for about two days or until nothing is offered any
/// more, across restarts, by one daemon at a time; it may arrive twice, under the same name. The offers stand in our
/// answer and in GET /sessions whatever comes of it. Owned by the composition root, main thread.
class OfferCourier
{
public:
    static constexpr int triesAtMost = 16;

    OfferCourier(Database &database, PeeringApiClient &client, TokenSource tokens, const Clock &clock);

    /// Within the write job that took the request in: notes what is to be carried. False where nothing is: nothing was
    /// offered, or the return URL is not the endpoint we know.
    static Result<bool> note(QSqlDatabase &database, const CreateRequest &theirs, const BatchVerdict &verdict,
                             UtcMs now);

    /// Carries what is due; one run at a time, another does nothing. Fails for want of the database only.
    QCoro::Task<Result<void>> run();

private:
    QCoro::Task<Result<void>> handle(OfferDelivery delivery);
    QCoro::Task<Result<void>> carry(OfferDelivery delivery);
    QCoro::Task<Result<void>> settle(OfferDelivery delivery, Result<void> carried);
    QCoro::Task<Result<void>> end(OfferDelivery delivery, QString state, QString why);

    Database &m_database;
    EndpointAccess m_access;
    PeeringApiClient &m_client;
    const Clock &m_clock;
    const RetryPolicy m_pace{triesAtMost, std::chrono::minutes(1), std::chrono::hours(6)};
    bool m_running = false;
};

} // namespace peerdesk
