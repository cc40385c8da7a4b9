// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/asn.h"
#include "rak/registry.h"

namespace peerdesk {

/// Whether the number can originate routes on the Internet: Invalid for AS_TRANS, for what is reserved for private use
/// (RFC 6996), documentation (RFC 5398), by IANA and at the ends of the ranges (RFC 7300). A test registry takes those,
/// so that everything can be tried with numbers that harm nobody; AS 0 is refused there as well (RFC 7607).
[[nodiscard]] Result<void> checkOrigin(Asn origin, Registry registry);

} // namespace peerdesk
