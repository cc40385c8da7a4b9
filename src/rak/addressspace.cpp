// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/addressspace.h"

#include <algorithm>

namespace peerdesk {

AddressSpace::AddressSpace(QList<AddressRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const AddressRange &a, const AddressRange &b) { return isBefore(a.first, b.first); });
    for (const AddressRange &range : qAsConst(ranges)) {
        const bool joins =
            !m_ranges.isEmpty() && m_ranges.last().last.family() == range.first.family()
            && (!isBefore(m_ranges.last().last, range.first) || successor(m_ranges.last().last) == range.first);
        if (!joins)
            m_ranges.append(range);
        else if (isBefore(m_ranges.last().last, range.last))
            m_ranges.last().last = range.last;
    }
}

bool AddressSpace::contains(const AddressRange &range) const
{
    const auto after = std::upper_bound(
        m_ranges.begin(), m_ranges.end(), range.first,
        [](const IpAddress &address, const AddressRange &held) { return isBefore(address, held.first); });
    return range.first.isValid() && after != m_ranges.begin() && !isBefore(std::prev(after)->last, range.last);
}

} // namespace peerdesk
