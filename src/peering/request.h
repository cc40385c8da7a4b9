// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/session.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace peerdesk {

enum class Direction { Outgoing, Inbound };

/// "outgoing" or "inbound": the word of the database and of exports, never translated.
QString toText(Direction direction);

/// A set of sessions asked for together, with one request_id that both sides keep.
struct Request
{
    QString id;       ///< ours: the request_id we sent, or the one we gave as receiver (uuid)
    QString remoteId; ///< the other side's request_id, where it differs
    Direction direction = Direction::Outgoing;
    Asn ownAsn;
    Asn otherAsn;
    QUrl endpoint;            ///< outgoing: where it was sent
    QString requester;        ///< inbound: who signed in ("M. Ops <noc@as64500.example>"); outgoing: who sent it
    QString requesterAddress; ///< inbound: their e-mail address where it was confirmed
    QString idempotencyKey;   ///< inbound: the request_id the caller gave, empty if none
    /// Inbound: how long what is approved of it may stay unconfigured, as was configured when it came; 0 for ever.
    std::chrono::milliseconds timeWindow = std::chrono::hours(7 * 24);
    UtcMs createdAt = 0;
    UtcMs sentAt = 0;
    UtcMs answeredAt = 0;
    QString lastError; ///< outgoing: why the last attempt or poll failed, in words; empty when all is well
    qint64 version = 0;
    QList<Session> sessions;
};

} // namespace peerdesk
