// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rakjournalstore.h"

#include "storage/statement.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RakJournalStore)
};

} // namespace

Result<void> RakJournalStore::begin(int registry)
{
    const auto made = Statement(m_database, QStringLiteral("INSERT INTO rak_registry (id, registry) VALUES (1, ?) "
                                                           "ON CONFLICT DO NOTHING"))
                          .bind(registry)
                          .execute();
    if (!made)
        return made;
    const auto actual = Statement(m_database, QStringLiteral("SELECT registry FROM rak_registry WHERE id = 1"))
                            .first<qint64>([](Statement &row) { return row.number(); });
    if (!actual)
        return actual.error();
    if (actual->value_or(registry) != registry)
        return Error(
            ErrorKind::Refused,
            JournalWords::tr("The database holds the keys of registry %1, not of %2").arg(**actual).arg(registry));
    return {};
}

Result<qint64> RakJournalStore::append(const KeyEvent &event)
{
    const auto counted =
        Statement(m_database, QStringLiteral("UPDATE rak_registry SET last_seq = last_seq + 1 WHERE id = 1")).execute();
    if (!counted)
        return counted.error();
    const auto reached = extent();
    if (!reached)
        return reached.error();
    const auto added =
        Statement(m_database, QStringLiteral("INSERT INTO rak_events (seq, key_id, serial, status, expires_at, at) "
                                             "VALUES (?, ?, ?, ?, ?, ?)"))
            .bind(reached->last)
            .bind(event.keyId)
            .bind(event.serial)
            .bind(event.status)
            .bind(event.expiresAt)
            .bind(event.at)
            .execute();
    if (!added)
        return added.error();
    return reached->last;
}

Result<JournalExtent> RakJournalStore::extent()
{
    const auto extent =
        Statement(m_database, QStringLiteral("SELECT purged_seq, last_seq FROM rak_registry WHERE id = 1"))
            .first<JournalExtent>([](Statement &row) {
                const qint64 purged = row.number();
                return JournalExtent{purged, row.number()};
            });
    if (!extent)
        return extent.error();
    return extent->value_or(JournalExtent());
}

Result<QList<KeyEvent>> RakJournalStore::events(const QString &verifier, qint64 after, int limit)
{
    return Statement(m_database,
                     QStringLiteral("SELECT e.seq, e.key_id, e.serial, e.status, e.expires_at, e.at FROM rak_events e "
                                    "JOIN rak_bindings b ON b.verifier = ? AND b.key_id = e.key_id "
                                    "WHERE e.seq > ? ORDER BY e.seq LIMIT ?"))
        .bind(verifier)
        .bind(after)
        .bind(limit)
        .list<KeyEvent>([](Statement &row) {
            KeyEvent event;
            event.sequence = row.number();
            event.keyId = row.text();
            event.serial = static_cast<std::uint32_t>(row.number());
            event.status = row.text();
            event.expiresAt = row.number();
            event.at = row.number();
            return event;
        });
}

Result<bool> RakJournalStore::purge(UtcMs before, int limit)
{
    const auto old =
        Statement(m_database, QStringLiteral("SELECT seq FROM rak_events WHERE at < ? ORDER BY seq LIMIT ?"))
            .bind(before)
            .bind(limit)
            .list<qint64>([](Statement &row) { return row.number(); });
    if (!old)
        return old.error();
    if (old->isEmpty())
        return false;
    const auto gone =
        Statement(m_database, QStringLiteral("DELETE FROM rak_events WHERE seq <= ?")).bind(old->last()).execute();
    if (!gone)
        return gone.error();
    const auto noted = Statement(m_database, QStringLiteral("UPDATE rak_registry SET purged_seq = ? WHERE id = 1"))
                           .bind(old->last())
                           .execute();
    if (!noted)
        return noted.error();
    return old->size() == limit;
}

} // namespace peerdesk
