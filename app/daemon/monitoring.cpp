// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/monitoring.h"

#include "daemon/tlswatch.h"
#include "endpoint/peeringendpoint.h"
#include "endpoint/rak/registrydesk.h"
#include "http/answered.h"
#include "http/httpclient.h"
#include "irr/clockwitness.h"
#include "irr/hungkeystore.h"
#include "irr/whoisserver.h"
#include "storage/database.h"
#include "storage/sessionstore.h"
#include "storage/statement.h"

#include <QCoroFuture>
#include <QDir>
#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace peerdesk {
namespace {

constexpr UtcMs countsHold = 30 * 1000; ///< counting a million sessions keeps other reading waiting for a second

/// Whether the database answers at all.
Result<void> probe(QSqlDatabase &db)
{
    return Statement(db, QStringLiteral("SELECT 1 FROM envelope_keys")).execute();
}

double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

HttpResponse plainText(int status, const QByteArray &words)
{
    return HttpResponse(status, words + '\n', "text/plain; charset=utf-8");
}

HttpServerLimits fewAndSmall()
{
    HttpServerLimits limits;
    limits.connections = 64;
    limits.connectionsPerAddress = 64;
    limits.request.bodyBytes = 1024;
    return limits;
}

} // namespace

Monitoring::Monitoring(const View &view, const Clock &clock)
    : m_view(view)
    , m_clock(clock)
    , m_startedAt(clock.now())
    , m_server(
          clock, [this](HttpRequest request) { return answer(std::move(request)); }, fewAndSmall())
{
    m_router.add("GET", QStringLiteral("/metrics"), [this](HttpRequest, QStringList) { return metrics(); });
    m_router.add("GET", QStringLiteral("/readyz"), [this](HttpRequest, QStringList) { return readiness(); });
    m_router.add("GET", QStringLiteral("/healthz"),
                 [](HttpRequest, QStringList) { return answered(plainText(200, "ok")); });
}

Result<void> Monitoring::listen(const QHostAddress &address, quint16 port)
{
    return m_server.listen(address, port);
}

QCoro::Task<HttpResponse> Monitoring::answer(HttpRequest request)
{
    const HttpRouter::Match match = m_router.match(request.method, request.url);
    if (!match.route)
        co_return plainText(match.allowed.isEmpty() ? 404 : 405, "/metrics, /healthz and /readyz answer GET");
    auto task = (*match.route)(std::move(request), match.arguments);
    co_return co_await task;
}

QCoro::Task<HttpResponse> Monitoring::readiness()
{
    if (m_stopping)
        co_return plainText(503, "stopping");
    auto probing = m_view.database.read(probe);
    const auto probed = co_await probing;
    co_return probed ? plainText(200, "ready") : plainText(503, "the database does not answer");
}

QCoro::Task<HttpResponse> Monitoring::metrics()
{
    QElapsedTimer asked;
    asked.start();
    auto probing = m_view.database.read(probe);
    const auto probed = co_await probing;
    const auto took = static_cast<double>(asked.nsecsElapsed()) / 1e9;
    if (probed) {
        auto counting = count();
        co_await counting;
    }

    auto asking = m_view.database.read([](QSqlDatabase &db) { return IssuerStandingStore(db).standings(); });
    const auto issuers = co_await asking;

    PrometheusText page;
    writeProgram(page);
    writeIssuing(page);
    writeRegistry(page, issuers ? *issuers : QList<IssuerStanding>());
    writeEdge(page);
    writeRequests(page);
    page.gauge("peerdesk_database_up", "Whether the database answered just now.");
    page.sample(probed ? 1 : 0);
    page.gauge("peerdesk_database_answer_seconds", "How long the database took to answer anything.");
    page.sample(took);
    if (probed)
        writeSessions(page);
    co_return HttpResponse(200, page.text(), PrometheusText::contentType);
}

