// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/issuerstandingstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

IssuerStanding readStanding(Statement &row)
{
    IssuerStanding standing;
    standing.registry = registryOf(static_cast<int>(row.number())).value_or(Registry::RipeTest);
    standing.sequence = row.number();
    standing.polledAt = row.number();
    standing.nextPollAt = row.number();
    standing.failingSince = row.number();
    standing.lastError = row.text();
    standing.heldAt = row.number();
    standing.heldObjects = row.number();
    standing.releasedUntil = row.number();
    standing.releasedObjects = row.number();
    standing.fallen = row.number();
    standing.fallenSince = row.number();
    return standing;
}

const QString selectStandings =
    QStringLiteral("SELECT registry, seq, polled_at, next_poll_at, failing_since, last_error, held_at, held_objects, "
                   "released_until, released_objects, fallen, fallen_since FROM irr_issuers ");

} // namespace

Result<IssuerStanding> IssuerStandingStore::standing(Registry registry)
{
    const auto made = Statement(m_database, QStringLiteral("INSERT INTO irr_issuers (registry) VALUES (?) "
                                                           "ON CONFLICT DO NOTHING"))
                          .bind(static_cast<int>(registry))
                          .execute();
    if (!made)
        return made.error();
    const auto found = Statement(m_database, selectStandings + QStringLiteral("WHERE registry = ?"))
                           .bind(static_cast<int>(registry))
                           .first<IssuerStanding>(readStanding);
    if (!found)
        return found.error();
    return found->value_or(IssuerStanding());
}

Result<QList<IssuerStanding>> IssuerStandingStore::standings()
{
    return Statement(m_database, selectStandings + QStringLiteral("ORDER BY registry"))
        .list<IssuerStanding>(readStanding);
}

Result<bool> IssuerStandingStore::claim(const IssuerStanding &standing, UtcMs until)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_issuers SET next_poll_at = ? WHERE registry = ? AND next_poll_at = ?"))
        .bind(until)
        .bind(static_cast<int>(standing.registry))
        .bind(standing.nextPollAt)
        .changedOne();
}

Result<void> IssuerStandingStore::answered(Registry registry, qint64 sequence, UtcMs now, UtcMs nextPollAt)
{
    return Statement(m_database, QStringLiteral("UPDATE irr_issuers SET seq = ?, polled_at = ?, next_poll_at = ?, "
                                                "failing_since = 0, last_error = '' WHERE registry = ?"))
        .bind(sequence)
        .bind(now)
        .bind(nextPollAt)
        .bind(static_cast<int>(registry))
        .execute();
}

Result<void> IssuerStandingStore::failed(Registry registry, const QString &why, UtcMs now, UtcMs nextPollAt)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_issuers SET last_error = ?, next_poll_at = ?, failing_since = "
                                    "CASE WHEN failing_since = 0 THEN ? ELSE failing_since END WHERE registry = ?"))
        .bind(why)
        .bind(nextPollAt)
        .bind(now)
        .bind(static_cast<int>(registry))
        .execute();
}

Result<void> IssuerStandingStore::hold(Registry registry, qint64 objects, UtcMs now)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_issuers SET held_objects = ?, held_at = CASE WHEN ? = 0 THEN 0 "
                                    "WHEN held_at = 0 THEN ? ELSE held_at END WHERE registry = ?"))
        .bind(objects)
        .bind(objects)
        .bind(now)
        .bind(static_cast<int>(registry))
        .execute();
}

Result<bool> IssuerStandingStore::release(Registry registry, UtcMs until)
{
    return Statement(m_database, QStringLiteral("UPDATE irr_issuers SET released_until = ?, released_objects = "
                                                "held_objects WHERE registry = ? AND held_objects > 0"))
        .bind(until)
        .bind(static_cast<int>(registry))
        .changedOne();
}

Result<void> IssuerStandingStore::noteFallen(Registry registry, int objects, UtcMs now)
{
    const auto before = standing(registry);
    if (!before)
        return before.error();
    if (before->isReleased(objects, now))
        return Statement(m_database, QStringLiteral("UPDATE irr_issuers SET released_objects = released_objects - ? "
                                                    "WHERE registry = ?"))
            .bind(objects)
            .bind(static_cast<int>(registry))
            .execute();
    const bool within = now - before->fallenSince < IssuerStanding::fallenWindow;
    return Statement(m_database,
                     QStringLiteral("UPDATE irr_issuers SET fallen = ?, fallen_since = ? WHERE registry = ?"))
        .bind((within ? before->fallen : 0) + objects)
        .bind(within ? before->fallenSince : now)
        .bind(static_cast<int>(registry))
        .execute();
}

} // namespace peerdesk
