// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/ipaddress.h"

#include <QList>

namespace peerdesk {

/// From one address to another of the same family, both included: what registries delegate need not be a block of
/// CIDR, and holders may give away a part of theirs that is none.
struct AddressRange
{
    IpAddress first;
    IpAddress last;

    [[nodiscard]] static AddressRange of(const IpPrefix &prefix);
    /// "192.0.2.0/24" or "192.0.2.0 - 192.0.2.130". Invalid, with a sentence, for anything else: host bits that are
    /// set, two families, the wrong way round.
    [[nodiscard]] static Result<AddressRange> parse(QStringView text);

    /// The fewest blocks that make it up, in order: at most 2 less than twice the address's bits.
    [[nodiscard]] QList<IpPrefix> toPrefixes() const;
    [[nodiscard]] QString toString() const;

    bool operator==(const AddressRange &) const = default;
};

/// IPv4 before IPv6, then by number.
[[nodiscard]] bool isBefore(const IpAddress &one, const IpAddress &other);
/// The address after it; none after the last.
[[nodiscard]] IpAddress successor(const IpAddress &address);

} // namespace peerdesk
