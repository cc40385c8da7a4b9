// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/session.h"

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

    /// As we would have asked for it; turned(), as the other network would have.
    [[nodiscard]] SessionProposal proposal() const
    {
        SessionProposal proposal;
        proposal.initiator = ownAsn;
        proposal.receiver = otherAsn;
        proposal.initiatorAddress = ownAddress;
        proposal.receiverAddress = otherAddress;
        proposal.location = location;
        return proposal;
    }
};

} // namespace peerdesk
