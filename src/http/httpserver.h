// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/httpmessage.h"
#include "http/httprequestreader.h"

#include <QCoroTask>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <functional>

class QTcpServer;
class QTcpSocket;

namespace peerdesk {

class HttpConnection;

/// What answers a request. It may take its time; every request is one coroutine of its own.
using HttpService = std::function<QCoro::Task<HttpResponse>(HttpRequest)>;

struct HttpServerLimits
{
    HttpServerLimits() { }

    HttpRequestReader::Limits request;
    std::chrono::milliseconds headTimeout = std::chrono::seconds(10); ///< from the connection or the first byte
    std::chrono::milliseconds bodyTimeout = std::chrono::seconds(30); ///< from the first byte to the last
    std::chrono::milliseconds idleTimeout = std::chrono::seconds(60); ///< between two requests
    std::chrono::milliseconds writeTimeout = std::chrono::seconds(30);
    std::chrono::milliseconds lingerTimeout = std::chrono::seconds(2); ///< to let a refusal be read
    int connections = 4096;
    int connectionsPerAddress = 256;
};

/// An HTTP/1.1 server for loopback or behind a proxy: QTcpServer and a strict parser in the event loop of the
/// thread it lives on. Limits hold before parsing; each connection has one request at a time, so pipelined answers
/// keep their order; who leaves while the answer is computed harms nobody. It knows nothing about peering, and
/// routes are the caller's (see HttpRouter). Owned by the composition root, lives as long as the program.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    HttpServer(const Clock &clock, HttpService service, HttpServerLimits limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Makes the answers that never reach the service (400, 413, 431, 503 ...), so that they look like the others.
    void setRefusal(std::function<HttpResponse(int status, const QString &reason)> refusal);

    /// Port 0 takes a free one, see port().
    Result<void> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] qsizetype connectionCount() const { return m_connections.size(); }

    /// Accepts nothing more, closes what is idle, lets answers under way be finished within `grace` and then
    /// emits stopped().
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));

Q_SIGNALS:
    void stopped();

private:
    void accept();
    void adopt(QTcpSocket *socket);
    QCoro::Task<void> serve(quint64 id, HttpRequest request);
    void forget(quint64 id, const QString &address);
    void sweep();
    void finishStopping();
    [[nodiscard]] HttpResponse refusal(int status, const QString &reason) const;

    const Clock &m_clock;
    const HttpService m_service;
    const HttpServerLimits m_limits;
    std::function<HttpResponse(int, const QString &)> m_refusal;
    QTcpServer *m_listener;
    QHash<quint64, HttpConnection *> m_connections;
    QHash<QString, int> m_perAddress;
    quint64 m_lastId = 0;
    QTimer m_sweep{this}; // a child, so that it moves to another thread with the server
    QTimer m_grace{this};
    bool m_stopping = false;
};

} // namespace peerdesk
