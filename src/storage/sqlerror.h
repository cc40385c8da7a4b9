// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

class QSqlError;

namespace peerdesk {

/// What a failed statement means to a person: disk full, read-only, damaged, locked by another program. `doing` says
/// what was attempted ("save the draft") and ends up in the error's detail together with the driver's own words. What
/// passes by itself, such as a server that is being restarted, says in `retryAfter` when to try again.
[[nodiscard]] Error sqlError(const QSqlError &error, const QString &doing);
/// The same for a connection that was lost before, of which a driver says nothing any more.
[[nodiscard]] Error serverGone();

} // namespace peerdesk
