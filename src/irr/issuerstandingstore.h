// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "rak/registry.h"

#include <QString>

class QSqlDatabase;

namespace peerdesk {

/// How far one issuer's news have been followed.
struct IssuerStanding
{
    Registry registry = Registry::RipeTest;
    qint64 sequence = 0; ///< of its journal, read so far
    UtcMs polledAt = 0;  ///< when it last answered
    UtcMs nextPollAt = 0;
    UtcMs failingSince = 0; ///< 0 while it answers
    QString lastError;
    UtcMs heldAt = 0; ///< since then a person has to look at what it says; 0: nothing is held back
    qint64 heldObjects = 0;
    UtcMs releasedUntil = 0; ///< until then, what a person has looked at may fall
    qint64 releasedObjects = 0;
    qint64 fallen = 0; ///< objects whose keys it took back, within `fallenWindow` from `fallenSince` on
    UtcMs fallenSince = 0;

    static constexpr UtcMs fallenWindow = 60 * 60 * 1000;

    [[nodiscard]] bool isReleased(qint64 objects, UtcMs now) const
    {
        return releasedUntil > now && objects <= releasedObjects;
    }
    [[nodiscard]] qint64 fallenLately(UtcMs now) const { return now - fallenSince < fallenWindow ? fallen : 0; }
};

/// The issuers, used within Database jobs.
class IssuerStandingStore
{
public:
    explicit IssuerStandingStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// In a writing job: it begins with the first look.
    Result<IssuerStanding> standing(Registry registry);
    Result<QList<IssuerStanding>> standings();
    /// True for the one caller that may ask; nobody else does before `until`.
    Result<bool> claim(const IssuerStanding &standing, UtcMs until);
    Result<void> answered(Registry registry, qint64 sequence, UtcMs now, UtcMs nextPollAt);
    Result<void> failed(Registry registry, const QString &why, UtcMs now, UtcMs nextPollAt);
    /// None: nothing is held back any more.
    Result<void> hold(Registry registry, qint64 objects, UtcMs now);
    /// What is held now may fall until then, and no more than that. False if nothing is held.
    Result<bool> release(Registry registry, UtcMs until);
    /// Counts what has fallen: against what was released, or into the window.
    Result<void> noteFallen(Registry registry, int objects, UtcMs now);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
