// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/faultyproxy.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace peerdesk::lab {

namespace {

/// The length of the request at the start of `bytes`, 0 if it has not come whole.
qsizetype requestLength(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    qsizetype bodyLength = 0;
    for (const QByteArray &line : bytes.left(headEnd).split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            bodyLength = line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
    }
    const qsizetype length = headEnd + 4 + bodyLength;
    return bytes.size() >= length ? length : 0;
}

/// The same request, asking that the connection be closed after the answer, so that the end of the answer shows.
QByteArray askingToClose(const QByteArray &request)
{
    const qsizetype headEnd = request.indexOf("\r\n\r\n");
    QByteArray result;
    for (const QByteArray &line : request.left(headEnd).split('\n')) {
        if (!line.toLower().startsWith("connection:"))
            result += line.trimmed() + "\r\n";
    }
    return result + "Connection: close\r\n" + request.mid(headEnd + 2);
}

QByteArray refusal(const QByteArray &statusLine, std::chrono::seconds retryAfter)
{
    const QByteArray body = R"({"errors":{"errors":[{"name":"","errors":["try again later"]}]}})";
    return "HTTP/1.1 " + statusLine + "\r\nContent-Type: application/json\r\nConnection: close\r\nRetry-After: "
           + QByteArray::number(static_cast<qint64>(retryAfter.count()))
           + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

FaultyProxy::FaultyProxy(FaultPlan plan, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &FaultyProxy::accept);
}

Result<void> FaultyProxy::listen()
{
    if (!m_listener.listen(QHostAddress::LocalHost))
        return Error(ErrorKind::Unavailable, m_listener.errorString());
    return {};
}

void FaultyProxy::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QTcpSocket::disconnected, this, [this, client] {
            m_read.remove(client);
            client->deleteLater();
        });
    }
}

void FaultyProxy::read(QTcpSocket *client)
{
    QByteArray &bytes = m_read[client];
    bytes += client->readAll();
    const qsizetype length = requestLength(bytes);
    if (length == 0)
        return;
    const QByteArray request = bytes.left(length);
    bytes.remove(0, length);
    const QList<QByteArray> words = request.left(request.indexOf('\r')).split(' ');
    const FaultPlan::Fault fault = m_plan.next(words.value(0), words.value(1));
    QTimer::singleShot(fault.delay, client, [this, client, request, fault] { serve(client, request, fault); });
}

void FaultyProxy::serve(QTcpSocket *client, const QByteArray &request, FaultPlan::Fault fault)
{
    switch (fault.kind) {
    case FaultPlan::Fault::Kind::None:
        return forward(client, request, false);
    case FaultPlan::Fault::Kind::Cut:
        return forward(client, request, true);
    case FaultPlan::Fault::Kind::Unavailable:
        client->write(refusal("503 Service Unavailable", fault.retryAfter));
        break;
    case FaultPlan::Fault::Kind::Throttled:
        client->write(refusal("429 Too Many Requests", fault.retryAfter));
        break;
    }
    client->disconnectFromHost();
}

void FaultyProxy::forward(QTcpSocket *client, const QByteArray &request, bool swallow)
{
    // The upstream connection is its own parent: a delivered request is to be worked on even if the client has gone.
    auto *upstream = new QTcpSocket(this);
    const QPointer<QTcpSocket> caller = client;
    connect(upstream, &QTcpSocket::readyRead, this, [upstream, caller, swallow] {
        const QByteArray answer = upstream->readAll();
        if (caller && !swallow)
            caller->write(answer);
    });
    const auto finish = [upstream, caller, swallow] {
        upstream->deleteLater();
        if (!caller)
            return;
        if (swallow)
            caller->abort();
        else
            caller->disconnectFromHost();
    };
    connect(upstream, &QTcpSocket::disconnected, this, finish);
    connect(upstream, &QTcpSocket::errorOccurred, this, [upstream, finish](QAbstractSocket::SocketError) {
        if (upstream->state() == QAbstractSocket::UnconnectedState)
            finish();
    });
    upstream->connectToHost(QHostAddress::LocalHost, m_upstream);
    upstream->write(askingToClose(request));
}

} // namespace peerdesk::lab
