// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filter.h"
#include "base/result.h"
#include "workflow/places.h"
#include "workflow/reports/sessionreport.h"

#include <QCoroTask>
#include <QObject>

namespace peerdesk {

class Database;

/// The fields that a report's filter knows.
[[nodiscard]] QList<FilterField> reportFields();

/// Makes reports of sessions, asked for by us and of us, from the database. Writing them down is reportwriter's;
/// PDF is made by the desktop from the same rows. Owned by app/services; main thread.
class Reports : public QObject
{
    Q_OBJECT

public:
    Reports(Database &database, const Clock &clock, Places places, QObject *parent = nullptr);

    /// Invalid if the filter cannot be read.
    QCoro::Task<Result<SessionReport>> sessions(ReportQuery query);

private:
    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
};

} // namespace peerdesk
