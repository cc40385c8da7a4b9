// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/faultyproxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::lab;
using Kind = FaultPlan::Fault::Kind;

namespace {

/// An upstream that answers every request alike and remembers what came.
class Echo : public QTcpServer
{
public:
    Echo()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                if (!received.endsWith("body") && !received.endsWith("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
    QByteArray received;
};

} // namespace

class TstFaultyProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlanFailsTwoWaysAndThenBehaves()
    {
        FaultPlan plan;
        QCOMPARE(plan.next("GET", "/locations").kind, Kind::None);
        QCOMPARE(plan.next("GET", "/sessions").kind, Kind::None);
        QCOMPARE(plan.next("POST", "/sessions").kind, Kind::Unavailable);
        QCOMPARE(plan.next("GET", "/sessions").kind, Kind::None);
        QCOMPARE(plan.next("POST", "/sessions").kind, Kind::Cut);
        QCOMPARE(plan.next("GET", "/sessions?asn=64496").kind, Kind::Throttled);
        QCOMPARE(plan.next("GET", "/sessions?asn=64496").kind, Kind::None);
        QCOMPARE(plan.next("POST", "/sessions").kind, Kind::None);
    }

    void aGoodRequestIsPassedOnWhole()
    {
        Echo upstream;
        FaultyProxy proxy{FaultPlan()};
        QVERIFY(proxy.listen());
        proxy.forwardTo(upstream.serverPort());
        const QByteArray answer =
            ask(proxy, "GET /locations?asn=64496 HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
        QVERIFY(answer.endsWith("ok"));
        QCOMPARE(upstream.received,
                 QByteArray("GET /locations?asn=64496 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    }

    void aRefusedRequestNeverArrivesAndACutOneDoes()
    {
        Echo upstream;
        FaultyProxy proxy{FaultPlan()};
        QVERIFY(proxy.listen());
        proxy.forwardTo(upstream.serverPort());
        const QByteArray post = "POST /sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody";

        QVERIFY(ask(proxy, post).startsWith("HTTP/1.1 503"));
        QVERIFY(upstream.received.isEmpty());

        QCOMPARE(ask(proxy, post), QByteArray());
        QVERIFY(upstream.received.endsWith("\r\n\r\nbody"));

        const QByteArray throttled = ask(proxy, "GET /sessions HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(throttled.startsWith("HTTP/1.1 429"));
        QVERIFY(throttled.contains("Retry-After: 2"));

        upstream.received.clear();
        QVERIFY(ask(proxy, post).startsWith("HTTP/1.1 200"));
    }

    void nobodyBehindItClosesTheConnection()
    {
        FaultyProxy proxy{FaultPlan()};
        QVERIFY(proxy.listen());
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        proxy.forwardTo(closed.serverPort());
        closed.close();
        QCOMPARE(ask(proxy, "GET /locations HTTP/1.1\r\nHost: a\r\n\r\n"), QByteArray());
    }

private:
    static QByteArray ask(const FaultyProxy &proxy, const QByteArray &request)
    {
        QTcpSocket client;
        QByteArray answer;
        bool closed = false;
        QObject::connect(&client, &QTcpSocket::readyRead, &client, [&] { answer += client.readAll(); });
        QObject::connect(&client, &QTcpSocket::disconnected, &client, [&] { closed = true; });
        // In two pieces, as the network may cut them.
        QObject::connect(&client, &QTcpSocket::connected, &client, [&] {
            client.write(request.left(9));
            client.flush();
            client.write(request.mid(9));
        });
        client.connectToHost(QHostAddress::LocalHost, proxy.port());
        return QTest::qWaitFor([&] { return closed; }, 30'000) ? answer : QByteArray("the connection stayed open");
    }
};

QTEST_GUILESS_MAIN(TstFaultyProxy)
#include "tst_faultyproxy.moc"
