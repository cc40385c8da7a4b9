// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// A script for bash that completes commands, options, what some options take, and file names; zsh understands it
/// after bashcompinit.
[[nodiscard]] QString completionScript(const QList<Command> &commands, const QList<QCommandLineOption> &commonOptions);

} // namespace peerdesk
