// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inbound/arrival.h"

namespace peerdesk {

/// A network that we asked asks us in turn for more, under the name of our own request (draft-ietf-grow-peering-api
/// section 6: it may "issue a separate request to the client's server"). What it names joins our request as offered,
/// for a person to accept or decline; nothing is decided by policy. What our request holds already is answered as it
/// stands. There is one such round, soon and while our request is not over: NeedsHuman for one that
/// brings more later, so that two programs cannot go on for ever. Within a write job.
[[nodiscard]] Result<BatchVerdict> takeCounterRound(QSqlDatabase &database, const Envelope &envelope,
                                                    const Arrival &arrival, const QString &ourRequestId);

/// A session that we asked for, as the network that it was asked of knows it: the other way round, and what it wants in
/// addition as waiting for us.
[[nodiscard]] Session asSeenByThem(Session ours);

} // namespace peerdesk
