// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace peerdesk {

struct Request;
struct Session;

/// requests list|show|poll|withdraw, endpoint list|set: what we asked others for, and where they answer.
[[nodiscard]] QList<Command> requestCommands();

/// The columns of sessions that several commands print.
[[nodiscard]] Listing sessionListing();
void addSession(Listing &listing, const Session &session);

} // namespace peerdesk
