// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/httpload.h"
#include "http/httpmessage.h"
#include "http/httprequestreader.h"

#include <QCoroTask>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <functional>
#include <optional>

namespace peerdesk {

class HttpConnection;
class HttpListener;

/// What answers a request. It may take its time; every request is one coroutine of its own.
using HttpService = std::function<QCoro::Task<HttpResponse>(HttpRequest)>;

/// Looks at a request whose head is there and whose body is not: nothing lets it in, an answer turns it away. What it
/// leaves in `admission` lives as long as the request.
using HttpScreen = std::function<std::optional<HttpResponse>(HttpRequest &head)>;

struct HttpServerLimits
{
    HttpServerLimits() {}

    HttpRequestReader::Limits request;
    std::chrono::milliseconds headTimeout =
        std::chrono::seconds(10); ///< from the connection or the first byte, with TLS
    std::chrono::milliseconds bodyTimeout = std::chrono::seconds(30);    ///< from the first byte to the last
    std::chrono::milliseconds requestTimeout = std::chrono::seconds(60); ///< from the first byte to the answer
    std::chrono::milliseconds idleTimeout = std::chrono::seconds(60);    ///< between two requests
    std::chrono::milliseconds writeTimeout = std::chrono::seconds(30);
    std::chrono::milliseconds lingerTimeout = std::chrono::seconds(2); ///< to let a refusal be read
    int connections = 4096;
    int connectionsPerAddress = 256;         ///< of IPv6 per /64
    QList<QPair<QHostAddress, int>> proxies; ///< subnets whose connections are not counted per address
    int openRequests = 512;                  ///< being read or served at once, over all connections
    qint64 bufferedBytes = 64 * 1024 * 1024; ///< of requests and answers, over all connections
};

/// An HTTP/1.1 server: sockets, TLS and a strict parser in the event loop of the thread it lives on. Limits hold
/// before parsing; what exceeds the limits for all together is turned away with 503 and Retry-After before its body is
/// read. Each connection has one request at a time, so pipelined answers keep their order; who leaves while the answer
/// is computed harms nobody. It knows nothing about peering, and routes are the caller's (see HttpRouter). Owned by the
/// composition root, lives as long as the program.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    HttpServer(const Clock &clock, HttpService service, HttpServerLimits limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Makes the answers that never reach the service (400, 413, 431, 503 ...), so that they look like the others.
    void setRefusal(std::function<HttpResponse(int status, const QString &reason)> refusal);
    void setScreen(HttpScreen screen) { m_screen = std::move(screen); }
    /// For the connections that come from now on; those that are there go on as they began. Before listen() for the
    /// first time: a port does not change between TLS and none.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }
    /// Hold at once, also for the connections that are there; the size of a request for those to come.
    void setLimits(const HttpServerLimits &limits);

    /// Port 0 takes a free one, see port().
    Result<void> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] qsizetype connectionCount() const { return m_connections.size(); }
    [[nodiscard]] const HttpLoad &load() const { return m_load; }
    [[nodiscard]] const HttpServerLimits &limits() const { return m_limits; }

    /// Accepts nothing more, closes what is idle, lets requests under way be finished within `grace` and then
    /// emits stopped().
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));

Q_SIGNALS:
    void stopped();

private:
    void adopt(qintptr descriptor);
    void admit(quint64 id, HttpConnection *connection, int fromThere);
    QCoro::Task<void> serve(quint64 id, HttpRequest request);
    void forget(quint64 id, const QString &subscriber);
    void sweep();
    void finishStopping();
    [[nodiscard]] bool isProxy(const QHostAddress &address) const;
    [[nodiscard]] HttpResponse refusal(int status, const QString &reason) const;
    [[nodiscard]] std::optional<HttpResponse> screen(HttpRequest &head, qint64 declaredBytes);

    const Clock &m_clock;
    const HttpService m_service;
    HttpServerLimits m_limits;
    std::function<HttpResponse(int, const QString &)> m_refusal;
    HttpScreen m_screen;
    std::optional<QSslConfiguration> m_tls;
    HttpListener *m_listener;
    QHash<quint64, HttpConnection *> m_connections;
    QHash<QString, int> m_perAddress;
    HttpLoad m_load;
    quint64 m_lastId = 0;
    QTimer m_sweep{this}; // a child, so that it moves to another thread with the server
    QTimer m_grace{this};
    bool m_stopping = false;
};

} // namespace peerdesk