QCoro::Task<void> Monitoring::count()
{
    const UtcMs now = m_clock.now();
    if (now >= m_countedAt && now < m_countedAt + countsHold)
        co_return;
    const Envelope envelope = m_view.database.envelope();
    auto counting = m_view.database.read([envelope, now](QSqlDatabase &db) -> Result<Counts> {
        SessionFilter inbound;
        inbound.direction = Direction::Inbound;
        SessionFilter outgoing;
        outgoing.direction = Direction::Outgoing;
        SessionStore store(db, envelope);
        const auto ofOthers = store.counts(inbound);
        const auto ours = store.counts(outgoing);
        if (!ofOthers || !ours)
            return ofOthers ? ours.error() : ofOthers.error();
        const auto overdue = HungKeyStore(db).countOverdue(now);
        if (!overdue)
            return overdue.error();
        return Counts{*ofOthers, *ours, *overdue};
    });
    const auto counts = co_await counting;
    if (!counts)
        co_return;
    m_counts = *counts;
    m_countedAt = now;
}

void Monitoring::writeSessions(PrometheusText &page) const
{
    page.gauge("peerdesk_sessions", "Sessions by who asked for them and how they stand, half a minute old at most.");
    const auto write = [&page](const QString &direction, const QMap<Status, int> &counts) {
        for (auto status = counts.begin(); status != counts.end(); ++status)
            page.sample(*status, {{"direction", direction}, {"status", toText(status.key())}});
    };
    write(QStringLiteral("inbound"), m_counts.inbound);
    write(QStringLiteral("outgoing"), m_counts.outgoing);
}

void Monitoring::writeIssuing(PrometheusText &page) const
{
    if (!m_view.issuer)
        return;
    page.gauge("peerdesk_rak_holders_refused", "1 while the list of holders that lies there is not in force, by why.");
    page.sample(m_view.issuer->holdersWait() ? 1 : 0, {{"reason", QStringLiteral("waits for a person")}});
    page.sample(m_view.issuer->holdersAreFaulty() ? 1 : 0, {{"reason", QStringLiteral("faulty")}});
}

void Monitoring::writeRegistry(PrometheusText &page, const QList<IssuerStanding> &issuers) const
{
    if (m_view.whois) {
        const WhoisLoad &load = m_view.whois->load();
        page.gauge("peerdesk_whois_connections", "Connections of the query service.");
        page.sample(static_cast<double>(m_view.whois->connectionCount()));
        page.counter("peerdesk_whois_queries_total", "Queries that were read.");
        page.sample(static_cast<double>(load.queries));
        page.counter("peerdesk_whois_closed_total", "Connections that were closed rather than answered, by reason.");
        for (auto one = load.closed.begin(); one != load.closed.end(); ++one)
            page.sample(static_cast<double>(*one), {{"reason", QString::fromLatin1(one.key())}});
    }
    if (m_view.clock) {
        page.gauge("peerdesk_irr_clock_deviation_seconds",
                   "By how much our clock is ahead of others', so that no object falls by it; 0: it is believed.");
        page.sample(static_cast<double>(m_view.clock->deviation()) / 1000);
    }
    if (issuers.isEmpty())
        return;
    page.gauge("peerdesk_irr_issuer_answered_timestamp_seconds", "When an issuer of keys last answered.");
    for (const IssuerStanding &one : issuers)
        page.sample(static_cast<double>(one.polledAt) / 1000, {{"registry", toText(one.registry)}});
    page.gauge("peerdesk_irr_issuer_failing_since_seconds",
               "Since when an issuer of keys has not answered; 0: it does.");
    for (const IssuerStanding &one : issuers)
        page.sample(static_cast<double>(one.failingSince) / 1000, {{"registry", toText(one.registry)}});
    page.gauge("peerdesk_irr_held_objects", "Objects whose keys an issuer took back, that a person has to look at.");
    for (const IssuerStanding &one : issuers)
        page.sample(static_cast<double>(one.heldObjects), {{"registry", toText(one.registry)}});
    page.gauge("peerdesk_irr_overdue_keys",
               "Keys that an issuer has not told of since half the life of its statement, half a minute old at most.");
    for (const IssuerStanding &one : issuers)
        page.sample(static_cast<double>(m_counts.overdue.value(one.registry)), {{"registry", toText(one.registry)}});
}

