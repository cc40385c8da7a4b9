// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// Signing in at endpoints and out again.
[[nodiscard]] QList<Command> signInCommands();

} // namespace peerdesk
