// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/requestkeystore.h"

#include "storage/statement.h"

#include <utility>

namespace peerdesk {
namespace {

const QString requestKeyColumns = QStringLiteral(
    "request_id, ref, outcome, why, asn, prefixes, more_prefixes, serial, expires_at, statement_until, checked_at");

using OfRequest = std::pair<QString, StoredRequestKey>;

OfRequest readRequestKey(Statement &row)
{
    OfRequest read;
    read.first = row.text();
    StoredRequestKey &key = read.second;
    key.reference = row.text();
    key.outcome = row.text();
    key.why = row.text();
    key.origin = row.asn();
    key.prefixes = row.text();
    key.morePrefixes = row.number();
    key.serial = static_cast<std::uint32_t>(row.number());
    key.expiresAt = row.number();
    key.statementUntil = row.number();
    key.checkedAt = row.number();
    return read;
}

} // namespace

Result<void> RequestKeyStore::put(Asn own, const QString &requestId, const QList<StoredRequestKey> &keys)
{
    const auto removed = Statement(m_database, QStringLiteral("DELETE FROM request_keys WHERE request_id = ?"))
                             .bind(requestId)
                             .execute();
    if (!removed)
        return removed;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const StoredRequestKey &key = keys.at(i);
        Statement insert(m_database, QStringLiteral("INSERT INTO request_keys (own_asn, position, %1) VALUES (%2)")
                                         .arg(requestKeyColumns, placeholders(13)));
        insert.bind(own).bind(i).bind(requestId).bind(key.reference).bind(key.outcome).bind(key.why).bind(key.origin);
        insert.bind(key.prefixes).bind(key.morePrefixes).bind(key.serial).bind(key.expiresAt).bind(key.statementUntil);
        if (const auto inserted = insert.bind(key.checkedAt).execute(); !inserted)
            return inserted;
    }
    return {};
}

Result<QList<StoredRequestKey>> RequestKeyStore::keys(const QString &requestId)
{
    return Statement(m_database, QStringLiteral("SELECT %1 FROM request_keys WHERE request_id = ? ORDER BY position")
                                     .arg(requestKeyColumns))
        .bind(requestId)
        .list<StoredRequestKey>([](Statement &row) { return readRequestKey(row).second; });
}

Result<QHash<QString, QList<StoredRequestKey>>> RequestKeyStore::keysOf(Asn own)
{
    const auto all = Statement(m_database, QStringLiteral("SELECT %1 FROM request_keys WHERE own_asn = ? "
                                                          "ORDER BY request_id, position")
                                               .arg(requestKeyColumns))
                         .bind(own)
                         .list<OfRequest>(readRequestKey);
    if (!all)
        return all.error();
    QHash<QString, QList<StoredRequestKey>> byRequest;
    for (const OfRequest &one : *all)
        byRequest[one.first].append(one.second);
    return byRequest;
}

Result<std::uint32_t> RequestKeyStore::latestSerial(const QString &reference)
{
    const auto latest =
        Statement(m_database,
                  QStringLiteral("SELECT serial FROM request_keys WHERE ref = ? ORDER BY serial DESC LIMIT 1"))
            .bind(reference)
            .first<std::uint32_t>([](Statement &row) { return static_cast<std::uint32_t>(row.number()); });
    if (!latest)
        return latest.error();
    return latest->value_or(0);
}

} // namespace peerdesk
