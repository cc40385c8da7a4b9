// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/setstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

SetObject readSet(Statement &row)
{
    SetObject set;
    set.name = row.text();
    set.setClass = row.text() == toText(SetClass::AsSet) ? SetClass::AsSet : SetClass::RouteSet;
    set.members = row.text().split(u' ', Qt::SkipEmptyParts);
    set.maintainer = row.text();
    set.text = row.text();
    set.createdAt = row.number();
    set.updatedAt = row.number();
    return set;
}

const QString selectSets =
    QStringLiteral("SELECT name, class, members, maintainer, text, created_at, updated_at FROM irr_sets WHERE ");

} // namespace

Result<void> SetStore::put(const SetObject &set)
{
    Statement insert(
        m_database,
        QStringLiteral("INSERT INTO irr_sets (name, class, members, maintainer, text, created_at, updated_at) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET members = excluded.members, "
                       "maintainer = excluded.maintainer, text = excluded.text, updated_at = excluded.updated_at"));
    insert.bind(set.name).bind(toText(set.setClass)).bind(set.members.join(u' ')).bind(set.maintainer).bind(set.text);
    return insert.bind(set.createdAt).bind(set.updatedAt).execute();
}

Result<void> SetStore::remove(const QString &name)
{
    return Statement(m_database, QStringLiteral("DELETE FROM irr_sets WHERE name = ?")).bind(name).execute();
}

Result<std::optional<SetObject>> SetStore::set(const QString &name)
{
    return Statement(m_database, selectSets + QStringLiteral("name = ?")).bind(name).first<SetObject>(readSet);
}

Result<QList<SetObject>> SetStore::ofMaintainer(const QString &maintainer, int limit)
{
    return Statement(m_database, selectSets + QStringLiteral("maintainer = ? ORDER BY name LIMIT ?"))
        .bind(maintainer)
        .bind(limit)
        .list<SetObject>(readSet);
}

Result<QList<std::pair<QString, QStringList>>> SetStore::members(const QStringList &names)
{
    using Members = std::pair<QString, QStringList>;
    return Statement(m_database, QStringLiteral("SELECT name, members FROM irr_sets WHERE name IN (%1) ORDER BY name")
                                     .arg(placeholders(names.size())))
        .bindAll(names)
        .list<Members>([](Statement &row) {
            const QString name = row.text();
            return Members(name, row.text().split(u' ', Qt::SkipEmptyParts));
        });
}

} // namespace peerdesk
