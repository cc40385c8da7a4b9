// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/maintenancewindow.h"

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// When our networks are worked on. What that does to deadlines is workflow/maintenance's. Used within Database jobs.
class MaintenanceStore
{
public:
    explicit MaintenanceStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> add(const MaintenanceWindow &window);
    Result<void> endAt(const QString &id, UtcMs until);
    Result<void> remove(const QString &id);
    Result<std::optional<MaintenanceWindow>> window(const QString &id);
    /// Those that end after `after`, by their beginning.
    Result<QList<MaintenanceWindow>> windows(Asn own, UtcMs after = 0);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
