// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/hungkey.h"
#include "irr/routeobject.h"

class QSqlDatabase;

namespace peerdesk {

/// Writes to each maintainer among these objects, which have just been hidden, that they were and why: one mail for a
/// key and a moment. Used within the Database job that hides them; whoever has no address is not told.
Result<void> noteFallen(QSqlDatabase &database, const QList<RouteObject> &objects, HungKey::Standing standing,
                        UtcMs deleteAt, UtcMs now);

} // namespace peerdesk
