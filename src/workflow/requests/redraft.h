// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/draft.h"
#include "peering/session.h"
#include "storage/envelope.h"

#include <functional>

class QSqlDatabase;

namespace peerdesk {

/// Puts these sessions (of one network of ours and one other) into a draft again: the network's open draft if there is
/// one, else a new one. Rows get new item_ids in the end, because the old ones name the sessions that were sent; until
/// then `mark` sees them with the old ones and may put remarks on them. Gives the draft's id. Within a write job.
Result<QString> draftAgain(QSqlDatabase &database, const Envelope &envelope, const QList<Session> &sessions, UtcMs now,
                           const std::function<Draft(const Draft &)> &mark);

} // namespace peerdesk
