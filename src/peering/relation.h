// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace peerdesk {

/// What one of our networks thinks of another, in a person's words; customers, upstreams, "never" and "declined until"
/// are no candidates for peering.
struct Relation
{
    enum class Kind : std::uint8_t { None, Customer, Upstream, Peer, Never, Declined };

    Asn ownAsn;
    Asn otherAsn;
    Kind kind = Kind::None;
    UtcMs declinedUntil = 0; ///< for Declined; 0 for good
    QString comment;
    UtcMs updatedAt = 0;

    [[nodiscard]] bool hidesCandidate(UtcMs now) const
    {
        switch (kind) {
        case Kind::None:
        case Kind::Peer:
            return false;
        case Kind::Declined:
            return declinedUntil == 0 || declinedUntil > now;
        case Kind::Customer:
        case Kind::Upstream:
        case Kind::Never:
            break;
        }
        return true;
    }
};

/// "none", "customer", "upstream", ... as the table and the command line have them.
[[nodiscard]] QString toText(Relation::Kind kind);
[[nodiscard]] std::optional<Relation::Kind> relationFromString(QStringView text);

} // namespace peerdesk
