// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/querylimits.h"
#include "irr/whoisquery.h"

class QSqlDatabase;

namespace peerdesk {

/// Answers a query that one look at the database answers, within a Database job. What needs sets is RegistryQueries'.
class RegistryReader
{
public:
    RegistryReader(QSqlDatabase &database, const QString &source, const QueryLimits &limits)
        : m_database(database)
        , m_source(source)
        , m_limits(limits)
    {
    }

    /// The whole answer as it goes on the wire. Throttled if it would be longer than the limits: the connection is then
    /// closed, for part of an answer would be taken for all of it.
    Result<QByteArray> answer(const WhoisQuery &query);

private:
    Result<QByteArray> prefixes(const WhoisQuery &query);
    Result<QByteArray> routes(const WhoisQuery &query);
    Result<QByteArray> origins(const WhoisQuery &query);
    Result<QByteArray> object(const WhoisQuery &query);
    Result<QByteArray> maintained(const WhoisQuery &query);
    Result<QByteArray> anything(const WhoisQuery &query);
    Result<QByteArray> serials(const WhoisQuery &query);
    Result<QByteArray> route(const WhoisQuery &query, const QString &key);
    Result<QByteArray> set(const WhoisQuery &query, const QString &name);
    Result<QByteArray> shown(const WhoisQuery &query, const QStringList &objects);
    Result<QByteArray> shownRoutes(const WhoisQuery &query, const Result<QList<RouteObject>> &routes);

    QSqlDatabase &m_database;
    const QString m_source;
    const QueryLimits m_limits;
};

} // namespace peerdesk
