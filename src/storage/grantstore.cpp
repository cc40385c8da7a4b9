// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/grantstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

const QString grantColumns = QStringLiteral(
    "g.id, g.subject, g.person, g.claims, g.scope, g.upstream, g.rights_read_at, g.created_at, g.expires_at, "
    "g.revoked_at, g.code_challenge, g.code_redirect, g.code_until, g.code_used_at");

Grant readGrant(Statement &row)
{
    Grant grant;
    grant.id = row.text();
    grant.subject = row.text();
    grant.person = row.text();
    grant.claims = row.text();
    grant.scope = row.text();
    grant.upstream = row.text();
    grant.rightsReadAt = row.number();
    grant.createdAt = row.number();
    grant.expiresAt = row.number();
    grant.revokedAt = row.number();
    grant.codeChallenge = row.text();
    grant.codeRedirect = row.text();
    grant.codeUntil = row.number();
    grant.codeUsedAt = row.number();
    return grant;
}

} // namespace

Result<void> GrantStore::add(const Grant &grant)
{
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO grants (id, subject, person, claims, scope, upstream, "
                                    "rights_read_at, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(grant.id)
        .bind(grant.subject)
        .bind(grant.person)
        .bind(grant.claims)
        .bind(grant.scope)
        .bind(grant.upstream);
    return insert.bind(grant.rightsReadAt).bind(grant.createdAt).bind(grant.expiresAt).execute();
}

Result<std::optional<Grant>> GrantStore::grant(const QString &id)
{
    return Statement(m_database, QStringLiteral("SELECT %1 FROM grants g WHERE g.id = ?").arg(grantColumns))
        .bind(id)
        .first<Grant>(readGrant);
}

Result<std::optional<Grant>> GrantStore::byCode(const QString &hash)
{
    if (hash.isEmpty())
        return std::optional<Grant>();
    return Statement(m_database, QStringLiteral("SELECT %1 FROM grants g WHERE g.code_hash = ?").arg(grantColumns))
        .bind(hash)
        .first<Grant>(readGrant);
}

Result<bool> GrantStore::setCode(const QString &id, const QString &hash, const QString &challenge,
                                 const QString &redirect, UtcMs until)
{
    Statement update(
        m_database,
        QStringLiteral("UPDATE grants SET code_hash = ?, code_challenge = ?, code_redirect = ?, code_until = ? "
                       "WHERE id = ? AND code_hash = '' AND revoked_at = 0"));
    return update.bind(hash).bind(challenge).bind(redirect).bind(until).bind(id).changedOne();
}

Result<bool> GrantStore::useCode(const QString &id, UtcMs now)
{
    Statement update(m_database,
                     QStringLiteral("UPDATE grants SET code_used_at = ? WHERE id = ? AND code_used_at = 0"));
    return update.bind(now).bind(id).changedOne();
}

Result<bool> GrantStore::setRights(const Grant &grant)
{
    Statement update(m_database, QStringLiteral("UPDATE grants SET person = ?, claims = ?, rights_read_at = ? "
                                                "WHERE id = ? AND revoked_at = 0"));
    return update.bind(grant.person).bind(grant.claims).bind(grant.rightsReadAt).bind(grant.id).changedOne();
}

Result<bool> GrantStore::setUpstream(const QString &id, const QString &upstream)
{
    Statement update(m_database, QStringLiteral("UPDATE grants SET upstream = ? WHERE id = ? AND revoked_at = 0"));
    return update.bind(upstream).bind(id).changedOne();
}

Result<void> GrantStore::revoke(const QString &id, UtcMs now, const QString &why)
{
    Statement update(m_database, QStringLiteral("UPDATE grants SET revoked_at = ?, revoked_why = ?, upstream = '' "
                                                "WHERE id = ? AND revoked_at = 0"));
    return update.bind(now).bind(why).bind(id).execute();
}

Result<void> GrantStore::addRefreshToken(const QString &hash, const QString &grantId, UtcMs now)
{
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO refresh_tokens (hash, grant_id, issued_at) VALUES (?, ?, ?)"));
    return insert.bind(hash).bind(grantId).bind(now).execute();
}

Result<std::optional<KnownRefreshToken>> GrantStore::refreshToken(const QString &hash)
{
    return Statement(m_database,
                     QStringLiteral("SELECT %1, r.used_at FROM refresh_tokens r JOIN grants g ON g.id = r.grant_id "
                                    "WHERE r.hash = ?")
                         .arg(grantColumns))
        .bind(hash)
        .first<KnownRefreshToken>([](Statement &row) {
            KnownRefreshToken known;
            known.grant = readGrant(row);
            known.usedAt = row.number();
            return known;
        });
}

Result<bool> GrantStore::useRefreshToken(const QString &hash, const QString &grantId, UtcMs now)
{
    Statement update(m_database,
                     QStringLiteral("UPDATE refresh_tokens SET used_at = ? WHERE hash = ? AND used_at = 0"));
    const auto used = update.bind(now).bind(hash).changedOne();
    if (!used || !*used)
        return used;
    const auto noted = Statement(m_database, QStringLiteral("UPDATE grants SET used_at = ? WHERE id = ?"))
                           .bind(now)
                           .bind(grantId)
                           .execute();
    if (!noted)
        return noted.error();
    return true;
}

Result<void> GrantStore::purge(UtcMs now, UtcMs unconsentedBefore)
{
    const auto grants =
        Statement(m_database, QStringLiteral("DELETE FROM grants WHERE expires_at < ? OR revoked_at <> 0 "
                                             "OR (code_hash = '' AND created_at < ?)"))
            .bind(now)
            .bind(unconsentedBefore)
            .execute();
    if (!grants)
        return grants.error();
    return Statement(m_database, QStringLiteral("DELETE FROM refresh_tokens WHERE NOT EXISTS "
                                                "(SELECT 1 FROM grants g WHERE g.id = refresh_tokens.grant_id)"))
        .execute();
}

} // namespace peerdesk
