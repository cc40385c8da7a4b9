// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// What a person let a program do in their name at our endpoint.
struct Grant
{
    QString id;
    QString subject;
    QString person; ///< as the audit log names them
    QString claims; ///< JSON of Identity::toClaims(), with the networks that count
    QString scope;
    QString upstream; ///< envelope of the provider's refresh token, bound to the grant's id
    UtcMs rightsReadAt = 0;
    UtcMs createdAt = 0;
    UtcMs expiresAt = 0;
    UtcMs revokedAt = 0;
    QString codeChallenge;
    QString codeRedirect;
    UtcMs codeUntil = 0;
    UtcMs codeUsedAt = 0;
};

/// A refresh token as it was found, with the grant it belongs to.
struct KnownRefreshToken
{
    Grant grant;
    UtcMs usedAt = 0;
};

/// Grants, their codes and their refresh tokens, by hash. It keeps and finds; what a second use means is decided by
/// endpoint/oauth/grants. Used within Database jobs.
class GrantStore
{
public:
    explicit GrantStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// Without a code: the person has not agreed yet.
    Result<void> add(const Grant &grant);
    Result<std::optional<Grant>> grant(const QString &id);
    Result<std::optional<Grant>> byCode(const QString &hash);
    /// False if it has a code already or was revoked: a consent counts once.
    Result<bool> setCode(const QString &id, const QString &hash, const QString &challenge, const QString &redirect,
                         UtcMs until);
    /// False if somebody used it before.
    Result<bool> useCode(const QString &id, UtcMs now);
    /// The person, their claims and when they were read. False if the grant has ended meanwhile.
    Result<bool> setRights(const Grant &grant);
    /// The provider's next refresh token. False if the grant has ended meanwhile.
    Result<bool> setUpstream(const QString &id, const QString &upstream);
    Result<void> revoke(const QString &id, UtcMs now, const QString &why);

    Result<void> addRefreshToken(const QString &hash, const QString &grantId, UtcMs now);
    Result<std::optional<KnownRefreshToken>> refreshToken(const QString &hash);
    /// False if somebody used it before.
    Result<bool> useRefreshToken(const QString &hash, const QString &grantId, UtcMs now);

    /// Drops what ended, by time or because somebody ended it, and what nobody agreed to since `unconsentedBefore`.
    Result<void> purge(UtcMs now, UtcMs unconsentedBefore);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
