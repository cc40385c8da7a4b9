// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"

#include "base/logging.h"
#include "http/httpconnection.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <exception>

namespace peerdesk {
namespace {

constexpr int backlog = 1024; ///< Qt's 50 makes a burst of a thousand callers wait seconds for repeated SYNs
constexpr int turnedAwayAtOnce = 64; ///< connections beyond the cap that still get words

} // namespace

HttpServer::HttpServer(const Clock &clock, HttpService service, HttpServerLimits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_service(std::move(service))
    , m_limits(limits)
    , m_listener(new QTcpServer(this))
{
    m_listener->setListenBacklogSize(backlog);
    connect(m_listener, &QTcpServer::newConnection, this, &HttpServer::accept);
    connect(&m_sweep, &QTimer::timeout, this, &HttpServer::sweep);
    const auto shortest = std::min({limits.headTimeout, limits.bodyTimeout, limits.idleTimeout, limits.writeTimeout,
                                    limits.lingerTimeout});
    m_sweep.setInterval(std::clamp(shortest / 4, std::chrono::milliseconds(10), std::chrono::milliseconds(1000)));
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

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection())
        adopt(socket);
}

void HttpServer::adopt(QTcpSocket *socket)
{
    const bool full = m_connections.size() >= m_limits.connections;
    if (m_connections.size() >= m_limits.connections + turnedAwayAtOnce) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    const quint64 id = ++m_lastId;
    const auto refusal = [this](int status, const QString &reason) { return this->refusal(status, reason); };
    auto *connection = new HttpConnection(socket, m_clock, m_limits, refusal, this);
    const QString address = connection->address();
    m_connections.insert(id, connection);
    const int fromThere = ++m_perAddress[address];
    connect(connection, &HttpConnection::closed, this, [this, id, address] { forget(id, address); });
    connect(connection, &HttpConnection::requested, this, [this, id](const HttpRequest &request) { serve(id, request); });
    if (full)
        connection->turnAway(503, QStringLiteral("too many connections"));
    else if (fromThere > m_limits.connectionsPerAddress)
        connection->turnAway(429, QStringLiteral("too many connections from this address"));
}

/// Holds the connection's id and not its address: it may be gone when the answer is there.
QCoro::Task<void> HttpServer::serve(quint64 id, HttpRequest request)
{
    const QPointer<HttpServer> self(this);
    const HttpService service = m_service; // outlives the server if the answer takes longer than it
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
    if (HttpConnection *connection = self->m_connections.value(id))
        connection->answer(response);
}

void HttpServer::forget(quint64 id, const QString &address)
{
    if (HttpConnection *connection = m_connections.take(id))
        connection->deleteLater();
    if (const auto count = m_perAddress.find(address); count != m_perAddress.end() && --*count <= 0)
        m_perAddress.erase(count);
    if (m_stopping && m_connections.isEmpty())
        finishStopping();
}

void HttpServer::sweep()
{
    const auto connections = m_connections.values();
    for (HttpConnection *connection : connections)
        connection->checkDeadline();
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
    return m_refusal ? m_refusal(status, reason) : HttpResponse(status, reason.toUtf8() + '\n', "text/plain; charset=utf-8");
}

} // namespace peerdesk
