// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/credentialstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

const QString selectCredential =
    QStringLiteral("SELECT id, asn, name, scope, hash, issued_by, created_at, expires_at, used_at, "
                   "revoked_at FROM machine_credentials ");

MachineCredential readCredential(Statement &row)
{
    MachineCredential credential;
    credential.id = row.text();
    credential.asn = row.asn();
    credential.name = row.text();
    credential.scope = row.text();
    credential.hash = row.text();
    credential.issuedBy = row.text();
    credential.createdAt = row.number();
    credential.expiresAt = row.number();
    credential.usedAt = row.number();
    credential.revokedAt = row.number();
    return credential;
}

} // namespace

Result<void> CredentialStore::add(const MachineCredential &credential)
{
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO machine_credentials (id, asn, name, scope, hash, issued_by, "
                                    "created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(credential.id).bind(credential.asn).bind(credential.name).bind(credential.scope).bind(credential.hash);
    return insert.bind(credential.issuedBy).bind(credential.createdAt).bind(credential.expiresAt).execute();
}

Result<MachineCredential> CredentialStore::holding(const QString &hash, UtcMs now)
{
    const auto found = Statement(m_database, selectCredential + QStringLiteral("WHERE hash = ?"))
                           .bind(hash)
                           .first<MachineCredential>(readCredential);
    if (!found)
        return found.error();
    if (!*found || !(*found)->holdsAt(now))
        return Error(ErrorKind::Unauthenticated, QStringLiteral("the credential does not hold"));
    return **found;
}

Result<std::optional<MachineCredential>> CredentialStore::credential(const QString &id)
{
    return Statement(m_database, selectCredential + QStringLiteral("WHERE id = ?"))
        .bind(id)
        .first<MachineCredential>(readCredential);
}

Result<QList<MachineCredential>> CredentialStore::credentials()
{
    return Statement(m_database, selectCredential + QStringLiteral("ORDER BY id"))
        .list<MachineCredential>(readCredential);
}

Result<bool> CredentialStore::revoke(const QString &id, UtcMs now)
{
    Statement update(m_database,
                     QStringLiteral("UPDATE machine_credentials SET revoked_at = ? WHERE id = ? AND revoked_at = 0"));
    return update.bind(now).bind(id).changedOne();
}

Result<void> CredentialStore::noteUse(const QString &id, UtcMs now)
{
    return Statement(m_database, QStringLiteral("UPDATE machine_credentials SET used_at = ? WHERE id = ?"))
        .bind(now)
        .bind(id)
        .execute();
}

Result<void> CredentialCheck::holds(QSqlDatabase &database) const
{
    if (m_hash.isEmpty())
        return {};
    const auto credential = CredentialStore(database).holding(m_hash, m_at);
    return credential ? Result<void>() : Result<void>(credential.error());
}

} // namespace peerdesk
