// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/setobject.h"

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// The as-sets and route-sets, used within Database jobs. Names are in upper case. Changes are made through
/// RouteRegistry, which keeps the journal.
class SetStore
{
public:
    explicit SetStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> put(const SetObject &set);
    Result<void> remove(const QString &name);
    Result<std::optional<SetObject>> set(const QString &name);
    Result<QList<SetObject>> ofMaintainer(const QString &maintainer, int limit);
    /// The members of those that exist among `names`, by name.
    Result<QList<std::pair<QString, QStringList>>> members(const QStringList &names);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
