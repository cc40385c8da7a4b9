// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/addressrange.h"

namespace peerdesk {

/// A set of addresses: what one holder holds, or what a registry may vouch for. Neighbours join, so that a block of two
/// halves that came one by one is held as well. Looking something up takes the logarithm of the number of ranges.
class AddressSpace
{
public:
    AddressSpace() = default;
    explicit AddressSpace(QList<AddressRange> ranges);

    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty(); }
    [[nodiscard]] bool contains(const AddressRange &range) const;
    [[nodiscard]] bool contains(const IpPrefix &prefix) const { return contains(AddressRange::of(prefix)); }
    /// Joined and in order.
    [[nodiscard]] const QList<AddressRange> &ranges() const { return m_ranges; }

    bool operator==(const AddressSpace &) const = default;

private:
    QList<AddressRange> m_ranges;
};

} // namespace peerdesk
