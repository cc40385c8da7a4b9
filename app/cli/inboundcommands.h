// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// inbound list|show|approve|reject|hold: what others ask of us.
[[nodiscard]] QList<Command> inboundCommands();

} // namespace peerdesk
