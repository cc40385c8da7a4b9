// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rakholderstore.h"

#include "peering/words.h"
#include "storage/statement.h"

#include <array>

namespace peerdesk {
namespace {

using State = HolderImport::State;

constexpr std::array stateWords = {Word<State>{State::Waiting, "waiting"}, Word<State>{State::Accepted, "accepted"},
                                   Word<State>{State::Applied, "applied"}};

const QString select =
    QStringLiteral("SELECT hash, state, holders, holders_lost, keys_lost, found_at, decided_by FROM rak_imports ");

HolderImport read(Statement &row)
{
    HolderImport import;
    import.hash = row.text();
    import.state = valueOf<State>(stateWords, row.text()).value_or(State::Waiting);
    import.holders = row.number();
    import.holdersLost = row.number();
    import.keysLost = row.number();
    import.foundAt = row.number();
    import.decidedBy = row.text();
    return import;
}

} // namespace

Result<QHash<QString, QString>> RakHolderStore::digests()
{
    const auto rows = Statement(m_database, QStringLiteral("SELECT id, digest FROM rak_holders WHERE gone_at = 0"))
                          .list<std::pair<QString, QString>>([](Statement &row) {
                              const QString id = row.text();
                              return std::pair(id, row.text());
                          });
    if (!rows)
        return rows.error();
    QHash<QString, QString> digests;
    digests.reserve(rows->size());
    for (const auto &[id, digest] : *rows)
        digests.insert(id, digest);
    return digests;
}

Result<std::optional<StoredHolder>> RakHolderStore::holder(const QString &id)
{
    auto found =
        Statement(m_database,
                  QStringLiteral("SELECT id, name, email, digest FROM rak_holders WHERE id = ? AND gone_at = 0"))
            .bind(id)
            .first<StoredHolder>([](Statement &row) {
                StoredHolder holder;
                holder.id = row.text();
                holder.name = row.text();
                holder.email = row.text();
                holder.digest = row.text();
                return holder;
            });
    if (!found || !*found)
        return found;
    const auto identities =
        Statement(m_database, QStringLiteral("SELECT issuer, subject FROM rak_identities WHERE holder_id = ? "
                                             "ORDER BY issuer, subject"))
            .bind(id)
            .list<HolderIdentity>([](Statement &row) {
                const QString issuer = row.text();
                return HolderIdentity{issuer, row.text()};
            });
    const auto held = resources(id);
    if (!identities || !held)
        return identities ? held.error() : identities.error();
    (*found)->identities = *identities;
    (*found)->resources = *held;
    return found;
}

Result<bool> RakHolderStore::isEmpty()
{
    const auto any =
        Statement(m_database, QStringLiteral("SELECT 1 FROM rak_holders LIMIT 1")).first<qint64>([](Statement &row) {
            return row.number();
        });
    return any ? Result<bool>(!any->has_value()) : Result<bool>(any.error());
}

Result<QStringList> RakHolderStore::holdersOf(const QList<HolderIdentity> &identities)
{
    QStringList holders;
    for (const HolderIdentity &identity : identities) {
        const auto found =
            Statement(m_database,
                      QStringLiteral("SELECT holder_id FROM rak_identities WHERE issuer = ? AND subject = ? "
                                     "ORDER BY holder_id"))
                .bind(identity.issuer)
                .bind(identity.subject)
                .list<QString>([](Statement &row) { return row.text(); });
        if (!found)
            return found.error();
        holders += *found;
    }
    holders.removeDuplicates();
    return holders;
}

Result<QStringList> RakHolderStore::resources(const QString &holderId)
{
    const auto rows =
        Statement(m_database,
                  QStringLiteral("SELECT addresses FROM rak_resources WHERE holder_id = ? ORDER BY addresses"))
            .bind(holderId)
            .list<QString>([](Statement &row) { return row.text(); });
    if (!rows)
        return rows.error();
    return QStringList(*rows);
}

Result<QString> RakHolderStore::email(const QString &holderId)
{
    const auto email = Statement(m_database, QStringLiteral("SELECT email FROM rak_holders WHERE id = ?"))
                           .bind(holderId)
                           .first<QString>([](Statement &row) { return row.text(); });
    if (!email)
        return email.error();
    return email->value_or(QString());
}

Result<void> RakHolderStore::put(const StoredHolder &holder)
{
    if (const auto cleared = clear(holder.id); !cleared)
        return cleared;
    const auto put =
        Statement(m_database,
                  QStringLiteral("INSERT INTO rak_holders (id, name, email, digest) VALUES (?, ?, ?, ?) "
                                 "ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, "
                                 "digest = excluded.digest, gone_at = 0"))
            .bind(holder.id)
            .bind(holder.name)
            .bind(holder.email)
            .bind(holder.digest)
            .execute();
    if (!put)
        return put;
    for (const HolderIdentity &identity : holder.identities) {
        const auto added =
            Statement(m_database, QStringLiteral("INSERT INTO rak_identities (issuer, subject, holder_id) "
                                                 "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"))
                .bind(identity.issuer)
                .bind(identity.subject)
                .bind(holder.id)
                .execute();
        if (!added)
            return added;
    }
    for (const QString &range : holder.resources) {
        const auto added =
            Statement(m_database, QStringLiteral("INSERT INTO rak_resources (holder_id, addresses) VALUES (?, ?)"))
                .bind(holder.id)
                .bind(range)
                .execute();
        if (!added)
            return added;
    }
    return {};
}

Result<void> RakHolderStore::remove(const QString &id, UtcMs now)
{
    if (const auto cleared = clear(id); !cleared)
        return cleared;
    return Statement(m_database, QStringLiteral("UPDATE rak_holders SET gone_at = ? WHERE id = ? AND gone_at = 0"))
        .bind(now)
        .bind(id)
        .execute();
}

Result<void> RakHolderStore::clear(const QString &id)
{
    const auto identities =
        Statement(m_database, QStringLiteral("DELETE FROM rak_identities WHERE holder_id = ?")).bind(id).execute();
    if (!identities)
        return identities;
    return Statement(m_database, QStringLiteral("DELETE FROM rak_resources WHERE holder_id = ?")).bind(id).execute();
}

Result<std::optional<HolderImport>> RakHolderStore::import(const QString &hash)
{
    return Statement(m_database, select + QStringLiteral("WHERE hash = ?")).bind(hash).first<HolderImport>(read);
}

Result<QList<HolderImport>> RakHolderStore::waiting()
{
    return Statement(m_database, select + QStringLiteral("WHERE state = 'waiting' ORDER BY found_at, hash"))
        .list<HolderImport>(read);
}

Result<UtcMs> RakHolderStore::lastApplied()
{
    const auto last =
        Statement(m_database, QStringLiteral("SELECT coalesce(max(changed_at), 0) FROM rak_imports WHERE state = ?"))
            .bind(wordOf(stateWords, State::Applied))
            .first<UtcMs>([](Statement &row) { return row.number(); });
    if (!last)
        return last.error();
    return last->value_or(0);
}

Result<void> RakHolderStore::note(const HolderImport &import, UtcMs now)
{
    return Statement(
               m_database,
               QStringLiteral("INSERT INTO rak_imports (hash, state, holders, holders_lost, keys_lost, found_at, "
                              "decided_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE "
                              "SET state = excluded.state, holders = excluded.holders, "
                              "holders_lost = excluded.holders_lost, keys_lost = excluded.keys_lost, "
                              "decided_by = excluded.decided_by, changed_at = excluded.changed_at"))
        .bind(import.hash)
        .bind(wordOf(stateWords, import.state))
        .bind(import.holders)
        .bind(import.holdersLost)
        .bind(import.keysLost)
        .bind(import.foundAt)
        .bind(import.decidedBy)
        .bind(now)
        .execute();
}

} // namespace peerdesk
