// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/session.h"

#include <QList>
#include <QUrl>

namespace peerdesk {

/// What goes with a request as proof of what will be announced: the public reference of a Resource Authentication Key,
/// never the key, and its issuer's signed statement about it. What both mean is src/rak's to know.
struct KeyProof
{
    QString reference;
    QByteArray statement; ///< empty: none came along

    bool operator==(const KeyProof &) const = default;
};

/// What POST /sessions asks for: a batch of sessions with one name.
struct CreateRequest
{
    QString requestId; ///< the caller's, also its idempotency key; empty if it gave none
    QUrl returnUrl;    ///< where the caller's own endpoint answers; invalid if it gave none
    QList<SessionProposal> proposals;
    QList<KeyProof> keys = {}; ///< an extension of ours, which others pass over
};

} // namespace peerdesk
