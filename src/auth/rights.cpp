// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/rights.h"

namespace peerdesk {

Identity RightsRules::counted(Identity person) const
{
    person.networks.removeIf([this, &person](const NetworkRights &network) {
        const bool mask = network.forSessions || generalMask;
        return !person.verified || !mask || !network.may(NetworkRight::Update) || !permits(network.asn);
    });
    return person;
}

} // namespace peerdesk
