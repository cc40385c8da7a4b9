// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/routeobject.h"

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// Which objects a search for a prefix finds.
enum class PrefixMatch {
    Exact,
    LessSpecific,    ///< the longest prefix around it, itself excluded
    AllLessSpecific, ///< itself included
    AllMoreSpecific, ///< itself excluded
};

/// The route objects, used within Database jobs. What queries see is what is not hidden; they never get more than
/// they ask for. Changes that queries see are made through RouteRegistry, which keeps the journal.
class RouteStore
{
public:
    explicit RouteStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> insert(const RouteObject &route);
    /// All but id, prefix, origin and the time it was made.
    Result<void> update(const RouteObject &route);
    Result<void> remove(const QString &id);

    /// Hidden or not.
    Result<std::optional<RouteObject>> byId(const QString &id);
    Result<std::optional<RouteObject>> route(const IpPrefix &prefix, Asn origin);
    /// By id, after `after`.
    Result<QList<RouteObject>> maintainedBy(const QStringList &maintainers, const QString &after, int limit);
    Result<QList<RouteObject>> withKey(const QString &keyRef, int limit);
    /// Hidden ones whose grace is over.
    Result<QList<RouteObject>> ended(UtcMs now, int limit);

    /// Of what is seen: the prefixes, in their order, each once for each of the origins. None for both families.
    Result<QStringList> prefixes(const QList<Asn> &origins, Family family, qsizetype limit);
    Result<QList<RouteObject>> search(const IpPrefix &prefix, PrefixMatch match, int limit);
    Result<QList<RouteObject>> ofOrigin(Asn origin, int limit);
    Result<QList<RouteObject>> ofMaintainer(const QString &maintainer, int limit);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
