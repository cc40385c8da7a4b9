// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lab/faultplan.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace peerdesk::lab {

/// Stands before a real peerdeskd and spoils requests by a plan. It works on sockets, below our own HTTP classes,
/// because it must do what those never would: swallow an answer. One request a connection; it reads only as much
/// HTTP as it needs to see where a request ends. Loopback only.
class FaultyProxy : public QObject
{
    Q_OBJECT

public:
    explicit FaultyProxy(FaultPlan plan, QObject *parent = nullptr);

    Result<void> listen();
    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    /// Where the daemon listens, known later than our own port because its configuration holds our address.
    void forwardTo(quint16 port) { m_upstream = port; }

private:
    void accept();
    void read(QTcpSocket *client);
    void serve(QTcpSocket *client, const QByteArray &request, FaultPlan::Fault fault);
    void forward(QTcpSocket *client, const QByteArray &request, bool swallow);

    FaultPlan m_plan;
    QTcpServer m_listener;
    quint16 m_upstream = 0;
    QHash<QTcpSocket *, QByteArray> m_read;
};

} // namespace peerdesk::lab
