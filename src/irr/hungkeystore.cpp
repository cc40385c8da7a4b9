// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/hungkeystore.h"

#include "storage/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace peerdesk {
namespace {

HungKey::Standing standingIn(const QString &word)
{
    using Standing = HungKey::Standing;
    for (const Standing one :
         {Standing::Valid, Standing::Expired, Standing::Revoked, Standing::Withdrawn, Standing::Ended}) {
        if (word == toText(one))
            return one;
    }
    return Standing::Unconfirmed;
}

HungKey readKey(Statement &row)
{
    HungKey key;
    const auto reference = KeyReference::parse(row.text());
    key.reference = reference ? *reference : KeyReference();
    key.origin = row.asn();
    const auto prefixes = PrefixSet::fromJson(QJsonDocument::fromJson(row.text().toUtf8()).array());
    key.prefixes = prefixes ? *prefixes : PrefixSet();
    key.serial = Serial(static_cast<std::uint32_t>(row.number()));
    key.standing = standingIn(row.text());
    key.expires = row.number();
    key.statement = row.text().toLatin1();
    key.checkedAt = row.number();
    key.nextCheckAt = row.number();
    key.failures = static_cast<int>(row.number());
    key.lastError = row.text();
    return key;
}

const QString selectKeys =
    QStringLiteral("SELECT ref, asn, prefixes, serial, status, expires_at, statement, checked_at, next_check_at, "
                   "failures, last_error FROM irr_keys WHERE ");

/// The keys that have not ended. What was taken back has not while it is held for a person's look.
const QString notEnded = QStringLiteral("status IN ('valid', 'unconfirmed', 'silent', 'revoked', 'withdrawn') ");
/// For next_check_at: what it becomes after a claim, with the claim's time bound first.
const QString unlessTold = QStringLiteral("CASE WHEN next_check_at = ? THEN ? ELSE next_check_at END");

Result<qint64> countOf(Result<std::optional<qint64>> count)
{
    if (!count)
        return count.error();
    return count->value_or(0);
}

} // namespace

Result<bool> HungKeyStore::isOutdated(const HungKey &key)
{
    const auto before = this->key(key.reference);
    if (!before)
        return before.error();
    return *before && (*before)->serial.isNewerThan(key.serial);
}

Result<void> HungKeyStore::hang(const HungKey &key)
{
    const auto outdated = isOutdated(key);
    if (!outdated || *outdated)
        return outdated ? Result<void>() : Result<void>(outdated.error());
    Statement insert(
        m_database,
        QStringLiteral(
            "INSERT INTO irr_keys (ref, registry, asn, prefixes, serial, status, expires_at, statement, "
            "checked_at, next_check_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ref) DO UPDATE SET "
            "serial = excluded.serial, status = excluded.status, expires_at = excluded.expires_at, "
            "statement = excluded.statement, checked_at = excluded.checked_at, "
            "next_check_at = excluded.next_check_at, failures = 0, last_error = ''"));
    insert.bind(key.reference.toString()).bind(static_cast<int>(key.reference.registry)).bind(key.origin);
    insert.bind(QString::fromUtf8(QJsonDocument(key.prefixes.toJson()).toJson(QJsonDocument::Compact)));
    insert.bind(key.serial.number()).bind(toText(key.standing)).bind(key.expires);
    return insert.bind(QString::fromLatin1(key.statement)).bind(key.checkedAt).bind(key.nextCheckAt).execute();
}

Result<void> HungKeyStore::told(const HungKey &key, UtcMs claimed)
{
    const auto outdated = isOutdated(key);
    if (!outdated || *outdated)
        return outdated ? Result<void>() : Result<void>(outdated.error());
    Statement update(m_database,
                     QStringLiteral("UPDATE irr_keys SET serial = ?, status = ?, expires_at = ?, statement = ?, "
                                    "checked_at = ?, next_check_at = ")
                         + unlessTold + QStringLiteral(", failures = 0, last_error = '' WHERE ref = ?"));
    update.bind(key.serial.number()).bind(toText(key.standing)).bind(key.expires);
    update.bind(QString::fromLatin1(key.statement)).bind(key.checkedAt).bind(claimed).bind(key.nextCheckAt);
    return update.bind(key.reference.toString()).execute();
}

