// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/databaseaddress.h"

namespace peerdesk {

/// Copies of an SQLite database; one at a PostgreSQL server is its administrator's to back up (pg_dump). The key of the
/// sealed secrets is not in a copy, so that a copy gives nothing away: it is kept apart, and needed again with it.

/// Writes one moment of the database into `file`, for its owner alone, while programs go on using it. Conflict if the
/// file exists.
Result<void> backUp(const DatabaseAddress &address, const QString &file);

/// Puts `file` in the place of the database, which is moved aside to "DATABASE.before-restore". Storage error, with
/// nothing changed, where a program still uses the database, where the copy is damaged, or where the key that lies there
/// is not the one that the copy was sealed with.
Result<void> restore(const DatabaseAddress &address, const QString &file);

} // namespace peerdesk
