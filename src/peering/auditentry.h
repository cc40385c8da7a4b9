// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"

#include <QString>

namespace peerdesk {

/// What a request's entry names as its state when an attempt to reach the other side about it failed.
inline constexpr QLatin1String failedAttempt("failed attempt");

/// One line of a thing's history: who changed it, when, from which state to which, and why. Never changed afterwards.
struct AuditEntry
{
    Asn ownAsn;
    UtcMs at = 0;
    QString who;  ///< a person, "policy:RULE", "AS64500", "peerdeskd"
    QString noun; ///< session, request, draft, relation, endpoint
    QString nounId;
    qint64 nounVersion = 0; ///< the thing's version after this change
    QString fromState;
    QString toState;
    QString why;
};

} // namespace peerdesk
