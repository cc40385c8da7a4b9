// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/bgprole.h"

namespace peerdesk {

/// What one end of a session is, in the reader's language: "customer", "route server, not in the path".
[[nodiscard]] QString termsText(const EndTerms &terms);

} // namespace peerdesk
