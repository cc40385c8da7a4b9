// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/plainhttp.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

namespace peerdesk::test {

namespace {

/// RFC 9112 section 7.1, for answers that are known to be whole.
QByteArray joinChunks(QByteArray chunks)
{
    QByteArray body;
    for (;;) {
        const qsizetype lineEnd = chunks.indexOf("\r\n");
        const qsizetype size = chunks.left(lineEnd).toLongLong(nullptr, 16);
        if (lineEnd < 0 || size <= 0)
            return body;
        body += chunks.mid(lineEnd + 2, size);
        chunks.remove(0, lineEnd + 2 + size + 2);
    }
}

} // namespace

QByteArray PlainAnswer::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QJsonObject PlainAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

PlainAnswer askPlainly(const QByteArray &method, const QUrl &url, const QByteArray &token, const QByteArray &body)
{
    QByteArray request = method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\n";
    request += "Host: " + url.authority().toUtf8() + "\r\nConnection: close\r\n";
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token + "\r\n";
    if (!body.isEmpty())
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    request += "\r\n" + body;

    QTcpSocket socket;
    QByteArray received;
    bool ended = false;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(request); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { ended = true; });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket, [&] { ended = true; });
    socket.connectToHost(url.host(), static_cast<quint16>(url.port(80)));
    if (!QTest::qWaitFor([&] { return ended; }, 60'000))
        return {};
    received += socket.readAll();

    PlainAnswer answer;
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return answer;
    answer.head = received.left(headEnd);
    answer.body = received.mid(headEnd + 4);
    if (answer.header("Transfer-Encoding") == "chunked")
        answer.body = joinChunks(answer.body);
    answer.status = answer.head.split(' ').value(1).toInt();
    return answer;
}

} // namespace peerdesk::test
