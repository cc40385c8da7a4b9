// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/session.h"

#include <QList>

namespace peerdesk {

/// What approved sessions are handed to a router's configuration as, until Peerdesk writes that itself: one line or
/// object for each, with its secret in the clear, in a file that only its owner may read. JSON for a name that ends
/// so, else CSV. In place of an existing file, or not at all.
[[nodiscard]] Result<void> exportSessions(const QList<Session> &sessions, const QString &path);

} // namespace peerdesk
