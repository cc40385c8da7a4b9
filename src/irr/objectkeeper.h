// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/clockwitness.h"
#include "irr/housekeepingrules.h"
#include "irr/hungkey.h"
#include "irr/routeregistry.h"

#include <QCoroTask>

namespace peerdesk {

class Database;

/// Sees to it that no answer holds an object whose key does not stand: it hides such objects at once, which the journal
/// has as their deletion, and deletes them when the grace is over. What is to be done follows from the rows alone, so
/// any number of daemons may do it together, and none of them need have been there when a key ended. If an issuer takes
/// back more within an hour than the rules allow, that is held until a person has looked; keys that expire never are,
/// because everybody knew. What is hidden for an issuer's silence alone comes back when its key is confirmed. While our
/// clock is not to be believed it does nothing, with a warning. It asks nobody: that is KeyFollower's. Owned by the
/// composition root, main thread.
class ObjectKeeper
{
public:
    ObjectKeeper(Database &database, const Clock &clock, QString source, HousekeepingRules rules,
                 const ClockWitness &witness);

    /// For every second, in slices that let queries and other writes pass; another run while one goes on does nothing.
    QCoro::Task<Result<void>> tend();

private:
    template<class Job> QCoro::Task<Result<int>> inSlices(Job job);
    QCoro::Task<Result<void>> showConfirmed();
    QCoro::Task<Result<void>> cleanUp();
    QCoro::Task<Result<void>> drop(HungKey::Standing standing, std::optional<Registry> registry);
    QCoro::Task<Result<void>> dropTakenBack(Registry registry);
    [[nodiscard]] bool trustsClock();
    [[nodiscard]] RegistryChange because(const QString &why) const;

    Database &m_database;
    const Clock &m_clock;
    const QString m_source;
    const HousekeepingRules m_rules;
    const ClockWitness &m_witness;
    bool m_trusts = true; ///< our clock, at the last look
    bool m_tending = false;
};

} // namespace peerdesk
