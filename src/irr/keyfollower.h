// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/clockwitness.h"
#include "irr/housekeepingrules.h"
#include "irr/hungkey.h"
#include "irr/issuerstandingstore.h"

#include <QCoroTask>
#include <QHash>
#include <QSet>

namespace peerdesk {

class Database;

/// Learns from the issuers what becomes of the keys that objects hang on: it follows each one's news, and asks about a
/// key long before the last statement about it ends. Each issuer is followed by itself, so that one that is slow, or asks
/// for patience, keeps nobody from the others. One of several daemons takes a question over by writing when it is next to
/// be asked. An issuer that does not answer, or not about a key, is complained of at once and believed to stand by what
/// it said, until the operator's patience ends. What follows for objects is ObjectKeeper's. Owned by the composition
/// root, main thread.
class KeyFollower
{
public:
    KeyFollower(Database &database, const Clock &clock, IssuerCalls calls, HousekeepingRules rules,
                ClockWitness &witness);

    /// For every second; does nothing about an issuer with whom another run is busy. Fails for want of the database only.
    QCoro::Task<Result<void>> run();

private:
    QCoro::Task<Result<void>> follow(Registry registry);
    QCoro::Task<Result<void>> poll(Registry registry);
    QCoro::Task<Result<void>> note(IssuerStanding standing, Result<IssuerNews> news);
    QCoro::Task<Result<void>> noteFailure(IssuerStanding standing, Error failure);
    QCoro::Task<Result<void>> check(Registry registry);
    /// False if the issuer asks to be left alone for a while.
    QCoro::Task<Result<bool>> ask(HungKey key);
    /// It is not to be asked yet. A time that nobody may have written comes from a clock that ran ahead, and is none.
    [[nodiscard]] bool isResting(const IssuerStanding &standing, UtcMs now) const;
    /// For longer than the operator's patience, by a clock that may be believed.
    [[nodiscard]] bool isSilent(const IssuerStanding &standing, UtcMs now) const;
    /// Notes when an issuer that wants fewer questions may be asked again.
    UtcMs leaveAlone(Registry registry, const Error &throttled);

    Database &m_database;
    const Clock &m_clock;
    const IssuerCalls m_calls;
    const HousekeepingRules m_rules;
    ClockWitness &m_witness;
    QSet<Registry> m_following;
    QHash<Registry, UtcMs> m_leftAlone; ///< until then
};

} // namespace peerdesk