Result<std::optional<HungKey>> HungKeyStore::key(const KeyReference &reference)
{
    return Statement(m_database, selectKeys + QStringLiteral("ref = ?"))
        .bind(reference.toString())
        .first<HungKey>(readKey);
}

Result<QList<HungKey>> HungKeyStore::toCheck(Registry registry, UtcMs now, int limit)
{
    return Statement(m_database,
                     selectKeys + QStringLiteral("next_check_at <= ? AND registry = ? AND ") + notEnded
                         + QStringLiteral("AND (status NOT IN ('revoked', 'withdrawn') OR EXISTS (SELECT 1 FROM "
                                          "irr_routes r WHERE r.key_ref = irr_keys.ref AND r.key_ref <> '' AND "
                                          "r.delete_at = 0)) ORDER BY next_check_at LIMIT ?"))
        .bind(now)
        .bind(static_cast<int>(registry))
        .bind(limit)
        .list<HungKey>(readKey);
}

Result<QMap<Registry, qint64>> HungKeyStore::countOverdue(UtcMs now)
{
    const auto counts =
        Statement(m_database, QStringLiteral("SELECT registry, count(*) FROM irr_keys WHERE next_check_at <= ? AND "
                                             "status IN ('valid', 'unconfirmed', 'silent') "
                                             "AND (failures > 0 OR next_check_at <= ?) GROUP BY registry"))
            .bind(now + HungKey::longestPause)
            .bind(now)
            .list<std::pair<Registry, qint64>>([](Statement &row) {
                const auto registry = registryOf(static_cast<int>(row.number())).value_or(Registry::RipeTest);
                return std::pair(registry, row.number());
            });
    if (!counts)
        return counts.error();
    QMap<Registry, qint64> overdue;
    for (const auto &[registry, count] : *counts)
        overdue.insert(registry, count);
    return overdue;
}

Result<bool> HungKeyStore::claim(const HungKey &key, UtcMs until)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_keys SET next_check_at = ? WHERE ref = ? AND next_check_at = ?"))
        .bind(until)
        .bind(key.reference.toString())
        .bind(key.nextCheckAt)
        .changedOne();
}

Result<void> HungKeyStore::giveBack(const HungKey &key, UtcMs claimed)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_keys SET next_check_at = ? WHERE ref = ? AND next_check_at = ?"))
        .bind(key.nextCheckAt)
        .bind(key.reference.toString())
        .bind(claimed)
        .execute();
}

Result<void> HungKeyStore::failed(const HungKey &key, UtcMs claimed, const QString &why, UtcMs nextCheckAt)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_keys SET failures = failures + 1, last_error = ?, next_check_at = ")
                         + unlessTold + QStringLiteral(" WHERE ref = ?"))
        .bind(why)
        .bind(claimed)
        .bind(nextCheckAt)
        .bind(key.reference.toString())
        .execute();
}

Result<void> HungKeyStore::checkNow(const KeyReference &reference)
{
    return Statement(m_database, QStringLiteral("UPDATE irr_keys SET next_check_at = ? WHERE ref = ?"))
        .bind(HungKey::changed)
        .bind(reference.toString())
        .execute();
}

Result<void> HungKeyStore::checkAllNow(Registry registry)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_keys SET next_check_at = ? WHERE registry = ? AND next_check_at > ?"))
        .bind(HungKey::mayHaveChanged)
        .bind(static_cast<int>(registry))
        .bind(HungKey::mayHaveChanged)
        .execute();
}

Result<void> HungKeyStore::mistrustTimesAhead(Registry registry, UtcMs now)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_keys SET next_check_at = ? WHERE registry = ? AND next_check_at > ?"))
        .bind(now)
        .bind(static_cast<int>(registry))
        .bind(now + HungKey::longestRest + HungKey::leeway)
        .execute();
}

Result<bool> HungKeyStore::isEnding(UtcMs now)
{
    const auto found = Statement(m_database, QStringLiteral("SELECT 1 FROM irr_keys WHERE ") + notEnded
                                                 + QStringLiteral("AND expires_at <= ? LIMIT 1"))
                           .bind(now)
                           .first<qint64>([](Statement &row) { return row.number(); });
    if (!found)
        return found.error();
    return found->has_value();
}

Result<int> HungKeyStore::expire(UtcMs now, int limit)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_keys SET status = 'expired' WHERE ref IN (SELECT ref FROM irr_keys "
                                    "WHERE ")
                         + notEnded + QStringLiteral("AND expires_at <= ? LIMIT ?)"))
        .bind(now)
        .bind(limit)
        .run();
}

