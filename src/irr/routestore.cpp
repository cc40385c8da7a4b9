// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/routestore.h"

#include "irr/prefixkey.h"
#include "storage/statement.h"

namespace peerdesk {
namespace {

RouteObject readRoute(Statement &row)
{
    RouteObject route;
    route.id = row.text();
    route.prefix = IpPrefix::parse(row.text()).value_or(IpPrefix());
    route.origin = row.asn();
    route.maintainer = row.text();
    route.text = row.text();
    route.keyRef = row.text();
    route.createdAt = row.number();
    route.updatedAt = row.number();
    route.hiddenAt = row.number();
    route.hiddenWhy = row.text();
    route.deleteAt = row.number();
    route.keyExpires = row.number();
    return route;
}

const QString selectRoutes =
    QStringLiteral("SELECT id, prefix, origin, maintainer, text, key_ref, created_at, updated_at, hidden_at, "
                   "hidden_why, delete_at, COALESCE((SELECT expires_at FROM irr_keys WHERE ref = key_ref), 0) "
                   "FROM irr_routes WHERE ");
/// As it stands in the partial index, so that it is used.
const QString seen = QStringLiteral("hidden_at = 0 ");
const QString inOrder = QStringLiteral("ORDER BY prefix_key, origin LIMIT ?");

/// Of routes that are in order, those of the longest prefix, which are the last.
QList<RouteObject> longest(const QList<RouteObject> &routes)
{
    QList<RouteObject> longestOnes;
    for (const RouteObject &route : routes) {
        if (route.prefix.length() == routes.last().prefix.length())
            longestOnes.append(route);
    }
    return longestOnes;
}

} // namespace

Result<void> RouteStore::insert(const RouteObject &route)
{
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO irr_routes (id, family, prefix_key, prefix, origin, maintainer, text, "
                                    "key_ref, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(route.id).bind(static_cast<int>(route.prefix.family())).bind(prefixKey(route.prefix));
    insert.bind(route.prefix.toString()).bind(route.origin).bind(route.maintainer).bind(route.text);
    return insert.bind(route.keyRef).bind(route.createdAt).bind(route.updatedAt).execute();
}

Result<void> RouteStore::update(const RouteObject &route)
{
    Statement update(m_database,
                     QStringLiteral("UPDATE irr_routes SET maintainer = ?, text = ?, key_ref = ?, updated_at = ?, "
                                    "hidden_at = ?, hidden_why = ?, delete_at = ? WHERE id = ?"));
    update.bind(route.maintainer).bind(route.text).bind(route.keyRef).bind(route.updatedAt);
    return update.bind(route.hiddenAt).bind(route.hiddenWhy).bind(route.deleteAt).bind(route.id).execute();
}

Result<void> RouteStore::remove(const QString &id)
{
    return Statement(m_database, QStringLiteral("DELETE FROM irr_routes WHERE id = ?")).bind(id).execute();
}

Result<std::optional<RouteObject>> RouteStore::byId(const QString &id)
{
    return Statement(m_database, selectRoutes + QStringLiteral("id = ?")).bind(id).first<RouteObject>(readRoute);
}

Result<std::optional<RouteObject>> RouteStore::route(const IpPrefix &prefix, Asn origin)
{
    return Statement(m_database, selectRoutes + QStringLiteral("prefix_key = ? AND origin = ?"))
        .bind(prefixKey(prefix))
        .bind(origin)
        .first<RouteObject>(readRoute);
}

Result<QList<RouteObject>> RouteStore::maintainedBy(const QStringList &maintainers, const QString &after, int limit)
{
    if (maintainers.isEmpty())
        return QList<RouteObject>();
    return Statement(m_database, selectRoutes
                                     + QStringLiteral("id > ? AND maintainer IN (%1) ORDER BY id LIMIT ?")
                                           .arg(placeholders(maintainers.size())))
        .bind(after)
        .bindAll(maintainers)
        .bind(limit)
        .list<RouteObject>(readRoute);
}

Result<QList<RouteObject>> RouteStore::withKey(const QString &keyRef, int limit)
{
    return Statement(m_database, selectRoutes + QStringLiteral("key_ref = ? AND key_ref <> '' ") + inOrder)
        .bind(keyRef)
        .bind(limit)
        .list<RouteObject>(readRoute);
}

Result<QList<RouteObject>> RouteStore::ended(UtcMs now, int limit)
{
    return Statement(m_database,
                     selectRoutes + QStringLiteral("delete_at > 0 AND delete_at <= ? ORDER BY delete_at, id LIMIT ?"))
        .bind(now)
        .bind(limit)
        .list<RouteObject>(readRoute);
}

Result<QStringList> RouteStore::prefixes(const QList<Asn> &origins, Family family, qsizetype limit)
{
    const QString ofFamily = family == Family::None ? QString() : QStringLiteral("AND family = ? ");
    Statement select(m_database, QStringLiteral("SELECT prefix FROM irr_routes WHERE origin IN (%1) %2AND %3"
                                                "ORDER BY origin, family, prefix_key LIMIT ?")
                                     .arg(placeholders(origins.size()), ofFamily, seen));
    select.bindAll(origins);
    if (family != Family::None)
        select.bind(static_cast<int>(family));
    return select.bind(limit).list<QString>([](Statement &row) { return row.text(); });
}

Result<QList<RouteObject>> RouteStore::search(const IpPrefix &prefix, PrefixMatch match, int limit)
{
    if (match == PrefixMatch::AllMoreSpecific) {
        const PrefixKeyRange within = keysWithin(prefix);
        return Statement(m_database,
                         selectRoutes + QStringLiteral("prefix_key > ? AND prefix_key <= ? AND ") + seen + inOrder)
            .bind(within.first)
            .bind(within.last)
            .bind(limit)
            .list<RouteObject>(readRoute);
    }
    QStringList keys = keysAround(prefix);
    if (match == PrefixMatch::Exact)
        keys = {keys.first()};
    else if (match == PrefixMatch::LessSpecific)
        keys.removeFirst();
    if (keys.isEmpty())
        return QList<RouteObject>();
    Statement select(m_database, selectRoutes + QStringLiteral("prefix_key IN (%1) AND ").arg(placeholders(keys.size()))
                                     + seen + inOrder);
    auto found = select.bindAll(keys).bind(limit).list<RouteObject>(readRoute);
    return found && match == PrefixMatch::LessSpecific ? longest(*found) : std::move(found);
}

Result<QList<RouteObject>> RouteStore::ofOrigin(Asn origin, int limit)
{
    return Statement(m_database, selectRoutes + QStringLiteral("origin = ? AND ") + seen
                                     + QStringLiteral("ORDER BY family, prefix_key LIMIT ?"))
        .bind(origin)
        .bind(limit)
        .list<RouteObject>(readRoute);
}

Result<QList<RouteObject>> RouteStore::ofMaintainer(const QString &maintainer, int limit)
{
    return Statement(m_database, selectRoutes + QStringLiteral("maintainer = ? AND ") + seen + inOrder)
        .bind(maintainer)
        .bind(limit)
        .list<RouteObject>(readRoute);
}

} // namespace peerdesk
