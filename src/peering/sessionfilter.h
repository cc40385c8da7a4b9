// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/request.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace peerdesk {

/// Which sessions are meant. What is left empty does not restrict.
struct SessionFilter
{
    Asn ownAsn;
    Asn otherAsn;
    std::optional<Direction> direction;
    QStringList requestIds;
    QString remoteId;
    QList<Approval> approvals;
    QList<Connection> connections;
    Location location;
    UtcMs createdFrom = 0;   ///< inclusive
    UtcMs createdBefore = 0; ///< exclusive
    bool withDeleted = false;
    QString afterId; ///< ids sort by age: the last one of the page before
    int limit = 0;   ///< 0: all
};

} // namespace peerdesk
