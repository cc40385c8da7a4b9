// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/rights.h"

namespace peerdesk {

Identity RightsRules::counted(Identity identity) const
{
    const bool isMachine = identity.isMachine();
    const bool verified = identity.verified;
    identity.networks.removeIf([this, isMachine, verified](const NetworkRights &network) {
        return !permits(network.asn) || (!isMachine && !(verified && countsForPerson(network)));
    });
    return identity;
}

bool RightsRules::countsForPerson(const NetworkRights &network) const
{
    return (network.forSessions || generalMask) && network.may(NetworkRight::Update);
}

} // namespace peerdesk
