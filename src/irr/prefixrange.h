// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/ipaddress.h"

namespace peerdesk {

/// A prefix and, of its more specifics, those that a range operator names (RFC 2622 section 2): "192.0.2.0/24^25-26".
struct PrefixRange
{
    IpPrefix prefix;
    QString operatorText; ///< "^25-26", "^+", "^-", "^26" or nothing

    /// Nothing where there is no prefix, host bits are set, or the operator goes beyond the prefix.
    [[nodiscard]] static std::optional<PrefixRange> parse(QStringView text);
    [[nodiscard]] QString toString() const { return prefix.toString() + operatorText; }
};

} // namespace peerdesk
