// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/storedpolicy.h"

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// The policies of our networks as text. Used within Database jobs; the audit log is left to who changes one.
class PolicyStore
{
public:
    explicit PolicyStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<std::optional<StoredPolicy>> policy(Asn own, StoredPolicy::Origin origin);
    /// Writes it if nobody has since `policy.version` (0: there is none yet), and gives it back with its new version.
    /// Conflict otherwise; the detail says who changed it and when.
    Result<StoredPolicy> save(const StoredPolicy &policy);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
