// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/endpointconfig.h"

namespace peerdesk {

/// Serves until a signal ends it; SIGHUP reads `file` again. Prints one line for scripts once it can be called:
/// "ready", the address it listens on, the address others know and, with a registry of route objects, where queries go.
/// Returns an ExitCode. Main thread.
[[nodiscard]] int serve(const EndpointConfig &settings, const QString &file);

} // namespace peerdesk
