// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/maintenancewindow.h"

#include <QCoroTask>

namespace peerdesk {

class Database;

/// When our networks are worked on. Time in maintenance does not count: the deadlines that are ours (of what we
/// approved, and of offers) are moved in the transaction in which a window comes or goes, so that everybody reads them
/// where they stand, in `configure_by`. What was taken back before stays taken back. Owned by the composition root, main
/// thread.
class Maintenance
{
public:
    Maintenance(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// By their beginning, those that are over as well.
    QCoro::Task<Result<QList<MaintenanceWindow>>> windows(Asn own);
    /// May have begun already. Its id is given here. Invalid if it does not end after it begins, or is over.
    QCoro::Task<Result<MaintenanceWindow>> add(MaintenanceWindow window, QString who);
    /// One that has begun ends now, for the time up to now was maintenance. NotFound; Refused if it is over.
    QCoro::Task<Result<void>> remove(QString id, QString who);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace peerdesk
