// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httprouter.h"
#include "http/httpserver.h"
#include "http/prometheustext.h"
#include "irr/issuerstandingstore.h"
#include "peering/status.h"

#include <QElapsedTimer>
#include <QMap>

namespace peerdesk {

class ClockWitness;
class Database;
class HttpClient;
class PeeringEndpoint;
class RegistryDesk;
class TlsWatch;
class WhoisServer;

/// What the operator's machines look at, on a loopback port of its own: /metrics for Prometheus, /healthz (the program
/// turns) and /readyz (it can serve: the database answers, and it has not been told to end). It only reads what the
/// others count. Owned by Daemon.
class Monitoring
{
public:
    /// What it looks at; all of it outlives this.
    struct View
    {
        const HttpServer &server;
        const PeeringEndpoint &endpoint;
        const HttpClient &outward;
        const TlsWatch &tls;
        Database &database;
        const WhoisServer *whois = nullptr;   ///< null where no queries are answered
        const ClockWitness *clock = nullptr;  ///< null where no route objects are kept
        const RegistryDesk *issuer = nullptr; ///< null where no keys are issued
    };

    Monitoring(const View &view, const Clock &clock);

    Result<void> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.port(); }

    void countReload(bool taken) { ++(taken ? m_reloads : m_reloadsRefused); }
    /// From now on it is not ready.
    void setStopping() { m_stopping = true; }

private:
    /// How many sessions there are of each status, and keys of each issuer that it should have told of by now.
    struct Counts
    {
        QMap<Status, int> inbound;
        QMap<Status, int> outgoing;
        QMap<Registry, qint64> overdue;
    };

    QCoro::Task<HttpResponse> answer(HttpRequest request);
    QCoro::Task<HttpResponse> metrics();
    QCoro::Task<HttpResponse> readiness();
    QCoro::Task<void> count();
    void writeSessions(PrometheusText &page) const;
    void writeEdge(PrometheusText &page) const;
    void writeRequests(PrometheusText &page) const;
    void writeProgram(PrometheusText &page) const;
    void writeIssuing(PrometheusText &page) const;
    void writeRegistry(PrometheusText &page, const QList<IssuerStanding> &issuers) const;

    const View m_view;
    const Clock &m_clock;
    const UtcMs m_startedAt;
    HttpRouter m_router;
    HttpServer m_server;
    quint64 m_reloads = 0;
    quint64 m_reloadsRefused = 0;
    bool m_stopping = false;
    Counts m_counts;
    UtcMs m_countedAt = 0;
};

} // namespace peerdesk