void Monitoring::writeProgram(PrometheusText &page) const
{
    page.gauge("peerdesk_build_info", "Which program this is; the value is always 1.");
    page.sample(1, {{"version", QStringLiteral(PEERDESK_VERSION)}, {"qt", QString::fromLatin1(qVersion())}});
    page.gauge("process_start_time_seconds", "Start time of the process since unix epoch in seconds.");
    page.sample(static_cast<double>(m_startedAt) / 1000);
    page.gauge("process_resident_memory_bytes", "Resident memory size in bytes.");
    page.sample(residentBytes());
    page.gauge("process_open_fds", "Number of open file descriptors.");
    page.sample(
        static_cast<double>(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size()));
    rlimit descriptors = {};
    ::getrlimit(RLIMIT_NOFILE, &descriptors);
    page.gauge("process_max_fds", "Maximum number of open file descriptors.");
    page.sample(static_cast<double>(descriptors.rlim_cur));
    page.counter("peerdesk_reloads_total", "How often the configuration was read again.");
    page.sample(static_cast<double>(m_reloads), {{"outcome", QStringLiteral("taken")}});
    page.sample(static_cast<double>(m_reloadsRefused), {{"outcome", QStringLiteral("refused")}});
}

void Monitoring::writeEdge(PrometheusText &page) const
{
    const HttpLoad &load = m_view.server.load();
    page.gauge("peerdesk_connections", "Connections that are open.");
    page.sample(static_cast<double>(m_view.server.connectionCount()));
    page.gauge("peerdesk_connections_limit", "Connections that may be open.");
    page.sample(m_view.server.limits().connections);
    page.counter("peerdesk_connections_taken_total", "Connections that came.");
    page.sample(static_cast<double>(load.connectionsTaken));
    page.gauge("peerdesk_open_requests", "Requests being read or answered.");
    page.sample(load.openRequests);
    page.gauge("peerdesk_buffered_bytes", "Memory for requests being read and answers being written.");
    page.sample(static_cast<double>(load.bufferedBytes));

    page.counter("peerdesk_refused_total", "What was turned away before it was served, by the reason.");
    QMap<QByteArray, quint64> refusals = load.refusals;
    refusals.insert(m_view.endpoint.refusals());
    for (auto refusal = refusals.begin(); refusal != refusals.end(); ++refusal)
        page.sample(static_cast<double>(*refusal), {{"reason", QString::fromLatin1(refusal.key())}});

    if (m_view.tls.isOn()) {
        page.gauge("peerdesk_certificate_expiry_timestamp_seconds", "When the certificate in use ends.");
        page.sample(static_cast<double>(m_view.tls.notAfter()) / 1000);
        page.gauge("peerdesk_certificate_files_refused",
                   "1 while the files that lie there are no good and an older certificate is in use.");
        page.sample(m_view.tls.isStale() ? 1 : 0);
    }
    page.counter("peerdesk_outward_calls_total", "Calls that the daemon made, by how they ended.");
    for (auto outcome = m_view.outward.outcomes().begin(); outcome != m_view.outward.outcomes().end(); ++outcome)
        page.sample(static_cast<double>(*outcome), {{"outcome", outcome.key()}});
}

void Monitoring::writeRequests(PrometheusText &page) const
{
    const Traffic &traffic = m_view.endpoint.traffic();
    page.counter("peerdesk_requests_total", "Requests that were answered.");
    for (auto answer = traffic.answers().begin(); answer != traffic.answers().end(); ++answer)
        page.sample(static_cast<double>(*answer), {{"method", QString::fromLatin1(answer.key().method)},
                                                   {"route", answer.key().route},
                                                   {"status", QString::number(answer.key().status)}});
    page.histogram("peerdesk_request_duration_seconds", "From the end of a request's header to its answer.");
    for (auto duration = traffic.durations().begin(); duration != traffic.durations().end(); ++duration)
        page.sample(*duration, {{"route", duration.key()}});
}

} // namespace peerdesk
