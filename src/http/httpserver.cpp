// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"

#include "base/logging.h"
#include "http/addressrules.h"
#include "http/httpconnection.h"
#include "http/httplistener.h"

#include <QPointer>
#include <QSslSocket>

#include <algorithm>
#include <exception>
#include <unistd.h>

namespace peerdesk {
namespace {

constexpr int backlog = 1024;         ///< Qt's 50 makes a burst of a thousand callers wait seconds for repeated SYNs
constexpr int turnedAwayAtOnce = 64;  ///< connections beyond the cap that still get words
constexpr auto overloadSeconds = "5"; ///< seconds; an overload is over soon or takes long

} // namespace

HttpServer::HttpServer(const Clock &clock, HttpService service, HttpServerLimits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_service(std::move(service))
    , m_listener(new HttpListener(this))
{
    m_listener->setListenBacklogSize(backlog);
    connect(m_listener, &HttpListener::arrived, this, &HttpServer::adopt);
    connect(m_listener, &QTcpServer::acceptError, this, [this] {
        // Out of descriptors, most likely. Qt then accepts no more; the sweep lets it try again.
        qCWarning(lcHttp).noquote() << "cannot accept a connection:" << m_listener->errorString();
    });
    connect(&m_sweep, &QTimer::timeout, this, &HttpServer::sweep);
    setLimits(limits);
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &HttpServer::finishStopping);
}

HttpServer::~HttpServer()
{
    for (HttpConnection *connection : std::as_const(m_connections))
        connection->disconnect(this);
}

void HttpServer::setRefusal(std::function<HttpResponse(int, const QString &)> refusal)
{
    m_refusal = std::move(refusal);
}

void HttpServer::setLimits(const HttpServerLimits &limits)
{
    m_limits = limits;
    const auto shortest = std::min({limits.headTimeout, limits.bodyTimeout, limits.requestTimeout, limits.idleTimeout,
                                    limits.writeTimeout, limits.lingerTimeout});
    m_sweep.setInterval(std::clamp(shortest / 4, std::chrono::milliseconds(10), std::chrono::milliseconds(1000)));
}

Result<void> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (!m_listener->listen(address, port))
        return Error(ErrorKind::Unavailable,
                     QStringLiteral("%1 port %2: %3").arg(address.toString()).arg(port).arg(m_listener->errorString()));
    m_sweep.start();
    return {};
}

quint16 HttpServer::port() const
{
    return m_listener->serverPort();
}

void HttpServer::adopt(qintptr descriptor)
{
    ++m_load.connectionsTaken;
    if (m_connections.size() >= m_limits.connections + turnedAwayAtOnce) {
        ++m_load.refusals["connections"];
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        delete socket;
        return;
    }
    const quint64 id = ++m_lastId;
    const HttpConnection::Surroundings surroundings{
        m_clock, m_limits, m_load, [this](int status, const QString &reason) { return refusal(status, reason); },
        [this](HttpRequest &head, qint64 declaredBytes) { return screen(head, declaredBytes); }};
    auto *connection = new HttpConnection(socket, surroundings, this);
    const QString subscriber = isProxy(socket->peerAddress()) ? QString() : subscriberOf(socket->peerAddress());
    m_connections.insert(id, connection);
    const int fromThere = subscriber.isEmpty() ? 0 : ++m_perAddress[subscriber];
    connect(connection, &HttpConnection::closed, this, [this, id, subscriber] { forget(id, subscriber); });
    connect(connection, &HttpConnection::requested, this,
            [this, id](const HttpRequest &request) { serve(id, request); });
    admit(id, connection, fromThere);
}

void HttpServer::admit(quint64 id, HttpConnection *connection, int fromThere)
{
    if (m_connections.size() > m_limits.connections)
        connection->turnAway(503, "connections", QStringLiteral("too many connections"));
    else if (fromThere > m_limits.connectionsPerAddress)
        connection->turnAway(429, "address-connections", QStringLiteral("too many connections from this address"));
    else if (m_tls && m_connections.contains(id))
        connection->startEncryption(*m_tls);
}

bool HttpServer::isProxy(const QHostAddress &address) const
{
    const QHostAddress plain(plainAddress(address));
    return std::any_of(m_limits.proxies.begin(), m_limits.proxies.end(),
                       [&plain](const auto &subnet) { return plain.isInSubnet(subnet); });
}

/// What all requests together may cost comes first, because it needs no look at who asks.
std::optional<HttpResponse> HttpServer::screen(HttpRequest &head, qint64 declaredBytes)
{
    if (m_load.openRequests >= m_limits.openRequests) {
        ++m_load.refusals["open-requests"];
        return refusal(503, QStringLiteral("too many requests are open"));
    }
    if (m_load.bufferedBytes + declaredBytes > m_limits.bufferedBytes) {
        ++m_load.refusals["memory"];
        return refusal(503, QStringLiteral("too much is being received"));
    }
    return m_screen ? m_screen(head) : std::nullopt;
}

/// Holds the connection's id and not its address: it may be gone when the answer is there.
QCoro::Task<void> HttpServer::serve(quint64 id, HttpRequest request)
{
    const QPointer<HttpServer> self(this);
    const HttpService service = m_service; // outlives the server if the answer takes longer than it
    const qint64 held = request.body.size();
    ++m_load.openRequests;
    m_load.bufferedBytes += held;
    HttpResponse response;
    try {
        auto task = service(std::move(request));
        response = co_await task;
    } catch (const std::exception &error) {
        qCCritical(lcHttp) << "a request ended with an exception:" << error.what();
        response = self ? self->refusal(500, QStringLiteral("the request could not be served")) : HttpResponse(500);
    }
    if (!self)
        co_return;
    --self->m_load.openRequests;
    self->m_load.bufferedBytes -= held;
    if (HttpConnection *connection = self->m_connections.value(id))
        connection->answer(response);
}

void HttpServer::forget(quint64 id, const QString &subscriber)
{
    if (HttpConnection *connection = m_connections.take(id))
        connection->deleteLater();
    if (const auto count = m_perAddress.find(subscriber); count != m_perAddress.end() && --*count <= 0)
        m_perAddress.erase(count);
    if (m_stopping && m_connections.isEmpty())
        finishStopping();
}

void HttpServer::sweep()
{
    const auto connections = m_connections.values();
    for (HttpConnection *connection : connections)
        connection->checkDeadline();
    if (m_listener->isListening())
        m_listener->resumeAccepting();
}

void HttpServer::stop(std::chrono::milliseconds grace)
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_listener->close();
    m_grace.start(grace);
    const auto connections = m_connections.values();
    for (HttpConnection *connection : connections)
        connection->closeWhenIdle();
    if (m_connections.isEmpty())
        m_grace.start(0); // stopped() never comes before stop() has returned
}

void HttpServer::finishStopping()
{
    if (!m_stopping)
        return;
    m_stopping = false;
    m_grace.stop();
    m_sweep.stop();
    const auto connections = m_connections.values();
    for (HttpConnection *connection : connections)
        connection->abort();
    Q_EMIT stopped();
}

HttpResponse HttpServer::refusal(int status, const QString &reason) const
{
    HttpResponse response = m_refusal ? m_refusal(status, reason)
                                      : HttpResponse(status, reason.toUtf8() + '\n', "text/plain; charset=utf-8");
    if (status == 429 || status == 503)
        response.headers.set("Retry-After", overloadSeconds);
    return response;
}

} // namespace peerdesk
