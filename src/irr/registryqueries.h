// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/querylimits.h"
#include "irr/setexpansion.h"
#include "irr/whoisquery.h"

#include <QByteArrayList>
#include <QCoroTask>

namespace peerdesk {

class Database;

/// Answers queries from the registry's database, on its reading connection. What takes long, a set of many networks, is
/// read in slices between which other queries have their turn. It lives as long as the program.
class RegistryQueries
{
public:
    RegistryQueries(Database &database, QString source, const QueryLimits &limits = {});

    [[nodiscard]] const QString &source() const { return m_source; }

    /// The whole answer as it goes on the wire. Throttled if it would be longer than the limits, Storage if the
    /// database cannot be read: there is no answer then, and the connection is to be closed.
    QCoro::Task<Result<QByteArray>> answer(WhoisQuery query) const;
    /// Whether its answer takes more than one look at the database.
    [[nodiscard]] static bool takesLong(const WhoisQuery &query);

private:
    QCoro::Task<Result<SetExpansion>> expand(QString name) const;
    QCoro::Task<Result<QByteArray>> members(WhoisQuery query) const;
    QCoro::Task<Result<QByteArray>> membersOfMembers(WhoisQuery query) const;
    QCoro::Task<Result<QByteArray>> prefixesOfSet(WhoisQuery query) const;
    QCoro::Task<Result<QByteArrayList>> prefixesOf(QList<Asn> origins, Family family) const;

    Database &m_database;
    const QString m_source;
    const QueryLimits m_limits;
};

} // namespace peerdesk
