// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/registryjournal.h"
#include "irr/routeobject.h"
#include "irr/setobject.h"

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// Who changes something and why, for the journal.
struct RegistryChange
{
    QString who; ///< a maintainer, a person, "peerdeskd"
    QString why;
    UtcMs at = 0;
};

/// The one way in which objects change: the row and its line in the journal, together. Whether somebody may change
/// something has been asked before. Used within Database jobs, which may be run again after an error.
class RouteRegistry
{
public:
    RouteRegistry(QSqlDatabase &database, QString source)
        : m_database(database)
        , m_source(std::move(source))
    {
    }

    /// With a new id. A hidden object for the same prefix and origin gives way; Conflict if there is one that is seen.
    Result<RouteObject> add(RouteObject route, const RegistryChange &change);
    /// The object of that id as `route` has it, and seen. NotFound if it is gone.
    Result<RouteObject> replace(RouteObject route, const RegistryChange &change);
    /// NotFound if it is gone.
    Result<void> remove(const QString &id, const RegistryChange &change);
    /// Takes it out of every answer, and notes when it is to be deleted (0: not by itself); of one that is hidden already,
    /// only the latter. False if there is nothing of it to do, or it is gone.
    Result<bool> hide(const QString &id, UtcMs deleteAt, const RegistryChange &change);
    /// Puts a hidden one back. False if it is not hidden, or gone.
    Result<bool> show(const QString &id, const RegistryChange &change);

    /// Makes the set or replaces it. Conflict if the name is another maintainer's.
    Result<void> putSet(SetObject set, const RegistryChange &change);
    /// NotFound if there is none.
    Result<void> removeSet(const QString &name, const RegistryChange &change);

private:
    Result<void> write(RegistryEntry::Operation operation, const RouteObject &route, const RegistryChange &change);
    Result<void> write(RegistryEntry::Operation operation, const SetObject &set, const RegistryChange &change);

    QSqlDatabase &m_database;
    const QString m_source;
};

} // namespace peerdesk
