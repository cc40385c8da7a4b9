// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace peerdesk {

/// Hands each connection over at once and as a bare descriptor: QTcpServer queues sockets, and QSslServer keeps those
/// whose handshake is not done to itself, where no limit of ours would count them.
class HttpListener : public QTcpServer
{
    Q_OBJECT

public:
    using QTcpServer::QTcpServer;

Q_SIGNALS:
    void arrived(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override { Q_EMIT arrived(descriptor); }
};

} // namespace peerdesk
