// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httprequestreader.h"
#include "http/httprouter.h"
#include "http/httpserver.h"
#include "http/rawclient.h"

#include <QCoroFuture>
#include <QPromise>
#include <QSignalSpy>

#include <stdexcept>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

QByteArray get(const QByteArray &target, const QByteArray &extra = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n";
}

/// A service whose answers wait until the test opens the gate of their path.
class Gated
{
public:
    HttpService service()
    {
        return [this](HttpRequest request) -> QCoro::Task<HttpResponse> {
            seen.append(request.url.path());
            QFuture<void> gate = gateOf(request.url.path());
            const QByteArray body = request.url.path().toUtf8();
            co_await gate;
            co_return HttpResponse(200, body);
        };
    }
    QFuture<void> gateOf(const QString &path)
    {
        if (!m_gates.contains(path)) {
            m_gates.insert(path, std::make_shared<QPromise<void>>());
            m_gates.value(path)->start();
        }
        return m_gates.value(path)->future();
    }
    void open(const QString &path)
    {
        gateOf(path);
        m_gates.value(path)->finish();
    }

    QStringList seen;

private:
    QHash<QString, std::shared_ptr<QPromise<void>>> m_gates;
};

HttpService always(const HttpResponse &response)
{
    return [response](HttpRequest) -> QCoro::Task<HttpResponse> { co_return response; };
}

} // namespace

class TstHttpServer : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;