Result<void> HungKeyStore::doubt(Registry registry, UtcMs since)
{
    return Statement(m_database, QStringLiteral("UPDATE irr_keys SET status = 'unconfirmed' WHERE status = 'valid' "
                                                "AND registry = ? AND checked_at < ?"))
        .bind(static_cast<int>(registry))
        .bind(since)
        .execute();
}

Result<void> HungKeyStore::doubtFailing(Registry registry, UtcMs since)
{
    return Statement(m_database, QStringLiteral("UPDATE irr_keys SET status = 'unconfirmed' WHERE status = 'valid' "
                                                "AND registry = ? AND failures > 0 AND checked_at < ?"))
        .bind(static_cast<int>(registry))
        .bind(since)
        .execute();
}

Result<int> HungKeyStore::forget(UtcMs before, int limit)
{
    return Statement(m_database,
                     QStringLiteral("DELETE FROM irr_keys WHERE ref IN (SELECT k.ref FROM irr_keys k WHERE k.status <> "
                                    "'valid' AND k.expires_at < ? AND NOT EXISTS (SELECT 1 FROM irr_routes r WHERE "
                                    "r.key_ref = k.ref AND r.key_ref <> '') LIMIT ?)"))
        .bind(before)
        .bind(limit)
        .run();
}

Result<QStringList> HungKeyStore::standingOn(HungKey::Standing standing, std::optional<Registry> registry, int limit)
{
    const QString stands = standing == HungKey::Standing::Unconfirmed ? QStringLiteral("r.hidden_at = 0")
                                                                      : QStringLiteral("r.delete_at = 0");
    const QString ofRegistry = registry ? QStringLiteral(" AND k.registry = ?") : QString();
    Statement select(m_database, QStringLiteral("SELECT r.id FROM irr_keys k JOIN irr_routes r ON r.key_ref = k.ref "
                                                "AND r.key_ref <> '' WHERE k.status = ? AND %1%2 LIMIT ?")
                                     .arg(stands, ofRegistry));
    select.bind(toText(standing));
    if (registry)
        select.bind(static_cast<int>(*registry));
    return select.bind(limit).list<QString>([](Statement &row) { return row.text(); });
}

Result<QStringList> HungKeyStore::confirmed(int limit)
{
    return Statement(m_database, QStringLiteral("SELECT id FROM irr_routes WHERE hidden_at > 0 AND delete_at = 0 AND "
                                                "EXISTS (SELECT 1 FROM irr_keys k WHERE k.ref = irr_routes.key_ref "
                                                "AND k.status = 'valid') LIMIT ?"))
        .bind(limit)
        .list<QString>([](Statement &row) { return row.text(); });
}

Result<void> HungKeyStore::settle(HungKey::Standing standing, std::optional<Registry> registry)
{
    const QString ofRegistry = registry ? QStringLiteral(" AND registry = ?") : QString();
    Statement update(m_database, QStringLiteral("UPDATE irr_keys SET status = ? WHERE status = ?") + ofRegistry);
    update.bind(standing == HungKey::Standing::Unconfirmed ? QStringLiteral("silent") : QStringLiteral("ended"));
    update.bind(toText(standing));
    if (registry)
        update.bind(static_cast<int>(*registry));
    return update.execute();
}

Result<qint64> HungKeyStore::countFalling(Registry registry)
{
    return countOf(
        Statement(m_database, QStringLiteral("SELECT count(*) FROM irr_keys k JOIN irr_routes r ON r.key_ref = k.ref "
                                             "AND r.key_ref <> '' WHERE k.status IN ('revoked', 'withdrawn') "
                                             "AND k.registry = ? AND r.delete_at = 0"))
            .bind(static_cast<int>(registry))
            .first<qint64>([](Statement &row) { return row.number(); }));
}

Result<qint64> HungKeyStore::countHanging(Registry registry)
{
    return countOf(
        Statement(m_database, QStringLiteral("SELECT count(*) FROM irr_keys k JOIN irr_routes r ON r.key_ref = k.ref "
                                             "AND r.key_ref <> '' WHERE k.registry = ? AND r.delete_at = 0"))
            .bind(static_cast<int>(registry))
            .first<qint64>([](Statement &row) { return row.number(); }));
}

} // namespace peerdesk
