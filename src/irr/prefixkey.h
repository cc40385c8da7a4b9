// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/ipaddress.h"

#include <QStringList>

/// Prefixes as keys of an index: family, network and length in hexadecimal digits of a fixed width for each family, so
/// that they sort by number in any collation, and all that lies within a prefix stands in one range.
namespace peerdesk {

/// "4c000020018" for 192.0.2.0/24.
[[nodiscard]] QString prefixKey(const IpPrefix &prefix);

/// The first and the last key of what lies within a prefix, itself included.
struct PrefixKeyRange
{
    QString first;
    QString last;
};
[[nodiscard]] PrefixKeyRange keysWithin(const IpPrefix &prefix);
/// The keys of all that contains a prefix, the longest first, itself included.
[[nodiscard]] QStringList keysAround(const IpPrefix &prefix);

} // namespace peerdesk
