// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/housekeepingrules.h"
#include "irr/hungkey.h"
#include "irr/issuerstandingstore.h"

#include <QCoroTask>

namespace peerdesk {

class Database;

/// Learns from the issuers what becomes of the keys that objects hang on: it follows each one's news, and asks about a
/// key long before the last statement about it ends. One of several daemons takes a question over by writing when it is
/// next to be asked. An issuer that does not answer is complained of at once and believed to stand by what it said, until
/// the operator's patience ends. What follows for objects is ObjectKeeper's. Owned by the composition root, main thread.
class KeyFollower
{
public:
    KeyFollower(Database &database, const Clock &clock, QString source, IssuerCalls calls, HousekeepingRules rules);

    /// For every second; another run while one goes on does nothing. Fails for want of the database only.
    QCoro::Task<Result<void>> run();

private:
    QCoro::Task<Result<void>> poll(Registry registry);
    QCoro::Task<Result<void>> note(IssuerStanding standing, Result<IssuerNews> news);
    QCoro::Task<Result<void>> check();
    QCoro::Task<Result<void>> ask(HungKey key);
    /// For longer than the operator's patience.
    [[nodiscard]] bool isSilent(const IssuerStanding &standing, UtcMs now) const;
    [[nodiscard]] Result<void> keep(QSqlDatabase &database, const HungKey &before,
                                    const Result<CheckedKey> &told) const;

    Database &m_database;
    const Clock &m_clock;
    const QString m_source;
    const IssuerCalls m_calls;
    const HousekeepingRules m_rules;
    bool m_running = false;
};

} // namespace peerdesk
