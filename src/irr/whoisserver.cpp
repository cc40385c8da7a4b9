// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/whoisserver.h"

#include "irr/irrlog.h"
#include "irr/whoisconnection.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr int backlog = 1024; ///< Qt's 50 makes a burst of callers wait seconds for repeated SYNs

/// Whom a limit for each address counts: an IPv4 address, or the /64 that one IPv6 subscriber has at the least.
QString networkOf(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also ::ffff:192.0.2.1
    if (isV4)
        return QHostAddress(v4).toString();
    const auto v6 = IpAddress::parse(QHostAddress(address.toIPv6Address()).toString());
    return IpPrefix(v6.value_or(IpAddress()), 64).toString();
}

} // namespace

WhoisServer::WhoisServer(const RegistryQueries &queries, const WhoisLimits &limits, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
{
    setLimits(limits);
    m_listener.setListenBacklogSize(backlog);
    connect(&m_listener, &QTcpServer::newConnection, this, &WhoisServer::adopt);
    connect(&m_sweep, &QTimer::timeout, this, &WhoisServer::sweep);
}

WhoisServer::~WhoisServer()
{
    for (WhoisConnection *connection : std::as_const(m_connections)) {
        connection->disconnect(this);
        delete connection; // before the load that it gives its share back to
    }
}

void WhoisServer::setLimits(const WhoisLimits &limits)
{
    m_limits = limits;
    m_sweep.setInterval(std::clamp(std::min(limits.idleTime, limits.writeTime) / 4, std::chrono::milliseconds(10),
                                   std::chrono::milliseconds(1000)));
}

Result<void> WhoisServer::listen(const QHostAddress &address, quint16 port)
{
    if (!m_listener.listen(address, port))
        return Error(ErrorKind::Unavailable,
                     QStringLiteral("%1 port %2: %3").arg(address.toString()).arg(port).arg(m_listener.errorString()));
    m_sweep.start();
    return {};
}

void WhoisServer::adopt()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        ++m_load.connectionsTaken;
        const quint64 id = ++m_lastId;
        const QString subscriber = networkOf(socket->peerAddress());
        auto *connection = new WhoisConnection(socket, m_queries.source(), m_limits, m_load, this);
        m_connections.insert(id, connection);
        const int fromThere = ++m_perAddress[subscriber];
        connect(connection, &WhoisConnection::closed, this, [this, id, subscriber] { forget(id, subscriber); });
        connect(connection, &WhoisConnection::asked, this, [this, id](const WhoisQuery &query) { take(id, query); });
        if (m_connections.size() > m_limits.connections)
            connection->drop("connections");
        else if (fromThere > m_limits.connectionsPerAddress)
            connection->drop("address-connections");
    }
}

void WhoisServer::take(quint64 id, const WhoisQuery &query)
{
    if (m_load.openQueries >= m_limits.openQueries) {
        m_connections.value(id)->drop("open-queries");
        return;
    }
    ++m_load.openQueries;
    if (!RegistryQueries::takesLong(query)) {
        answer(id, query);
        return;
    }
    m_waiting.enqueue({id, query});
    startLong();
}

void WhoisServer::startLong()
{
    while (m_long < m_limits.longQueries && !m_waiting.isEmpty()) {
        const auto [id, query] = m_waiting.dequeue();
        ++m_long;
        answer(id, query);
    }
}

/// Holds the connection's id and not its address: it may be gone when the answer is there.
QCoro::Task<void> WhoisServer::answer(quint64 id, WhoisQuery query)
{
    const QPointer<WhoisServer> self(this);
    const bool isLong = RegistryQueries::takesLong(query);
    auto task = m_queries.answer(query);
    const auto bytes = co_await task;
    if (!self)
        co_return;
    --self->m_load.openQueries;
    if (isLong)
        --self->m_long;
    if (!bytes && bytes.error().kind != ErrorKind::Throttled)
        qCWarning(lcIrr).noquote() << "a query was not answered:" << bytes.error().detail;
    if (WhoisConnection *connection = self->m_connections.value(id)) {
        if (bytes)
            connection->answer(*bytes);
        else
            connection->drop(bytes.error().kind == ErrorKind::Throttled ? "too-long" : "database");
    }
    self->startLong();
}

void WhoisServer::forget(quint64 id, const QString &subscriber)
{
    if (WhoisConnection *connection = m_connections.take(id))
        connection->deleteLater();
    if (const auto count = m_perAddress.find(subscriber); count != m_perAddress.end() && --*count <= 0)
        m_perAddress.erase(count);
}

void WhoisServer::sweep()
{
    const auto connections = m_connections.values();
    for (WhoisConnection *connection : connections)
        connection->checkDeadline();
    if (m_listener.isListening())
        m_listener.resumeAccepting(); // Qt stops where descriptors run out
}

void WhoisServer::stop()
{
    m_listener.close();
    const auto connections = m_connections.values();
    for (WhoisConnection *connection : connections)
        connection->closeWhenIdle();
}

} // namespace peerdesk
