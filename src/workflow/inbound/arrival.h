// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inbound/keyfinding.h"
#include "workflow/inbound/reception.h"
#include "workflow/policy/policyinforce.h"

#include <QHash>

#include <memory>

class QSqlDatabase;

namespace peerdesk {

class Envelope;

/// One batch that arrived, with all that is needed to judge it: the part of Reception that runs within a database
/// job, where nobody else can change what the judgement rests on.
struct Arrival
{
    IncomingRequest incoming;
    ServedNetwork network;
    Asn caller;
    QString who;
    QString senderAddress; ///< where it was confirmed
    QHash<Location, ExchangeFacts> exchanges;
    std::optional<Network> initiator;
    QList<SharedExchange> shared; ///< where the two networks could meet
    QList<KeyFinding> keys;       ///< that came along, checked by what their statements say
    UtcMs now = 0;
    std::shared_ptr<PolicyFinder> policies;
};

/// Judges and stores it, or finds that it has been here before and answers as things stand by now.
[[nodiscard]] Result<BatchVerdict> takeIn(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival);

/// What takeIn() would make of it, were it new: nothing is stored.
[[nodiscard]] Result<Request> judged(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival);

} // namespace peerdesk
