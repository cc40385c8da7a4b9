// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/dialect.h"
#include "peering/request.h"
#include "peeringapi/createanswer.h"
#include "storage/envelope.h"
#include "workflow/requests/sessionchange.h"

class QSqlDatabase;

/// What an answer does to a request in the database. Synchronous, within write jobs; each gives an Error or leaves the
/// request as the answer demands, so that the job's transaction holds all of it or nothing.
namespace peerdesk {

/// The two lists of the answer (draft-ietf-grow-peering-api section 6): accepted and rejected sessions get their state,
/// those it does not mention are pending, offered ones are added.
Result<void> storeAnswer(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                         const CreateAnswer &answer, UtcMs now);

/// The request failed as a whole: its sessions are rejected, and a draft with the same rows carries what was said.
Result<void> storeRefusal(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                          const QList<FieldError> &errors, const QString &sentence, Dialect::Orientation orientation,
                          UtcMs now);

/// These sessions of the request are left to a person.
Result<void> storeUnknown(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                          const QStringList &sessionIds, UtcMs now);

/// Why it has not gone through so far. The history tells of it once, until it is another reason.
Result<void> storeLastError(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                            const QString &sentence, UtcMs now);

} // namespace peerdesk
