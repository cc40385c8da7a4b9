// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/registryqueries.h"
#include "irr/whoislimits.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QTcpServer>
#include <QTimer>

class QHostAddress;

namespace peerdesk {

class WhoisConnection;

/// The registry's query service as IRRd speaks it, on TCP: sockets and their limits in the event loop of the thread it
/// lives on; what the queries mean is RegistryQueries'. Everybody may ask, so every connection is bounded, and where
/// something runs out a connection is closed: any answer but the right one would be taken for an empty list of prefixes.
/// Owned by the composition root, lives as long as the program.
class WhoisServer : public QObject
{
    Q_OBJECT

public:
    WhoisServer(const RegistryQueries &queries, const WhoisLimits &limits = {}, QObject *parent = nullptr);
    ~WhoisServer() override;

    /// Port 0 takes a free one, see port(). Unavailable where the address is taken.
    Result<void> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    /// Hold at once, for the connections that are there as well.
    void setLimits(const WhoisLimits &limits);
    [[nodiscard]] qsizetype connectionCount() const { return m_connections.size(); }
    [[nodiscard]] const WhoisLoad &load() const { return m_load; }
    /// Accepts nothing more, and closes what is idle now and the others after their answer.
    void stop();

private:
    void adopt();
    void take(quint64 id, const WhoisQuery &query);
    void startLong();
    QCoro::Task<void> answer(quint64 id, WhoisQuery query);
    void forget(quint64 id, const QString &subscriber);
    void sweep();

    const RegistryQueries &m_queries;
    WhoisLimits m_limits;
    WhoisLoad m_load;
    QTcpServer m_listener;
    QHash<quint64, WhoisConnection *> m_connections;
    QHash<QString, int> m_perAddress;
    QQueue<std::pair<quint64, WhoisQuery>> m_waiting; ///< long queries, until there is room for one
    int m_long = 0;                                   ///< under way
    quint64 m_lastId = 0;
    QTimer m_sweep;
};

} // namespace peerdesk
