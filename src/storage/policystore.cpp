// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/policystore.h"

#include "storage/statement.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

QString wordOf(StoredPolicy::Origin origin)
{
    return origin == StoredPolicy::Origin::File ? QStringLiteral("file") : QStringLiteral("desk");
}

} // namespace

Result<std::optional<StoredPolicy>> PolicyStore::policy(Asn own, StoredPolicy::Origin origin)
{
    Statement select(m_database, QStringLiteral("SELECT text, who, updated_at, version FROM policies "
                                                "WHERE own_asn = ? AND origin = ?"));
    return select.bind(own).bind(wordOf(origin)).first<StoredPolicy>([own, origin](Statement &row) {
        StoredPolicy policy;
        policy.ownAsn = own;
        policy.origin = origin;
        policy.text = row.text();
        policy.who = row.text();
        policy.updatedAt = row.number();
        policy.version = row.number();
        return policy;
    });
}

Result<StoredPolicy> PolicyStore::save(const StoredPolicy &policy)
{
    StoredPolicy saved = policy;
    saved.version = policy.version + 1;
    Statement write(m_database, QStringLiteral("INSERT INTO policies (own_asn, origin, text, who, updated_at, version) "
                                               "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (own_asn, origin) DO UPDATE SET "
                                               "text = excluded.text, who = excluded.who, "
                                               "updated_at = excluded.updated_at, version = excluded.version "
                                               "WHERE policies.version = ?"));
    write.bind(saved.ownAsn).bind(wordOf(saved.origin)).bind(saved.text).bind(saved.who).bind(saved.updatedAt);
    const auto written = write.bind(saved.version).bind(policy.version).run();
    if (!written)
        return written.error();
    if (*written > 0)
        return saved;
    const auto stored = this->policy(policy.ownAsn, policy.origin);
    if (!stored)
        return stored.error();
    return Error(ErrorKind::Conflict, QCoreApplication::translate("PolicyStore", "%1 changed the policy at %2")
                                          .arg((*stored)->who, toRfc3339((*stored)->updatedAt)));
}

} // namespace peerdesk
