// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"
#include "peering/location.h"

#include <QString>

namespace peerdesk {

/// A session that exists without Peerdesk having asked for it: imported, or read from a router.
struct ExistingSession
{
    Asn ownAsn;
    Asn otherAsn;
    Location location;
    IpAddress ownAddress;
    IpAddress otherAddress;
    QString state;  ///< as the source had it
    QString source; ///< a file's or a router's name
    UtcMs importedAt = 0;
};

} // namespace peerdesk
