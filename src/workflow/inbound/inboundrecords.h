// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/existingsession.h"
#include "peering/request.h"

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
};

/// Within a job.
[[nodiscard]] Result<InboundRecords> readInboundRecords(QSqlDatabase &database, const Envelope &envelope, Asn own);

} // namespace peerdesk
