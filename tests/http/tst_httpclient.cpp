// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "support/outcomeof.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;

/// A server that answers every request head with the same bytes, and keeps what it was asked.
class CannedServer : public QTcpServer
{
public:
    explicit CannedServer(QByteArray answer, bool closeAfterwards = true)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer, closeAfterwards] {
            ++connections;
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer, closeAfterwards] {
                received += socket->readAll();
                if (!received.contains("\r\n\r\n"))
                    return;
                ++requests;
                socket->write(answer);
                if (closeAfterwards)
                    socket->disconnectFromHost();
            });
        });
    }

    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("http://%1:%2/path?q=1").arg(host).arg(serverPort()));
    }

    QByteArray received;
    int connections = 0;
    int requests = 0;
};

HttpClientSettings laboratory()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

QByteArray kind(const Result<HttpResponse> &result)
{
    return result ? QByteArray("answered ") + QByteArray::number(result->status) : toText(result.error().kind).toUtf8();
}

} // namespace

class TstHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerOfAnyStatusIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("statusLine");
        for (const char *line : {"200 OK", "302 Found\r\nLocation: http://127.0.0.1:1/", "400 Bad", "404 No",
                                 "401 No\r\nWWW-Authenticate: Basic realm=\"x\"", "401 No\r\nWWW-Authenticate: Bearer",
                                 "409 Conflict", "422 Ask", "429 Slow", "500 Broken", "503 Later"})
            QTest::newRow(line) << QByteArray(line);
    }
    void anAnswerOfAnyStatusIsAnAnswer()
    {
        QFETCH(QByteArray, statusLine);
        CannedServer server("HTTP/1.1 " + statusLine + "\r\nContent-Length: 5\r\nX-Word: said\r\n\r\nhello");
        HttpClient client(laboratory());
        const auto result = outcomeOf(client.send(HttpRequest(server.url())));
        QVERIFY2(result.ok(), kind(result));
        QCOMPARE(result->status, statusLine.left(3).toInt());
        QCOMPARE(result->body, QByteArray("hello"));
        QCOMPARE(result->headers.value("x-word"), QByteArray("said"));
        QCOMPARE(server.requests, 1);
    }

    void theRequestCarriesItsHostAndWhoAsks()
    {
        CannedServer server("HTTP/1.1 204 No Content\r\n\r\n");
        HttpClient client(laboratory());
        HttpRequest request(server.url(QStringLiteral("localhost")), "DELETE");
        request.headers.append("Authorization", "Bearer t");
        const auto result = outcomeOf(client.send(request));
        QVERIFY2(result.ok(), kind(result));
        QVERIFY(server.received.startsWith("DELETE /path?q=1 HTTP/1.1\r\n"));
        QVERIFY(server.received.contains("Host: localhost:" + QByteArray::number(server.serverPort())));
        QVERIFY(server.received.contains("User-Agent: Peerdesk/"));
        QVERIFY(server.received.contains("Authorization: Bearer t"));
    }

    void privateAddressesAreRefusedWithoutASetting()
    {
        CannedServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        HttpClient client{HttpClientSettings()};
        QCOMPARE(kind(outcomeOf(client.send(HttpRequest(server.url())))), QByteArray("refused"));
        for (const QString &host : {QStringLiteral("127.0.0.1"), QStringLiteral("localhost"), QStringLiteral("[::1]"),
                                    QStringLiteral("[::ffff:127.0.0.1]"), QStringLiteral("[64:ff9b::7f00:1]")}) {
            QUrl url = server.url(host);
            url.setScheme(QStringLiteral("https"));
            QCOMPARE(kind(outcomeOf(client.send(HttpRequest(url)))), QByteArray("refused"));
        }
        QCOMPARE(server.connections, 0);
    }

    void whatIsNoWebUrlIsRefused()
    {
        HttpClient client(laboratory());
        for (const QString &url : {QStringLiteral("file:///etc/passwd"), QStringLiteral("ftp://127.0.0.1/"),
                                   QStringLiteral("http://user@127.0.0.1/"), QStringLiteral("http:///x"), QString()})
            QCOMPARE(kind(outcomeOf(client.send(HttpRequest(QUrl(url))))), QByteArray("refused"));
    }

    void nobodyThereIsUnreachable()
    {
        QUrl url;
        {
            CannedServer server({});
            url = server.url();
        }
        HttpClient client(laboratory());
        QCOMPARE(kind(outcomeOf(client.send(HttpRequest(url)))), QByteArray("unreachable"));
    }

    void silenceAfterTheRequestLeavesTheOutcomeUnknown()
    {
        CannedServer server({}, false);
        HttpClient client(laboratory());
        HttpCall call;
        call.totalTimeout = 3s;
        QCOMPARE(kind(outcomeOf(client.send(HttpRequest(server.url()), call))), QByteArray("timed-out"));
        QCOMPARE(server.connections, 1);
    }

    void aPostIsSentOnceEvenIfTheConnectionBreaks()
    {
        CannedServer server({});
        HttpClient client(laboratory());
        HttpRequest request(server.url(), "POST");
        request.headers.append("Content-Type", "application/json");
        request.body = "{}";
        QCOMPARE(kind(outcomeOf(client.send(request))), QByteArray("timed-out"));
        QCOMPARE(server.requests, 1);
        QVERIFY(server.received.startsWith("POST /path?q=1 HTTP/1.1\r\n"));
        QVERIFY(server.received.contains("Content-Length: 2\r\n"));
        QVERIFY(!server.received.contains("chunked"));
    }

    void aCutAnswerIsNoAnswer()
    {
        CannedServer server("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello");
        HttpClient client(laboratory());
        QVERIFY(!outcomeOf(client.send(HttpRequest(server.url()))).ok());
    }

    void tooLargeAnAnswerIsRefused()
    {
        HttpClient client(laboratory());
        HttpCall call;
        call.maxBody = 1000;
        CannedServer announced("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + QByteArray(1001, 'x'));
        QCOMPARE(kind(outcomeOf(client.send(HttpRequest(announced.url()), call))), QByteArray("protocol"));
        CannedServer unannounced("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + QByteArray(1001, 'x'));
        QCOMPARE(kind(outcomeOf(client.send(HttpRequest(unannounced.url()), call))), QByteArray("protocol"));
    }

    void aCallCanBeStopped()
    {
        CannedServer server({}, false);
        HttpClient client(laboratory());
        std::stop_source stop;
        HttpCall call;
        call.cancel = stop.get_token();
        auto task = client.send(HttpRequest(server.url()), call);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests, 1, patienceMs);
        stop.request_stop();
        QCOMPARE(kind(outcomeOf(std::move(task))), QByteArray("cancelled"));

        auto second = client.send(HttpRequest(server.url()));
        client.abortAll();
        QCOMPARE(kind(outcomeOf(std::move(second))), QByteArray("cancelled"));
    }

    void aDownloadGoesToItsFileAndReportsProgress()
    {
        const QByteArray content(300000, 'd');
        CannedServer server("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + content);
        HttpClient client(laboratory());
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("dump"));
        qint64 last = 0;
        qint64 total = 0;
        HttpCall call;
        call.progress = [&](qint64 received, qint64 expected) {
            last = received;
            total = expected;
        };
        const auto result = outcomeOf(client.download(HttpRequest(server.url()), path, call));
        QVERIFY2(result.ok(), kind(result));
        QVERIFY(result->body.isEmpty());
        QCOMPARE(last, 300000);
        QCOMPARE(total, 300000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        file.close();

        CannedServer rest("HTTP/1.1 206 Partial Content\r\nContent-Length: 3\r\n\r\nend");
        QVERIFY(outcomeOf(client.download(HttpRequest(rest.url()), path)).ok());
        CannedServer missing("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\ngone");
        QCOMPARE(outcomeOf(client.download(HttpRequest(missing.url()), path))->body, QByteArray("gone"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content + "end");
    }
};

QTEST_GUILESS_MAIN(TstHttpClient)
#include "tst_httpclient.moc"
