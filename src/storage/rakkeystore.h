// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// A Resource Authentication Key as its registry keeps it; src/rak knows what its texts mean.
struct StoredKey
{
    enum class State { Issued, Expired, Revoked, Withdrawn };

    QString id;
    QString hash;
    QString holderId;
    Asn origin;
    QString prefixes;
    QString label;
    QString audience;
    QStringList notify;
    UtcMs notBefore = 0;
    UtcMs expiresAt = 0;
    UtcMs life = 0;
    bool renews = false;
    std::uint32_t serial = 0;
    qint64 sequence = 0;
    State state = State::Issued;
    QString reason;
    int remindedDays = 0;
    UtcMs createdAt = 0;
    QString createdBy;
    UtcMs changedAt = 0;
    UtcMs usedAt = 0;
};

/// What a verifier asks for by a key's id.
struct FoundKey
{
    StoredKey key;
    bool bound = false; ///< this verifier has seen the key itself before
};

/// A request to issue that was answered.
struct Issuance
{
    QString holderId;
    QString idempotencyKey;
    QString requestHash;
    QString keyId;
    QString shown; ///< envelope of the key; empty once it is not kept any more
    UtcMs createdAt = 0;
};

/// The keys that a registry issued, who may ask about them, and which requests they came from. Used within Database jobs.
class RakKeyStore
{
public:
    explicit RakKeyStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> add(const StoredKey &key);
    /// What may change of one.
    Result<void> update(const StoredKey &key);
    Result<std::optional<StoredKey>> key(const QString &id);
    Result<std::optional<FoundKey>> keyFor(const QString &verifier, const QString &id);
    /// By id, after that one; with those that are over.
    Result<QList<StoredKey>> keysOf(const QStringList &holders, const QString &after, int limit);
    /// Those that may still be used: not taken back, and their end is to come or has not been noted. One that a clock
    /// which ran ahead called expired is among them.
    Result<QList<StoredKey>> liveKeysOf(const QString &holder, UtcMs now);
    Result<qint64> liveCount(const QString &holder, UtcMs now);
    Result<qint64> liveCount(UtcMs now);
    /// Still called issued, though they ended by `now`.
    Result<QList<StoredKey>> ended(UtcMs now, int limit);
    /// Which end by then, and for which no reminder of so few days was written.
    Result<QList<StoredKey>> unreminded(UtcMs until, int days, int limit);
    /// Which renew themselves, and of whose life no more than `part` in a hundred is left.
    Result<QList<StoredKey>> renewing(UtcMs now, int part, int limit);
    Result<void> noteUse(const QString &id, UtcMs now);

    Result<void> bind(const QString &verifier, const QString &keyId, UtcMs now);

    Result<std::optional<Issuance>> issuance(const QString &holder, const QString &idempotencyKey);
    Result<void> add(const Issuance &issuance);
    /// Forgets what was shown before `shownBefore` and what was asked before `askedBefore`.
    Result<void> purgeIssuances(UtcMs shownBefore, UtcMs askedBefore);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
