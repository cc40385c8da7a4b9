// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// mirror import|sync|status, shared, partners, exchange: the copy of PeeringDB and what it says.
[[nodiscard]] QList<Command> mirrorCommands();

} // namespace peerdesk
