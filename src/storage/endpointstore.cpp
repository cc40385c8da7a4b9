// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/endpointstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

NetworkEndpoint read(Statement &row)
{
    NetworkEndpoint endpoint;
    endpoint.ownAsn = row.asn();
    endpoint.otherAsn = row.asn();
    endpoint.baseUrl = QUrl(row.text());
    endpoint.dialect.bodyShape = bodyShapeFromString(row.text()).value_or(Dialect::BodyShape::Object);
    endpoint.dialect.orientation = orientationFromString(row.text()).value_or(Dialect::Orientation::Requestor);
    endpoint.dialect.locationsAsn = locationsAsnFromString(row.text()).value_or(Dialect::LocationsAsn::Own);
    endpoint.dialect.paths = pathsFromString(row.text()).value_or(Dialect::Paths::Current);
    endpoint.contact = row.text();
    endpoint.polledAt = row.number();
    endpoint.nextPollAt = row.number();
    endpoint.pollInterval = row.number();
    endpoint.failures = static_cast<int>(row.number());
    endpoint.lastError = row.text();
    return endpoint;
}

const QString select =
    QStringLiteral("SELECT own_asn, asn, base_url, body_shape, orientation, locations_asn, paths, contact, polled_at, "
                   "next_poll_at, "
                   "poll_interval, failures, last_error FROM endpoints e ");

} // namespace

Result<void> EndpointStore::save(const NetworkEndpoint &endpoint)
{
    Statement insert(
        m_database,
        QStringLiteral("INSERT INTO endpoints (own_asn, asn, base_url, body_shape, orientation, locations_asn, "
                       "paths, contact) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (own_asn, asn) DO UPDATE SET "
                       "base_url = excluded.base_url, body_shape = excluded.body_shape, "
                       "orientation = excluded.orientation, locations_asn = excluded.locations_asn, "
                       "paths = excluded.paths, "
                       "contact = excluded.contact"));
    insert.bind(endpoint.ownAsn).bind(endpoint.otherAsn).bind(endpoint.baseUrl.toString());
    insert.bind(toText(endpoint.dialect.bodyShape)).bind(toText(endpoint.dialect.orientation));
    return insert.bind(toText(endpoint.dialect.locationsAsn))
        .bind(toText(endpoint.dialect.paths))
        .bind(endpoint.contact)
        .execute();
}

Result<void> EndpointStore::saveDialect(Asn own, Asn other, const Dialect &dialect)
{
    Statement update(m_database,
                     QStringLiteral("UPDATE endpoints SET body_shape = ?, orientation = ?, locations_asn = ?, "
                                    "paths = ? WHERE own_asn = ? AND asn = ?"));
    update.bind(toText(dialect.bodyShape))
        .bind(toText(dialect.orientation))
        .bind(toText(dialect.locationsAsn))
        .bind(toText(dialect.paths));
    return update.bind(own).bind(other).execute();
}

Result<void> EndpointStore::savePoll(const NetworkEndpoint &endpoint)
{
    Statement update(
        m_database,
        QStringLiteral("UPDATE endpoints SET polled_at = ?, next_poll_at = ?, poll_interval = ?, failures = ?, "
                       "last_error = ? WHERE own_asn = ? AND asn = ?"));
    update.bind(endpoint.polledAt).bind(endpoint.nextPollAt).bind(endpoint.pollInterval).bind(endpoint.failures);
    return update.bind(endpoint.lastError).bind(endpoint.ownAsn).bind(endpoint.otherAsn).execute();
}

Result<void> EndpointStore::saveTrouble(Asn own, Asn other, const QString &words)
{
    return Statement(m_database, QStringLiteral("UPDATE endpoints SET last_error = ? WHERE own_asn = ? AND asn = ?"))
        .bind(words)
        .bind(own)
        .bind(other)
        .execute();
}

Result<void> EndpointStore::remove(Asn own, Asn other)
{
    for (const QString &table : {QStringLiteral("endpoints"), QStringLiteral("endpoint_locations")}) {
        const auto done =
            Statement(m_database, QStringLiteral("DELETE FROM %1 WHERE own_asn = ? AND asn = ?").arg(table))
                .bind(own)
                .bind(other)
                .execute();
        if (!done)
            return done.error();
    }
    return {};
}

Result<std::optional<NetworkEndpoint>> EndpointStore::endpoint(Asn own, Asn other)
{
    return Statement(m_database, select + QStringLiteral("WHERE own_asn = ? AND asn = ?"))
        .bind(own)
        .bind(other)
        .first<NetworkEndpoint>(read);
}

Result<QList<NetworkEndpoint>> EndpointStore::endpoints(Asn own)
{
    return Statement(m_database, select + QStringLiteral("WHERE own_asn = ? ORDER BY asn"))
        .bind(own)
        .list<NetworkEndpoint>(read);
}

Result<QList<NetworkEndpoint>> EndpointStore::duePolls(UtcMs now, int limit)
{
    return Statement(m_database,
                     select
                         + QStringLiteral("WHERE next_poll_at <= ? AND EXISTS (SELECT 1 FROM sessions s "
                                          "WHERE s.own_asn = e.own_asn AND s.asn = e.asn AND s.direction = 'outgoing' "
                                          "AND s.approval IN ('pending', 'held', 'offered', 'approved') "
                                          "AND s.connection <> 'unestablished') ORDER BY next_poll_at LIMIT ?"))
        .bind(now)
        .bind(limit)
        .list<NetworkEndpoint>(read);
}

Result<void> EndpointStore::saveLocations(Asn own, Asn other, const QList<Location> &locations, UtcMs seenAt)
{
    const auto cleared =
        Statement(m_database, QStringLiteral("DELETE FROM endpoint_locations WHERE own_asn = ? AND asn = ?"))
            .bind(own)
            .bind(other)
            .execute();
    if (!cleared)
        return cleared.error();
    for (const Location &location : locations) {
        Statement insert(m_database, QStringLiteral("INSERT INTO endpoint_locations (own_asn, asn, location, seen_at) "
                                                    "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"));
        const auto done = insert.bind(own).bind(other).bind(location).bind(seenAt).execute();
        if (!done)
            return done.error();
    }
    return {};
}

Result<QList<Location>> EndpointStore::locations(Asn own, Asn other)
{
    return Statement(m_database,
                     QStringLiteral(
                         "SELECT location FROM endpoint_locations WHERE own_asn = ? AND asn = ? ORDER BY location"))
        .bind(own)
        .bind(other)
        .list<Location>([](Statement &row) { return row.location(); });
}

Result<UtcMs> EndpointStore::locationsSeenAt(Asn own, Asn other)
{
    const auto seen = Statement(m_database, QStringLiteral("SELECT coalesce(max(seen_at), 0) FROM endpoint_locations "
                                                           "WHERE own_asn = ? AND asn = ?"))
                          .bind(own)
                          .bind(other)
                          .list<UtcMs>([](Statement &row) { return UtcMs(row.number()); });
    if (!seen)
        return seen.error();
    return seen->value(0);
}

} // namespace peerdesk
