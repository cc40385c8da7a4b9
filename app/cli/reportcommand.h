// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

/// report: sessions of a period, as CSV, JSON or HTML.
[[nodiscard]] QList<Command> reportCommands();

} // namespace peerdesk
