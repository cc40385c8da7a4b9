// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// When our network is worked on.
[[nodiscard]] QList<Command> maintenanceCommands();

} // namespace peerdesk
