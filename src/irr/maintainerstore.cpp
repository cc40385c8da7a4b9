// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/maintainerstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

Maintainer readMaintainer(Statement &row)
{
    Maintainer maintainer;
    maintainer.name = row.text();
    maintainer.asn = row.asn();
    maintainer.notify = row.text();
    maintainer.createdAt = row.number();
    return maintainer;
}

const QString selectMaintainers = QStringLiteral("SELECT name, asn, notify, created_at FROM irr_maintainers ");

} // namespace

Result<void> MaintainerStore::put(const Maintainer &maintainer)
{
    return Statement(m_database,
                     QStringLiteral("INSERT INTO irr_maintainers (name, asn, notify, created_at) VALUES (?, ?, ?, ?) "
                                    "ON CONFLICT (name) DO UPDATE SET asn = excluded.asn, notify = excluded.notify"))
        .bind(maintainer.name)
        .bind(maintainer.asn)
        .bind(maintainer.notify)
        .bind(maintainer.createdAt)
        .execute();
}

Result<bool> MaintainerStore::remove(const QString &name)
{
    return Statement(m_database, QStringLiteral("DELETE FROM irr_maintainers WHERE name = ?")).bind(name).changedOne();
}

Result<std::optional<Maintainer>> MaintainerStore::maintainer(const QString &name)
{
    return Statement(m_database, selectMaintainers + QStringLiteral("WHERE name = ?"))
        .bind(name)
        .first<Maintainer>(readMaintainer);
}

Result<QList<Maintainer>> MaintainerStore::maintainers()
{
    return Statement(m_database, selectMaintainers + QStringLiteral("ORDER BY name")).list<Maintainer>(readMaintainer);
}

} // namespace peerdesk
