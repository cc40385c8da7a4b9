// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/maintenancestore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

MaintenanceWindow read(Statement &row)
{
    MaintenanceWindow window;
    window.ownAsn = row.asn();
    window.id = row.text();
    window.location = row.location();
    window.otherAsn = row.asn();
    window.from = row.number();
    window.until = row.number();
    window.note = row.text();
    window.createdAt = row.number();
    return window;
}

const QString select =
    QStringLiteral("SELECT own_asn, id, location, asn, starts_at, ends_at, note, created_at FROM maintenance_windows ");

} // namespace

Result<void> MaintenanceStore::add(const MaintenanceWindow &window)
{
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO maintenance_windows (own_asn, id, location, asn, starts_at, ends_at, "
                                    "note, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(window.ownAsn).bind(window.id);
    insert.bind(window.location.isValid() ? window.location.toString() : QString()).bind(window.otherAsn);
    return insert.bind(window.from).bind(window.until).bind(window.note).bind(window.createdAt).execute();
}

Result<void> MaintenanceStore::endAt(const QString &id, UtcMs until)
{
    return Statement(m_database, QStringLiteral("UPDATE maintenance_windows SET ends_at = ? WHERE id = ?"))
        .bind(until)
        .bind(id)
        .execute();
}

Result<void> MaintenanceStore::remove(const QString &id)
{
    return Statement(m_database, QStringLiteral("DELETE FROM maintenance_windows WHERE id = ?")).bind(id).execute();
}

Result<std::optional<MaintenanceWindow>> MaintenanceStore::window(const QString &id)
{
    return Statement(m_database, select + QStringLiteral("WHERE id = ?")).bind(id).first<MaintenanceWindow>(read);
}

Result<QList<MaintenanceWindow>> MaintenanceStore::windows(Asn own, UtcMs after)
{
    return Statement(m_database, select + QStringLiteral("WHERE own_asn = ? AND ends_at > ? ORDER BY starts_at, id"))
        .bind(own)
        .bind(after)
        .list<MaintenanceWindow>(read);
}

} // namespace peerdesk
