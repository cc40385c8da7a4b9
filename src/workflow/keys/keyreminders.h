// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/keys/heldkey.h"

#include <QCoroTask>
#include <QSet>

namespace peerdesk {

class Database;

/// Reminds that a key ends: 30, 7 and 1 days before, each once for all desks on one database, whatever is restarted
/// in between. A renewed key is reminded of anew. Only writes the notices down; workflow/notices tells them. Owned by
/// Keys, main thread.
class KeyReminders
{
public:
    KeyReminders(Database &database, const Clock &clock);

    QCoro::Task<Result<void>> look(Asn own, QList<HeldKey> keys);

private:
    Database &m_database;
    const Clock &m_clock;
    QSet<QString> m_told; ///< by this program; spares asking the database at every look
};

} // namespace peerdesk
