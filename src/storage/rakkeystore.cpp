// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rakkeystore.h"

#include "peering/words.h"
#include "storage/statement.h"

#include <array>

namespace peerdesk {
namespace {

using State = StoredKey::State;

constexpr std::array stateWords = {Word<State>{State::Issued, "issued"}, Word<State>{State::Expired, "expired"},
                                   Word<State>{State::Revoked, "revoked"}, Word<State>{State::Withdrawn, "withdrawn"}};

const QString columns = QStringLiteral(
    "k.id, k.hash, k.holder_id, k.asn, k.prefixes, k.label, k.audience, k.notify, k.not_before, k.expires_at, k.life, "
    "k.renews, k.serial, k.seq, k.state, k.reason, k.reminded_days, k.created_at, k.created_by, k.changed_at, k.used_at");

const QString select = QStringLiteral("SELECT %1 FROM rak_keys k ").arg(columns);
/// A verifier and a key are bound to it.
const QString selectFor = QStringLiteral("SELECT %1, (SELECT count(*) FROM rak_bindings b WHERE b.verifier = ? "
                                         "AND b.key_id = k.id) FROM rak_keys k WHERE k.id = ?")
                              .arg(columns);
/// The time is bound to it.
const QString live = QStringLiteral("(k.state = 'issued' OR (k.state = 'expired' AND k.expires_at > ?)) ");

StoredKey read(Statement &row)
{
    StoredKey key;
    key.id = row.text();
    key.hash = row.text();
    key.holderId = row.text();
    key.origin = row.asn();
    key.prefixes = row.text();
    key.label = row.text();
    key.audience = row.text();
    key.notify = row.text().split(u'\n', Qt::SkipEmptyParts);
    key.notBefore = row.number();
    key.expiresAt = row.number();
    key.life = row.number();
    key.renews = row.yes();
    key.serial = static_cast<std::uint32_t>(row.number());
    key.sequence = row.number();
    key.state = valueOf<State>(stateWords, row.text()).value_or(State::Withdrawn);
    key.reason = row.text();
    key.remindedDays = static_cast<int>(row.number());
    key.createdAt = row.number();
    key.createdBy = row.text();
    key.changedAt = row.number();
    key.usedAt = row.number();
    return key;
}

} // namespace

Result<void> RakKeyStore::add(const StoredKey &key)
{
    Statement insert(
        m_database,
        QStringLiteral("INSERT INTO rak_keys (id, hash, holder_id, asn, prefixes, label, audience, notify, "
                       "not_before, expires_at, life, renews, serial, seq, state, reminded_days, created_at, "
                       "created_by, changed_at) VALUES (%1)")
            .arg(placeholders(19)));
    insert.bind(key.id).bind(key.hash).bind(key.holderId).bind(key.origin).bind(key.prefixes).bind(key.label);
    insert.bind(key.audience).bind(key.notify.join(u'\n')).bind(key.notBefore).bind(key.expiresAt).bind(key.life);
    insert.bind(int(key.renews)).bind(key.serial).bind(key.sequence).bind(wordOf(stateWords, key.state));
    return insert.bind(key.remindedDays).bind(key.createdAt).bind(key.createdBy).bind(key.changedAt).execute();
}

Result<void> RakKeyStore::update(const StoredKey &key)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE rak_keys SET expires_at = ?, life = ?, renews = ?, serial = ?, seq = ?, "
                                    "state = ?, reason = ?, reminded_days = ?, changed_at = ? WHERE id = ?"))
        .bind(key.expiresAt)
        .bind(key.life)
        .bind(int(key.renews))
        .bind(key.serial)
        .bind(key.sequence)
        .bind(wordOf(stateWords, key.state))
        .bind(key.reason)
        .bind(key.remindedDays)
        .bind(key.changedAt)
        .bind(key.id)
        .execute();
}

Result<std::optional<StoredKey>> RakKeyStore::key(const QString &id)
{
    return Statement(m_database, select + QStringLiteral("WHERE k.id = ?")).bind(id).first<StoredKey>(read);
}

Result<std::optional<FoundKey>> RakKeyStore::keyFor(const QString &verifier, const QString &id)
{
    return Statement(m_database, selectFor).bind(verifier).bind(id).first<FoundKey>([](Statement &row) {
        FoundKey found;
        found.key = read(row);
        found.bound = row.yes();
        return found;
    });
}

Result<QList<StoredKey>> RakKeyStore::keysOf(const QStringList &holders, const QString &after, int limit)
{
    Statement list(m_database, select
                                   + QStringLiteral("WHERE k.holder_id IN (%1) AND k.id > ? ORDER BY k.id LIMIT ?")
                                         .arg(placeholders(holders.size())));
    return list.bindAll(holders).bind(after).bind(limit).list<StoredKey>(read);
}

