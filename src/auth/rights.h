// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"

#include <QSet>

namespace peerdesk {

/// For which networks somebody may ask for sessions here, whether they signed in here or came with the token of an
/// issuer. PeeringDB lists every network of the person's organisations, also those they may only read, and a plain
/// member's mask for sessions is 1: so the update bit counts and nothing less. What a machine may do was decided when it
/// got its credential; the lists hold for it as well.
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

    /// With the networks that count: for a person none if they are not verified.
    [[nodiscard]] Identity counted(Identity identity) const;

private:
    [[nodiscard]] bool countsForPerson(const NetworkRights &network) const;
};

} // namespace peerdesk
