// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/signingkeystore.h"

#include "storage/statement.h"

namespace peerdesk {

SigningKeyStore::SigningKeyStore(QSqlDatabase &database, Purpose purpose)
    : m_database(database)
    , m_table(purpose == Purpose::Tokens ? QStringLiteral("signing_keys") : QStringLiteral("rak_signing_keys"))
{
}

Result<void> SigningKeyStore::add(const SigningKey &key)
{
    Statement insert(m_database, QStringLiteral("INSERT INTO %1 (id, private_key, created_at, signs_from) "
                                                "VALUES (?, ?, ?, ?)")
                                     .arg(m_table));
    return insert.bind(key.id).bind(key.privateKey).bind(key.createdAt).bind(key.signsFrom).execute();
}

Result<void> SigningKeyStore::remove(const QString &id)
{
    return Statement(m_database, QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(m_table)).bind(id).execute();
}

Result<QList<SigningKey>> SigningKeyStore::keys()
{
    return Statement(m_database, QStringLiteral("SELECT id, private_key, created_at, signs_from FROM %1 "
                                                "ORDER BY signs_from, id")
                                     .arg(m_table))
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