Result<QList<StoredKey>> RakKeyStore::liveKeysOf(const QString &holder, UtcMs now)
{
    return Statement(m_database,
                     select + QStringLiteral("WHERE k.holder_id = ? AND ") + live + QStringLiteral("ORDER BY k.id"))
        .bind(holder)
        .bind(now)
        .list<StoredKey>(read);
}

Result<qint64> RakKeyStore::liveCount(const QString &holder, UtcMs now)
{
    const auto count =
        Statement(m_database, QStringLiteral("SELECT count(*) FROM rak_keys k WHERE k.holder_id = ? AND ") + live)
            .bind(holder)
            .bind(now)
            .first<qint64>([](Statement &row) { return row.number(); });
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<qint64> RakKeyStore::liveCount(UtcMs now)
{
    const auto count = Statement(m_database, QStringLiteral("SELECT count(*) FROM rak_keys k WHERE ") + live)
                           .bind(now)
                           .first<qint64>([](Statement &row) { return row.number(); });
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<QList<StoredKey>> RakKeyStore::ended(UtcMs now, int limit)
{
    return Statement(m_database, select
                                     + QStringLiteral("WHERE k.state = 'issued' AND k.expires_at <= ? "
                                                      "ORDER BY k.expires_at, k.id LIMIT ?"))
        .bind(now)
        .bind(limit)
        .list<StoredKey>(read);
}

Result<QList<StoredKey>> RakKeyStore::unreminded(UtcMs until, int days, int limit)
{
    return Statement(m_database,
                     select
                         + QStringLiteral("WHERE k.state = 'issued' AND k.expires_at <= ? AND (k.reminded_days = 0 "
                                          "OR k.reminded_days > ?) ORDER BY k.expires_at, k.id LIMIT ?"))
        .bind(until)
        .bind(days)
        .bind(limit)
        .list<StoredKey>(read);
}

Result<QList<StoredKey>> RakKeyStore::renewing(UtcMs now, int part, int limit)
{
    return Statement(m_database, select
                                     + QStringLiteral("WHERE k.state = 'issued' AND k.renews = 1 AND k.expires_at > ? "
                                                      "AND (k.expires_at - ?) * 100 <= k.life * ? "
                                                      "ORDER BY k.expires_at, k.id LIMIT ?"))
        .bind(now)
        .bind(now)
        .bind(part)
        .bind(limit)
        .list<StoredKey>(read);
}

Result<void> RakKeyStore::noteUse(const QString &id, UtcMs now)
{
    return Statement(m_database, QStringLiteral("UPDATE rak_keys SET used_at = ? WHERE id = ?"))
        .bind(now)
        .bind(id)
        .execute();
}

Result<void> RakKeyStore::bind(const QString &verifier, const QString &keyId, UtcMs now)
{
    return Statement(m_database,
                     QStringLiteral("INSERT INTO rak_bindings (verifier, key_id, bound_at) VALUES (?, ?, ?) "
                                    "ON CONFLICT DO NOTHING"))
        .bind(verifier)
        .bind(keyId)
        .bind(now)
        .execute();
}

Result<std::optional<Issuance>> RakKeyStore::issuance(const QString &holder, const QString &idempotencyKey)
{
    return Statement(m_database, QStringLiteral("SELECT holder_id, idempotency_key, request_hash, key_id, shown, "
                                                "created_at FROM rak_issuances WHERE holder_id = ? "
                                                "AND idempotency_key = ?"))
        .bind(holder)
        .bind(idempotencyKey)
        .first<Issuance>([](Statement &row) {
            Issuance issuance;
            issuance.holderId = row.text();
            issuance.idempotencyKey = row.text();
            issuance.requestHash = row.text();
            issuance.keyId = row.text();
            issuance.shown = row.text();
            issuance.createdAt = row.number();
            return issuance;
        });
}

Result<void> RakKeyStore::add(const Issuance &issuance)
{
    return Statement(m_database, QStringLiteral("INSERT INTO rak_issuances (holder_id, idempotency_key, request_hash, "
                                                "key_id, shown, created_at) VALUES (?, ?, ?, ?, ?, ?)"))
        .bind(issuance.holderId)
        .bind(issuance.idempotencyKey)
        .bind(issuance.requestHash)
        .bind(issuance.keyId)
        .bind(issuance.shown)
        .bind(issuance.createdAt)
        .execute();
}

Result<void> RakKeyStore::purgeIssuances(UtcMs shownBefore, UtcMs askedBefore)
{
    const auto hidden =
        Statement(m_database,
                  QStringLiteral("UPDATE rak_issuances SET shown = '' WHERE created_at < ? AND shown <> ''"))
            .bind(shownBefore)
            .execute();
    if (!hidden)
        return hidden;
    return Statement(m_database, QStringLiteral("DELETE FROM rak_issuances WHERE created_at < ?"))
        .bind(askedBefore)
        .execute();
}

} // namespace peerdesk
