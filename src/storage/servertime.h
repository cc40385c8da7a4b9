// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

class QSqlDatabase;

namespace peerdesk {

/// Within a Database job: what the server of the database takes the time for, to the second; where the database is a
/// file, this machine's clock.
[[nodiscard]] Result<UtcMs> serverTime(QSqlDatabase &database);

} // namespace peerdesk
