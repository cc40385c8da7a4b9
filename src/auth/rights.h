// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"

#include <QSet>

namespace peerdesk {

/// For which networks a person may ask for sessions here. PeeringDB lists every network of the person's organisations,
/// also those they may only read, and a plain member's mask for sessions is 1: so the update bit counts and nothing
/// less.
struct RightsRules
{
    RightsRules() = default;

    /// The general mask `perms` is good enough where PeeringDB did not give the one for sessions.
    bool generalMask = false;
    QSet<std::uint32_t> allowed; ///< if not empty, only these ASNs
    QSet<std::uint32_t> denied;

    [[nodiscard]] bool permits(std::uint32_t asn) const
    {
        return !denied.contains(asn) && (allowed.isEmpty() || allowed.contains(asn));
    }

    /// The person as a token may name them: with the networks that count, none if they are not verified.
    [[nodiscard]] Identity counted(Identity person) const;
};

} // namespace peerdesk
