// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/signingkeystore.h"

#include "storage/statement.h"

namespace peerdesk {

Result<void> SigningKeyStore::add(const SigningKey &key)
{
    Statement insert(m_database, QStringLiteral("INSERT INTO signing_keys (id, private_key, created_at, signs_from) "
                                                "VALUES (?, ?, ?, ?)"));
    return insert.bind(key.id).bind(key.privateKey).bind(key.createdAt).bind(key.signsFrom).execute();
}

Result<void> SigningKeyStore::remove(const QString &id)
{
    return Statement(m_database, QStringLiteral("DELETE FROM signing_keys WHERE id = ?")).bind(id).execute();
}

Result<QList<SigningKey>> SigningKeyStore::keys()
{
    return Statement(m_database, QStringLiteral("SELECT id, private_key, created_at, signs_from FROM signing_keys "
                                                "ORDER BY signs_from, id"))
        .list<SigningKey>([](Statement &row) {
            SigningKey key;
            key.id = row.text();
            key.privateKey = row.text();
            key.createdAt = row.number();
            key.signsFrom = row.number();
            return key;
        });
}

} // namespace peerdesk
