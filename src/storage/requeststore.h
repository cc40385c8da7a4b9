// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/requestfilter.h"
#include "storage/envelope.h"

#include <QList>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// Requests of both directions, each with its sessions. One session at a time is SessionStore's. Used within Database
/// jobs.
class RequestStore
{
public:
    RequestStore(QSqlDatabase &database, Envelope envelope)
        : m_database(database)
        , m_envelope(std::move(envelope))
    {
    }

    /// With its sessions; `who` goes to the audit log.
    Result<void> insert(const Request &request, const QString &who);
    /// Writes what became of the request itself (not of its sessions). Conflict if it changed since its version.
    Result<Request> update(const Request &request);

    /// The inbound request that the other network gave this idempotency key.
    Result<std::optional<QString>> inboundId(Asn own, Asn other, const QString &key);
    /// Our request that goes by this name: ours, or the one the other side gave it.
    Result<std::optional<QString>> idNamedBy(Asn own, Asn other, const QString &name);
    /// Request::timeWindow. NotFound if there is no such request.
    Result<std::chrono::milliseconds> timeWindow(const QString &id);
    /// With its sessions and their secrets. NotFound if there is none.
    Result<Request> request(const QString &id);
    /// Newest first, each with its sessions (not deleted ones) without secrets.
    Result<QList<Request>> requests(const RequestFilter &filter);

private:
    Result<QList<Request>> withSessions(QList<Request> requests);

    QSqlDatabase &m_database;
    Envelope m_envelope;
};

} // namespace peerdesk
