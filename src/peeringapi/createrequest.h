// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/session.h"

#include <QList>
#include <QUrl>

namespace peerdesk {

/// What POST /sessions asks for: a batch of sessions with one name.
struct CreateRequest
{
    QString requestId; ///< the caller's, also its idempotency key; empty if it gave none
    QUrl returnUrl;    ///< where the caller's own endpoint answers; invalid if it gave none
    QList<SessionProposal> proposals;
};

} // namespace peerdesk
