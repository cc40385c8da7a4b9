// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/routeregistry.h"

#include "base/id.h"
#include "irr/irrwords.h"
#include "irr/routestore.h"
#include "irr/setstore.h"

namespace peerdesk {
namespace {

using Operation = RegistryEntry::Operation;

Error noSuchRoute()
{
    return Error(ErrorKind::NotFound, IrrWords::tr("There is no such route object"));
}

Result<void> journal(QSqlDatabase &database, RegistryEntry entry, const RegistryChange &change)
{
    entry.at = change.at;
    entry.who = change.who;
    entry.why = change.why;
    return RegistryJournal(database).append(entry);
}

} // namespace

Result<RouteObject> RouteRegistry::add(RouteObject route, const RegistryChange &change)
{
    RouteStore store(m_database);
    const auto there = store.route(route.prefix, route.origin);
    if (!there)
        return there.error();
    if (*there && (*there)->hiddenAt == 0)
        return Error(ErrorKind::Conflict, IrrWords::tr("There is a route object %1 already").arg(route.key()));
    if (*there) {
        if (const auto removed = store.remove((*there)->id); !removed)
            return removed.error();
    }
    route.id = newId(change.at);
    route.createdAt = route.updatedAt = change.at;
    if (const auto inserted = store.insert(route); !inserted)
        return inserted.error();
    if (const auto written = write(Operation::Add, route, change); !written)
        return written.error();
    return route;
}

Result<RouteObject> RouteRegistry::replace(RouteObject route, const RegistryChange &change)
{
    RouteStore store(m_database);
    const auto before = store.byId(route.id);
    if (!before)
        return before.error();
    if (!*before)
        return noSuchRoute();
    route.createdAt = (*before)->createdAt;
    route.updatedAt = change.at;
    route.hiddenAt = route.deleteAt = 0;
    route.hiddenWhy.clear();
    if (const auto updated = store.update(route); !updated)
        return updated.error();
    if (const auto written = write(Operation::Add, route, change); !written)
        return written.error();
    return route;
}

Result<void> RouteRegistry::remove(const QString &id, const RegistryChange &change)
{
    RouteStore store(m_database);
    const auto route = store.byId(id);
    if (!route)
        return route.error();
    if (!*route)
        return noSuchRoute();
    if (const auto removed = store.remove(id); !removed)
        return removed;
    // For whoever follows the journal, a hidden one went when it was hidden.
    return (*route)->hiddenAt > 0 ? Result<void>() : write(Operation::Delete, **route, change);
}

Result<bool> RouteRegistry::hide(const QString &id, UtcMs deleteAt, const RegistryChange &change)
{
    RouteStore store(m_database);
    const auto found = store.byId(id);
    if (!found)
        return found.error();
    if (!*found || ((*found)->hiddenAt > 0 && ((*found)->deleteAt > 0 || deleteAt == 0)))
        return false;
    RouteObject route = **found;
    if (route.hiddenAt == 0) {
        if (const auto written = write(Operation::Delete, route, change); !written)
            return written.error();
        route.hiddenAt = change.at;
    }
    route.hiddenWhy = change.why;
    route.deleteAt = deleteAt;
    if (const auto updated = store.update(route); !updated)
        return updated.error();
    return true;
}

Result<bool> RouteRegistry::show(const QString &id, const RegistryChange &change)
{
    const auto found = RouteStore(m_database).byId(id);
    if (!found)
        return found.error();
    if (!*found || (*found)->hiddenAt == 0)
        return false;
    if (const auto shown = replace(**found, change); !shown)
        return shown.error();
    return true;
}

Result<void> RouteRegistry::putSet(SetObject set, const RegistryChange &change)
{
    SetStore store(m_database);
    const auto before = store.set(set.name);
    if (!before)
        return before.error();
    if (*before && (*before)->maintainer != set.maintainer)
        return Error(ErrorKind::Conflict, IrrWords::tr("%1 is maintained by %2").arg(set.name, (*before)->maintainer));
    set.createdAt = *before ? (*before)->createdAt : change.at;
    set.updatedAt = change.at;
    if (const auto put = store.put(set); !put)
        return put;
    return write(Operation::Add, set, change);
}

Result<void> RouteRegistry::removeSet(const QString &name, const RegistryChange &change)
{
    SetStore store(m_database);
    const auto set = store.set(name);
    if (!set)
        return set.error();
    if (!*set)
        return Error(ErrorKind::NotFound, IrrWords::tr("There is no set %1").arg(name));
    if (const auto removed = store.remove(name); !removed)
        return removed;
    return write(Operation::Delete, **set, change);
}

Result<void> RouteRegistry::write(Operation operation, const RouteObject &route, const RegistryChange &change)
{
    RegistryEntry entry;
    entry.operation = operation;
    entry.className = route.className();
    entry.object = route.key();
    entry.text = route.toText(m_source);
    return journal(m_database, std::move(entry), change);
}

Result<void> RouteRegistry::write(Operation operation, const SetObject &set, const RegistryChange &change)
{
    RegistryEntry entry;
    entry.operation = operation;
    entry.className = toText(set.setClass);
    entry.object = set.name;
    entry.text = set.toText(m_source);
    return journal(m_database, std::move(entry), change);
}

} // namespace peerdesk
