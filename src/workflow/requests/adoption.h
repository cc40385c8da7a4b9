// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/networkendpoint.h"
#include "peeringapi/remotesession.h"
#include "storage/envelope.h"

#include <QList>

class QSqlDatabase;

namespace peerdesk {

/// Takes in sessions that another network lists and we did not know, as asked for by us: somebody did, with another
/// program or by hand. Each joins the request the other side names, if we have it, else a new one. The number of those
/// taken in. Within a write job.
Result<int> adopt(QSqlDatabase &database, const Envelope &envelope, const NetworkEndpoint &endpoint,
                  const QList<RemoteSession> &unknown, UtcMs now);

} // namespace peerdesk
