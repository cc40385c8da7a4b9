// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/hungkey.h"

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

    /// As the issuer tells of it now. What is known already in a later version stays.
    Result<void> put(const HungKey &key);
    Result<std::optional<HungKey>> key(const KeyReference &reference);
    /// Those that are valid or unconfirmed and are to be asked about, the most urgent first.
    Result<QList<HungKey>> toCheck(UtcMs now, int limit);
    /// True for the one caller that may ask; nobody else does before `until`.
    Result<bool> claim(const HungKey &key, UtcMs until);
    Result<void> failed(const KeyReference &reference, const QString &why, UtcMs nextCheckAt);
    /// To be asked about at once, if it is known here.
    Result<void> checkNow(const KeyReference &reference, UtcMs now);
    Result<void> checkAllNow(Registry registry, UtcMs now);

    /// Whether there is one whose time has come.
    Result<bool> isEnding(UtcMs now);
    /// Ends those; how many.
    Result<int> expire(UtcMs now, int limit);
    /// Takes a registry's valid ones for unconfirmed that were last told of before `since`.
    Result<void> doubt(Registry registry, UtcMs since);

    /// Ended ones that no object hangs on, and that no statement can make valid again; how many.
    Result<int> forget(UtcMs before, int limit);

    /// Ids of objects that are seen and hang on keys with that standing, of all registries or of one.
    Result<QStringList> standingOn(HungKey::Standing standing, std::optional<Registry> registry, int limit);
    /// Nothing that is seen hangs on keys with that standing any more: they are not looked at again for it.
    Result<void> settle(HungKey::Standing standing, std::optional<Registry> registry);
    /// Objects that are seen and hang on keys that the registry took back.
    Result<qint64> countFalling(Registry registry);
    /// Objects that are seen and hang on any key of the registry.
    Result<qint64> countHanging(Registry registry);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
