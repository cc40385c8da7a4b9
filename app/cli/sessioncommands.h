// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// What a person does with single sessions: those of both directions are configured and come up, offers are accepted,
/// and what became of one whose outcome is unknown is found out.
[[nodiscard]] QList<Command> sessionCommands();

} // namespace peerdesk
