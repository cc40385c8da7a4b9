// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

class QSqlDatabase;

namespace peerdesk {

/// Takes people out of what is kept: who asked, who decided, and who stands in the history. What happened stays, by
/// rules and by networks. A purge goes in slices, so that no other write waits for long. Used on the thread of its
/// connection.
class PersonalData
{
public:
    explicit PersonalData(QSqlDatabase &database);

    /// Stands where a name stood.
    static QString removed() { return QStringLiteral("(removed)"); }

    /// Names of people in requests, sessions and the history from before that time. How many rows; fewer than `slice`:
    /// there are no more.
    Result<int> forgetNames(UtcMs before, int slice);
    /// Inbound sessions that were rejected, withdrawn or deleted and have not changed since that time, and then the
    /// requests that have none left. As above.
    Result<int> dropEnded(UtcMs before, int slice);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
