// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/existingsession.h"
#include "peering/request.h"
#include "workflow/inbound/keyfinding.h"

#include <QHash>

class QSqlDatabase;

namespace peerdesk {

class Envelope;

/// What the database knows about one of our networks that is worth knowing before deciding. Plain values, read in
/// one go.
struct InboundRecords
{
    QList<Request> inbound; ///< every request of others, newest first
    QList<Session> live;    ///< sessions of both directions that are asked for or agreed and not over
    QList<ExistingSession> existing;
    QHash<QString, QList<KeyFinding>> keys; ///< that came with requests, by the request's id
};

/// Within a job.
[[nodiscard]] Result<InboundRecords> readInboundRecords(QSqlDatabase &database, const Envelope &envelope, Asn own);

} // namespace peerdesk