private Q_SLOTS:
    void answersHaveADateAndALength()
    {
        HttpServer server(m_clock, always(HttpResponse(200, "four", "text/plain")));
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get("/"));
        QVERIFY(client.waitForAnswers(1));
        QTRY_VERIFY_WITH_TIMEOUT(client.answer.endsWith("\r\n\r\nfour"), RawClient::patienceMs);
        QVERIFY(client.answer.contains("\r\nDate: "));
        QVERIFY(client.answer.contains("\r\nContent-Length: 4\r\n"));
        QVERIFY(client.answer.contains("\r\nContent-Type: text/plain\r\n"));
        QVERIFY(client.answer.contains("\r\nConnection: keep-alive\r\n"));
    }

    void headGetsTheHeadOfGet()
    {
        HttpServer server(m_clock, always(HttpResponse(200, "four")));
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/"));
        QVERIFY(client.waitForAnswers(2));
        QTRY_VERIFY_WITH_TIMEOUT(client.answer.endsWith("\r\n\r\nfour"), RawClient::patienceMs);
        QCOMPARE(client.answer.count("Content-Length: 4"), 2);
        QCOMPARE(client.answer.count("four"), 1);
    }

    void noContentHasNoLength()
    {
        HttpServer server(m_clock, always(HttpResponse(204)));
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get("/"));
        QVERIFY(client.waitForAnswers(1));
        QTRY_VERIFY_WITH_TIMEOUT(client.answer.endsWith("\r\n\r\n"), RawClient::patienceMs);
        QVERIFY(!client.answer.contains("Content-Length"));
    }

    void pipelinedAnswersKeepTheirOrderWhateverTakesLonger()
    {
        Gated gated;
        HttpServer server(m_clock, gated.service());
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        gated.open(QStringLiteral("/fast"));
        client.write(get("/slow") + get("/fast"));
        QTRY_COMPARE_WITH_TIMEOUT(gated.seen, QStringList{QStringLiteral("/slow")},
                                  RawClient::patienceMs); // the second waits for its turn
        gated.open(QStringLiteral("/slow"));
        QVERIFY(client.waitForAnswers(2));
        QTRY_VERIFY_WITH_TIMEOUT(client.answer.endsWith("/fast"), RawClient::patienceMs);
        QVERIFY(client.answer.indexOf("/slow") < client.answer.indexOf("/fast"));
    }

    void whoLeavesWhileTheAnswerIsComputedHarmsNobody()
    {
        Gated gated;
        HttpServer server(m_clock, gated.service());
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        for (int i = 0; i < 20; ++i) {
            RawClient client(server.port());
            client.write(get("/slow"));
            QTRY_COMPARE_WITH_TIMEOUT(gated.seen.size(), i + 1, RawClient::patienceMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 0, RawClient::patienceMs);
        gated.open(QStringLiteral("/slow"));
        gated.open(QStringLiteral("/other"));
        RawClient client(server.port());
        client.write(get("/other"));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.statuses(), QList{200});
    }

    void aServiceThatThrowsAnswers500()
    {
        HttpService service = [](HttpRequest) -> QCoro::Task<HttpResponse> {
            throw std::runtime_error("broken");
            co_return HttpResponse(200);
        };
        HttpServer server(m_clock, service);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        qunsetenv("QT_FATAL_CRITICALS");
        QTest::ignoreMessage(QtCriticalMsg, "a request ended with an exception: broken");
        RawClient client(server.port());
        client.write(get("/"));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.statuses(), QList{500});
        QVERIFY(!client.answer.contains("broken"));
    }

    void aClientThatAsksMayContinue()
    {
        HttpService service = [](HttpRequest request) -> QCoro::Task<HttpResponse> {
            co_return HttpResponse(200, request.body);
        };
        HttpServer server(m_clock, service);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.statuses(), QList{100});
        client.write("body");
        QVERIFY(client.waitForAnswers(2));
        QTRY_VERIFY_WITH_TIMEOUT(client.answer.endsWith("body"), RawClient::patienceMs);
    }

    void aChunkedBodyMayComeByteByByte_data()
    {
        QTest::addColumn<QByteArray>("chunks");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("two") << QByteArray("3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n") << QByteArray("abcd");
        QTest::newRow("with an extension") << QByteArray("3;a=b\r\nabc\r\n0;c\r\n\r\n") << QByteArray("abc");
        QTest::newRow("none") << QByteArray("0\r\n\r\n") << QByteArray();
        QTest::newRow("a trailer alone") << QByteArray("0\r\nTrailer: x\r\n\r\n") << QByteArray();
    }
    void aChunkedBodyMayComeByteByByte()
    {
        QFETCH(const QByteArray, chunks);
        HttpRequestReader reader({});
        QByteArray buffer;
        for (const char byte : "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks) {
            QVERIFY(reader.read(buffer) != HttpRequestReader::State::Complete);
            buffer += byte;
        }
        QCOMPARE(reader.read(buffer), HttpRequestReader::State::Complete);
        QTEST(reader.take().body, "body");
    }

    /// The parser would look for the end of the quote beyond the line, and count the chunk anew with each byte.
    void anOpenQuoteInAChunkExtensionIsRefusedHoweverItComes()
    {
        const QByteArray bytes = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                                 "5;a=\"\r\nhello\r\n0\r\n\r\n";
        for (const qsizetype step : {qsizetype(1), bytes.size()}) {
            HttpRequestReader reader({});
            QByteArray buffer;
            for (qsizetype at = 0; at < bytes.size() && reader.state() != HttpRequestReader::State::Refused;
                 at += step) {
                buffer += bytes.mid(at, step);
                reader.read(buffer);
            }
            QCOMPARE(reader.state(), HttpRequestReader::State::Refused);
            QCOMPARE(reader.refusalStatus(), 400);
        }
    }

    void trailersOfAChunkedBodyAreNotBelieved()
    {
        HttpService service = [](HttpRequest request) -> QCoro::Task<HttpResponse> {
            co_return HttpResponse(200, request.headers.contains("Authorization") ? "believed" : "ignored");
        };
        HttpServer server(m_clock, service);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "1\r\na\r\n0\r\nAuthorization: Bearer x\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QTRY_VERIFY_WITH_TIMEOUT(client.answer.endsWith("ignored"), RawClient::patienceMs);
    }

    void headerFieldsCannotBeInjected()
    {
        HttpResponse response(200);
        response.headers.append("X-Note", "a\r\nX-Evil: b");
        HttpServer server(m_clock, always(response));
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get("/"));
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(!client.answer.contains("X-Evil"));
    }

    void aSlowReaderOfALargeAnswerGetsAllOfIt()
    {
        HttpServer server(m_clock, always(HttpResponse(200, QByteArray(3 * 1024 * 1024, 'x'))));
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.setReadBufferSize(64 * 1024);
        client.write(get("/") + get("/", "Connection: close\r\n"));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answer.count('x'), 2 * 3 * 1024 * 1024);
    }

    void idleConnectionsAreClosed()
    {
        HttpServerLimits limits;
        limits.idleTimeout = 100ms;
        HttpServer server(m_clock, always(HttpResponse(200)), limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get("/"));
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(client.waitForClose());
    }

    void aConnectionTooManyIsTurnedAway()
    {
        HttpServerLimits limits;
        limits.connections = 2;
        HttpServer server(m_clock, always(HttpResponse(200)), limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient first(server.port());
        RawClient second(server.port());
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 2, RawClient::patienceMs);
        RawClient third(server.port());
        QVERIFY(third.waitForClose());
        QCOMPARE(third.statuses(), QList{503});
        first.write(get("/"));
        QVERIFY(first.waitForAnswers(1));
        QCOMPARE(first.statuses(), QList{200});
    }

    void oneAddressCannotTakeAllConnections()
    {
        HttpServerLimits limits;
        limits.connectionsPerAddress = 1;
        HttpServer server(m_clock, always(HttpResponse(200)), limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        {
            RawClient first(server.port());
            QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 1, RawClient::patienceMs);
            RawClient second(server.port());
            QVERIFY(second.waitForClose());
            QCOMPARE(second.statuses(), QList{429});
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 0, RawClient::patienceMs);
        RawClient again(server.port());
        again.write(get("/"));
        QVERIFY(again.waitForAnswers(1));
        QCOMPARE(again.statuses(), QList{200});
    }

    void stoppingLetsAnswersUnderWayBeFinished()
    {
        Gated gated;
        HttpServer server(m_clock, gated.service());
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        QSignalSpy stopped(&server, &HttpServer::stopped);
        RawClient busy(server.port());
        busy.write(get("/slow"));
        RawClient idle(server.port());
        QTRY_COMPARE_WITH_TIMEOUT(gated.seen.size(), 1, RawClient::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 2, RawClient::patienceMs);
        server.stop();
        QVERIFY(idle.waitForClose());
        QCOMPARE(stopped.size(), 0);
        gated.open(QStringLiteral("/slow"));
        QVERIFY(busy.waitForAnswers(1));
        QVERIFY(busy.waitForClose());
        QVERIFY(busy.answer.contains("Connection: close"));
        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, RawClient::patienceMs);
    }

    void stoppingDoesNotWaitForever()
    {
        Gated gated;
        HttpServer server(m_clock, gated.service());
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        QSignalSpy stopped(&server, &HttpServer::stopped);
        RawClient busy(server.port());
        busy.write(get("/slow"));
        QTRY_COMPARE_WITH_TIMEOUT(gated.seen.size(), 1, RawClient::patienceMs);
        server.stop(50ms);
        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, RawClient::patienceMs);
        QVERIFY(busy.waitForClose());
        gated.open(QStringLiteral("/slow"));
    }

    void routesAreFoundByMethodAndPath()
    {
        HttpRouter router;
        const HttpRouter::Route route = [](HttpRequest, QStringList) -> QCoro::Task<HttpResponse> {
            co_return HttpResponse(200);
        };
        router.add("GET", QStringLiteral("/sessions"), route);
        router.add("POST", QStringLiteral("/sessions"), route);
        router.add("GET", QStringLiteral("/sessions/{id}"), route);
        const auto match = [&router](const char *method, const char *path) {
            return router.match(method, QUrl::fromEncoded(QByteArray("http://localhost") + path));
        };
        QVERIFY(match("POST", "/sessions?asn=1").route);
        QVERIFY(match("HEAD", "/sessions").route);
        QCOMPARE(match("GET", "/sessions/a%2Fb").arguments, QStringList{QStringLiteral("a/b")});
        QVERIFY(!match("DELETE", "/sessions").route);
        QCOMPARE(match("DELETE", "/sessions").allowed, QByteArray("GET, HEAD, POST"));
        QVERIFY(!match("GET", "/sessions/").route);
        QVERIFY(match("GET", "/session").allowed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstHttpServer)
#include "tst_httpserver.moc"
