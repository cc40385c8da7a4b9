// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// draft, send: from a file of rows to sessions asked for.
[[nodiscard]] QList<Command> draftCommands();

} // namespace peerdesk
