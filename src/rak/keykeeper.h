// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "rak/issuerrules.h"

#include <QCoroTask>

namespace peerdesk {

class Database;

/// What happens to a registry's keys by themselves: they expire, renew themselves where the holder wanted that and has
/// the resources still, holders are reminded, and what has grown old is forgotten. Each of it happens once however many
/// daemons look, because it is written to the key's row first. Owned by the composition root, main thread.
class KeyKeeper
{
public:
    KeyKeeper(Database &database, const Clock &clock, IssuerRules rules);

    /// Refused if the database is another registry's. Before anything else.
    QCoro::Task<Result<void>> begin();
    /// For every half minute; another run while one goes on does nothing.
    QCoro::Task<Result<void>> tend();

private:
    template<class Job> QCoro::Task<Result<void>> inSlices(Job job);

    Database &m_database;
    const Clock &m_clock;
    IssuerRules m_rules; ///< its days in order
    bool m_tending = false;
};

} // namespace peerdesk
