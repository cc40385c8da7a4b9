// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "peering/dialect.h"

#include <QString>
#include <QUrl>

namespace peerdesk {

/// Where another network's Peering API answers, how it likes to be spoken to, and how polling it goes.
struct NetworkEndpoint
{
    Asn ownAsn;
    Asn otherAsn;
    QUrl baseUrl; ///< with the version in its path and without a trailing slash
    Dialect dialect;
    QString contact; ///< an address for people, as the other side gave it
    UtcMs polledAt = 0;
    UtcMs nextPollAt = 0;
    UtcMs pollInterval = 0; ///< ms; widens while nothing changes
    int failures = 0;       ///< in a row
    QString lastError;      ///< why the last poll failed, in words; empty when all is well
};

} // namespace peerdesk
