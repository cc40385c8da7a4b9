// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/request.h"

#include <QList>

#include <optional>

namespace peerdesk {

/// Which requests are meant. What is left empty does not restrict.
struct RequestFilter
{
    Asn ownAsn;
    Asn otherAsn;
    std::optional<Direction> direction;
    QList<Approval> approvals; ///< requests with at least one session in one of these states
    UtcMs createdFrom = 0;     ///< inclusive
    UtcMs createdBefore = 0;   ///< exclusive
    int limit = 0;             ///< 0: all
};

} // namespace peerdesk
