// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"
#include "peering/dialect.h"

#include <QSet>

#include <optional>

namespace peerdesk {

/// Which networks stand on which end of the wire. The codec tells initiator from receiver by membership and not by
/// the words `local` and `peer`, which the draft defines both ways.
struct Membership
{
    QSet<Asn> clients; ///< those the caller may speak for
    QSet<Asn> servers; ///< those the endpoint answers for
    /// Decides where both readings fit (sister networks) and where no number is given.
    Dialect::Orientation fallback = Dialect::Orientation::Requestor;

    /// Nothing if neither reading fits: the caller may not speak for either, or the endpoint is for neither.
    [[nodiscard]] std::optional<Dialect::Orientation> orientationOf(Asn local, Asn peer) const
    {
        const bool requestor = clients.contains(local) && servers.contains(peer);
        const bool receiver = servers.contains(local) && clients.contains(peer);
        if (requestor && receiver)
            return fallback;
        if (requestor)
            return Dialect::Orientation::Requestor;
        if (receiver)
            return Dialect::Orientation::Receiver;
        return {};
    }
};

} // namespace peerdesk
