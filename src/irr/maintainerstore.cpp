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
    maintainer.isListed = row.yes();
    return maintainer;
}

const QString selectMaintainers = QStringLiteral("SELECT name, asn, notify, created_at, listed FROM irr_maintainers ");

} // namespace

Result<void> MaintainerStore::put(const Maintainer &maintainer)
{
    return Statement(m_database,
                     QStringLiteral("INSERT INTO irr_maintainers (name, asn, notify, created_at, listed) "
                                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET asn = excluded.asn, "
                                    "notify = excluded.notify, listed = excluded.listed"))
        .bind(maintainer.name)
        .bind(maintainer.asn)
        .bind(maintainer.notify)
        .bind(maintainer.createdAt)
        .bind(maintainer.isListed)
        .execute();
}

Result<void> MaintainerStore::putAll(const QList<Maintainer> &maintainers)
{
    QStringList names;
    for (const Maintainer &one : maintainers) {
        names.append(one.name);
        if (const auto written = put(one); !written)
            return written;
    }
    const QString others =
        names.isEmpty() ? QString() : QStringLiteral(" AND name NOT IN (%1)").arg(placeholders(names.size()));
    return Statement(m_database, QStringLiteral("DELETE FROM irr_maintainers WHERE listed = 1") + others)
        .bindAll(names)
        .execute();
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
