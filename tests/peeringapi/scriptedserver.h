// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace peerdesk::test {

/// The other network's endpoint as a test writes it: one function from what was asked to what is answered. One
/// request per connection; keeps what came.
class ScriptedServer : public QTcpServer
{
public:
    struct Asked
    {
        QByteArray method;
        QByteArray target; ///< path and query as sent
        QByteArray head;
        QByteArray body;
    };
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray headers; ///< whole lines
    };
    using Script = std::function<Answer(const Asked &)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(serverPort())); }

    QList<Asked> asked;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &received = m_received[socket];
        received += socket->readAll();
        const auto end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = received.left(end);
        const auto field = head.toLower().indexOf("content-length:");
        const qsizetype length = field < 0 ? 0 : head.mid(field + 15, 12).split('\r').first().trimmed().toInt();
        if (received.size() < end + 4 + length)
            return;
        const QList<QByteArray> words = head.split(' ');
        const Asked request{words.value(0), words.value(1), head, received.mid(end + 4, length)};
        asked.append(request);
        const Answer answer = m_script(request);
        m_received.remove(socket);
        if (answer.status != 0)
            socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " Words\r\nConnection: close\r\n"
                          + answer.headers + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n"
                          + answer.body);
        socket->disconnectFromHost();
    }

    Script m_script;
    QHash<QTcpSocket *, QByteArray> m_received;
};

} // namespace peerdesk::test
