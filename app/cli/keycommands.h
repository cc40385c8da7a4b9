// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// keys list|issue|renew|revoke|check: keys for resources, at an issuer.
[[nodiscard]] QList<Command> keyCommands();

} // namespace peerdesk
