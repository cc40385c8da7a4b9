// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/hungkey.h"

#include <QMap>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// The keys that objects hang on, used within Database jobs.
class HungKeyStore
{
public:
    explicit HungKeyStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// A key that has just been verified. What is known already in a later version stays.
    Result<void> hang(const HungKey &key);
    /// What the issuer answered to whoever had claimed the key until `claimed`: it is asked about again at
    /// key.nextCheckAt, unless something has been told of it since the claim. What is known in a later version stays.
    Result<void> told(const HungKey &key, UtcMs claimed);
    Result<std::optional<HungKey>> key(const KeyReference &reference);
    /// Those that have not ended, or whose end holds objects up, and that are to be asked about; the most urgent first.
    Result<QList<HungKey>> toCheck(Registry registry, UtcMs now, int limit);
    /// How many have not ended, and the issuer has not told of since it was time to ask: at half the life of what it had
    /// stated, or when it told of a change.
    Result<QMap<Registry, qint64>> countOverdue(UtcMs now);
    /// True for the one caller that may ask; nobody else does before `until`.
    Result<bool> claim(const HungKey &key, UtcMs until);
    /// It was claimed and not asked about: as if it had not been.
    Result<void> giveBack(const HungKey &key, UtcMs claimed);
    Result<void> failed(const HungKey &key, UtcMs claimed, const QString &why, UtcMs nextCheckAt);
    /// To be asked about before all others, if it is known here.
    Result<void> checkNow(const KeyReference &reference);
    Result<void> checkAllNow(Registry registry);
    /// A time that nobody may have written comes from a clock that ran ahead: such a key is due.
    Result<void> mistrustTimesAhead(Registry registry, UtcMs now);

    /// Whether there is one whose time has come.
    Result<bool> isEnding(UtcMs now);
    /// Ends those; how many.
    Result<int> expire(UtcMs now, int limit);
    /// Takes a registry's valid ones for unconfirmed that were last told of before `since`.
    Result<void> doubt(Registry registry, UtcMs since);
    /// Of those, only the ones that could not be asked about.
    Result<void> doubtFailing(Registry registry, UtcMs since);

    /// Ended ones that no object hangs on, and that no statement can make valid again; how many.
    Result<int> forget(UtcMs before, int limit);

    /// Ids of objects that are to fall for that standing of their keys, of all registries or of one: for silence those
    /// that are seen, for an end those that are not to be deleted yet.
    Result<QStringList> standingOn(HungKey::Standing standing, std::optional<Registry> registry, int limit);
    /// Ids of objects that are hidden for silence alone, and whose key is valid.
    Result<QStringList> confirmed(int limit);
    /// Nothing is to fall for that standing any more: the keys are not looked at again for it.
    Result<void> settle(HungKey::Standing standing, std::optional<Registry> registry);
    /// Objects that hang on keys that the registry took back, and are not to be deleted yet.
    Result<qint64> countFalling(Registry registry);
    /// Objects that hang on any key of the registry, and are not to be deleted yet.
    Result<qint64> countHanging(Registry registry);

private:
    /// Whether a later version of it is known.
    Result<bool> isOutdated(const HungKey &key);

    QSqlDatabase &m_database;
};

} // namespace peerdesk
