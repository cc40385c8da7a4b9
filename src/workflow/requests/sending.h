// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/request.h"
#include "peering/validation.h"
#include "storage/envelope.h"

class QSqlDatabase;

namespace peerdesk {

/// What sending a draft decides, in the one transaction in which it stops being a draft.
struct SendOrder
{
    QString draftId;
    qint64 draftVersion = -1; ///< Conflict if the draft has another one by then; -1 for any
    QList<SessionProposal> proposals;
    QString who;
    UtcMs now = 0;
};

/// Makes the request and its journal entry and removes the draft. Nothing has left this machine yet. Within a write
/// job; NotFound if the draft is gone or no endpoint of its network is known.
Result<Request> orderSending(QSqlDatabase &database, const Envelope &envelope, const SendOrder &order);

/// Takes these sessions, whose outcome was unknown and which were not created, into a new request with a journal entry.
Result<void> orderSendingAgain(QSqlDatabase &database, const Envelope &envelope, const QStringList &sessionIds,
                               const QString &who, UtcMs now);

/// Journals the withdrawal of one session.
Result<void> orderWithdrawal(QSqlDatabase &database, const Envelope &envelope, const QString &sessionId,
                             const QString &who, const QString &why, UtcMs now);

} // namespace peerdesk
