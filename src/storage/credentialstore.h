// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"

#include <QList>
#include <QString>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// What the operator of our endpoint gave to a program of one other network.
struct MachineCredential
{
    QString id;
    Asn asn;
    QString name;
    QString scope;
    QString hash;
    QString issuedBy;
    UtcMs createdAt = 0;
    UtcMs expiresAt = 0; ///< 0: never
    UtcMs usedAt = 0;    ///< to the minute
    UtcMs revokedAt = 0;

    [[nodiscard]] bool holdsAt(UtcMs now) const { return revokedAt == 0 && (expiresAt == 0 || now < expiresAt); }
};

/// Used within Database jobs.
class CredentialStore
{
public:
    explicit CredentialStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> add(const MachineCredential &credential);
    /// Unauthenticated if there is none of that hash, or it does not hold.
    Result<MachineCredential> holding(const QString &hash, UtcMs now);
    Result<std::optional<MachineCredential>> credential(const QString &id);
    /// Newest last, with those that were revoked.
    Result<QList<MachineCredential>> credentials();
    /// False if there is none of that id, or it was revoked before.
    Result<bool> revoke(const QString &id, UtcMs now);
    Result<void> noteUse(const QString &id, UtcMs now);

private:
    QSqlDatabase &m_database;
};

/// That a credential still holds: to be asked within the job that reads what only its owner may read. Without a hash
/// there is nothing left to ask.
class CredentialCheck
{
public:
    CredentialCheck() = default;
    CredentialCheck(QString hash, UtcMs at)
        : m_hash(std::move(hash))
        , m_at(at)
    {
    }

    /// Unauthenticated if it was revoked or has expired.
    [[nodiscard]] Result<void> holds(QSqlDatabase &database) const;

private:
    QString m_hash;
    UtcMs m_at = 0;
};

} // namespace peerdesk
