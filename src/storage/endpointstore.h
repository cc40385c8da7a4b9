// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/location.h"
#include "peering/networkendpoint.h"

#include <QList>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// Other networks' endpoints: what people set, what we learnt, and when each is asked next. Used within Database jobs.
class EndpointStore
{
public:
    explicit EndpointStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// Address, dialect and contact, as a person or a discovery set them; polling is left as it is.
    Result<void> save(const NetworkEndpoint &endpoint);
    Result<void> saveDialect(Asn own, Asn other, const Dialect &dialect);
    /// How the last poll went and when the next one is due; the rest is left as it is.
    Result<void> savePoll(const NetworkEndpoint &endpoint);
    /// Why it cannot be polled, in words, and nothing else.
    Result<void> saveTrouble(Asn own, Asn other, const QString &words);
    Result<void> remove(Asn own, Asn other);

    Result<std::optional<NetworkEndpoint>> endpoint(Asn own, Asn other);
    Result<QList<NetworkEndpoint>> endpoints(Asn own);
    /// Of all our networks: those with sent sessions that are not final, whose time has come, longest waiting first.
    Result<QList<NetworkEndpoint>> duePolls(UtcMs now, int limit);

    /// What GET /locations said, in place of what it said before.
    Result<void> saveLocations(Asn own, Asn other, const QList<Location> &locations, UtcMs seenAt);
    Result<QList<Location>> locations(Asn own, Asn other);
    /// When it said so; 0 for never, or for none at all.
    Result<UtcMs> locationsSeenAt(Asn own, Asn other);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
