// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"

namespace peerdesk {

/// A route object as a registry tells its maintainer of it. It stands on a key and falls with it.
struct RegisteredRoute
{
    QString id; ///< the registry's
    IpPrefix prefix;
    Asn origin;
    QString description;
    QString maintainer;
    QString keyReference; ///< empty where nobody vouches for the space
    UtcMs keyExpires = 0; ///< 0 if it is not known
    bool hidden = false;  ///< in no answer of the registry any more
    QString hiddenWhy;
    UtcMs deletedAt = 0; ///< of a hidden one, when the registry's grace is over

    /// When it disappears from the registry's answers, or from the registry if it has; 0 for never.
    [[nodiscard]] UtcMs fallsAt() const { return hidden ? deletedAt : keyExpires; }

    bool operator==(const RegisteredRoute &) const = default;
};

/// A route object that somebody wants registered or changed, as it is typed, and the key that lets it be: empty where
/// nobody vouches for the space, or where the object goes on standing on the key that it stands on.
struct RouteForm
{
    QString id; ///< of the one that is changed; empty for a new one
    QString prefix;
    QString origin;
    QString description;
    QString maintainer;
    Secret key;
};

} // namespace peerdesk
