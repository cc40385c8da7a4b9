// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"
#include "http/rawclient.h"

#include <QCoroFuture>
#include <QFile>
#include <QProcess>
#include <QPromise>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

constexpr int crowd = 10'000;

QByteArray get(const QByteArray &extra = {})
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n" + body;
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

/// The other half of the test of 10,000 connections: a program of its own, because both ends would need more
/// descriptors than one may have. Opens so many, says so, and holds them until its input ends.
int holdConnections(quint16 port, int count)
{
    for (int i = 0; i < count; ++i) {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in there = {};
        there.sin_family = AF_INET;
        there.sin_port = htons(port);
        there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (descriptor < 0 || ::connect(descriptor, reinterpret_cast<sockaddr *>(&there), sizeof there) != 0) {
            ::perror("connect");
            return 1;
        }
        const QByteArray half = "GET / HTTP/1.1\r\nHo"; // half of a head: neither idle nor done
        if (i % 2 == 0 && ::write(descriptor, half.constData(), static_cast<size_t>(half.size())) != half.size())
            return 1;
    }
    ::puts("connected");
    ::fflush(stdout);
    char byte = 0;
    while (::read(0, &byte, 1) > 0) {
    }
    return 0;
}

/// Up to the hard limit; what may be open then.
rlim_t raiseDescriptorLimit()
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

} // namespace

class TstHttpLimits : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    QPromise<void> m_gate;
    int m_served = 0;
    HttpService m_echo = [this](HttpRequest request) -> QCoro::Task<HttpResponse> {
        ++m_served;
        co_return HttpResponse(200, request.body);
    };
    HttpService m_gated = [this](HttpRequest) -> QCoro::Task<HttpResponse> {
        ++m_served;
        QFuture<void> gate = m_gate.future();
        co_await gate;
        co_return HttpResponse(200);
    };

private Q_SLOTS:
    void init()
    {
        m_served = 0;
        m_gate = QPromise<void>();
        m_gate.start();
    }

    void whoIsTurnedAwayIsToldBeforeTheBodyIsRead()
    {
        HttpServer server(m_clock, m_echo);
        server.setScreen([](HttpRequest &head) -> std::optional<HttpResponse> {
            if (head.peerAddress != u"127.0.0.1" || !head.body.isEmpty())
                return HttpResponse(500);
            return HttpResponse(429, "later\n");
        });
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(post("Content-Length: 1000000\r\n", "a"));
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.statuses(), QList{429});
        QCOMPARE(m_served, 0);
    }

    void whoIsTurnedAwayWithoutABodyMayStay()
    {
        HttpServer server(m_clock, m_echo);
        int asked = 0;
        server.setScreen(
            [&asked](HttpRequest &) { return ++asked == 1 ? std::optional(HttpResponse(429)) : std::nullopt; });
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get() + get());
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.statuses(), (QList{429, 200}));
        QCOMPARE(m_served, 1);
    }

    void whatTheScreenLeavesReachesTheServiceAndEndsWithTheRequest()
    {
        const auto left = std::make_shared<int>(17);
        HttpService service = [](HttpRequest request) -> QCoro::Task<HttpResponse> {
            co_return HttpResponse(200, QByteArray::number(*std::static_pointer_cast<int>(request.admission)));
        };
        HttpServer server(m_clock, service);
        server.setScreen([&left](HttpRequest &head) -> std::optional<HttpResponse> {
            head.admission = left;
            return std::nullopt;
        });
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get());
        QTRY_VERIFY_WITH_TIMEOUT(client.answer.endsWith("17"), RawClient::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(left.use_count(), 1L, RawClient::patienceMs);
    }

    void tooManyOpenRequestsAreShedBeforeTheirBodiesAreRead()
    {
        HttpServerLimits limits;
        limits.openRequests = 2;
        HttpServer server(m_clock, m_gated, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient first(server.port());
        first.write(get());
        RawClient second(server.port());
        second.write(post("Content-Length: 10\r\n", "half"));
        QTRY_COMPARE_WITH_TIMEOUT(server.load().openRequests, 2, RawClient::patienceMs);
        RawClient third(server.port());
        third.write(post("Content-Length: 10\r\n", {}));
        QVERIFY(third.waitForAnswers(1));
        QCOMPARE(third.statuses(), QList{503});
        QVERIFY(third.answer.contains("\r\nRetry-After: "));
        QCOMPARE(server.load().refusals.value("open-requests"), quint64(1));
        m_gate.finish();
        QVERIFY(first.waitForAnswers(1));
        second.write("-whole");
        QVERIFY(second.waitForAnswers(1));
        QTRY_COMPARE_WITH_TIMEOUT(server.load().openRequests, 0, RawClient::patienceMs);
    }

    void whoLeavesBeforeTheAnswerKeepsAPlaceUntilItsWorkIsDone()
    {
        HttpServerLimits limits;
        limits.openRequests = 1;
        HttpServer server(m_clock, m_gated, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        {
            RawClient left(server.port());
            left.write(get());
            QTRY_COMPARE_WITH_TIMEOUT(m_served, 1, RawClient::patienceMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 0, RawClient::patienceMs);
        RawClient next(server.port());
        next.write(get());
        QVERIFY(next.waitForAnswers(1));
        QCOMPARE(next.statuses(), QList{503});
        m_gate.finish();
        QTRY_COMPARE_WITH_TIMEOUT(server.load().openRequests, 0, RawClient::patienceMs);
    }

    void memoryForAllRequestsIsBounded_data()
    {
        QTest::addColumn<bool>("announced");
        QTest::newRow("lengths that were announced") << true;
        QTest::newRow("chunks without end") << false;
    }
    void memoryForAllRequestsIsBounded()
    {
        QFETCH(bool, announced);
        HttpServerLimits limits;
        limits.bufferedBytes = 2 * 1024 * 1024;
        HttpServer server(m_clock, m_echo, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        const QByteArray most(900'000, 'x');
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->write(announced ? post("Content-Length: 1000000\r\n", most)
                                            : post("Transfer-Encoding: chunked\r\n", "f4240\r\n" + most));
        }
        QTRY_VERIFY_WITH_TIMEOUT(server.load().refusals.value("memory") >= 3, RawClient::patienceMs);
        QVERIFY(server.load().bufferedBytes <= limits.bufferedBytes + 5 * 64 * 1024);
        const auto shed = std::count_if(clients.begin(), clients.end(), [](const auto &client) {
            return QTest::qWaitFor([&client] { return client->statuses() == QList{503}; }, RawClient::patienceMs / 30);
        });
        QVERIFY(shed >= 3);
        for (const auto &client : clients)
            client->abort();
        QTRY_COMPARE_WITH_TIMEOUT(server.load().bufferedBytes, qint64(0), RawClient::patienceMs);
    }

    void aLargeAnswerThatNobodyReadsCountsToo()
    {
        HttpServerLimits limits;
        limits.bufferedBytes = 8 * 1024 * 1024;
        limits.writeTimeout = 500ms;
        HttpService large = [](HttpRequest) -> QCoro::Task<HttpResponse> {
            co_return HttpResponse(200, QByteArray(16 * 1024 * 1024, 'x'));
        };
        HttpServer server(m_clock, large, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient deaf(server.port());
        deaf.setReadBufferSize(1);
        deaf.disconnect(); // does not read
        deaf.write(get());
        QTRY_VERIFY_WITH_TIMEOUT(server.load().bufferedBytes > limits.bufferedBytes, RawClient::patienceMs);
        RawClient other(server.port());
        other.write(get());
        QVERIFY(other.waitForAnswers(1));
        QCOMPARE(other.statuses(), QList{503});
        QTRY_COMPARE_WITH_TIMEOUT(server.load().bufferedBytes, qint64(0), RawClient::patienceMs); // given up on
    }

    void anAnswerThatTakesTooLongIsGivenUpOn()
    {
        HttpServerLimits limits;
        limits.requestTimeout = 200ms;
        HttpServer server(m_clock, m_gated, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get());
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.statuses(), QList{503});
        QVERIFY(client.answer.contains("\r\nRetry-After: "));
        m_gate.finish(); // its answer has nowhere to go
        QTRY_COMPARE_WITH_TIMEOUT(server.load().openRequests, 0, RawClient::patienceMs);
        QCOMPARE(client.statuses(), QList{503});
    }

    void aHalfOpenConnectionIsForgotten()
    {
        HttpServerLimits limits;
        limits.headTimeout = 200ms;
        limits.lingerTimeout = 200ms;
        HttpServer server(m_clock, m_echo, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient silent(server.port()); // connected, and never heard of again
        RawClient half(server.port());
        half.write("POST / HT");
        QTRY_COMPARE_WITH_TIMEOUT(server.load().connectionsTaken, quint64(2), RawClient::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 0, RawClient::patienceMs);
        QVERIFY(half.waitForClose());
        QCOMPARE(half.statuses(), QList{408});
        QCOMPARE(silent.statuses(), QList<int>());
    }

    void aTrustedProxyMayHaveManyConnections()
    {
        HttpServerLimits limits;
        limits.connectionsPerAddress = 1;
        limits.proxies = {{QHostAddress(QHostAddress::LocalHost), 32}};
        HttpServer server(m_clock, m_echo, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient first(server.port());
        first.write(get());
        QVERIFY(first.waitForAnswers(1));
        RawClient second(server.port());
        second.write(get());
        QVERIFY(second.waitForAnswers(1));
        QCOMPARE(second.statuses(), QList{200});
    }

    void newLimitsHoldForThoseWhoAreThere()
    {
        HttpServer server(m_clock, m_echo);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(get());
        QVERIFY(client.waitForAnswers(1));
        HttpServerLimits limits;
        limits.openRequests = 0;
        server.setLimits(limits);
        client.write(get());
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.statuses(), (QList{200, 503}));
    }

    void thousandsOfIdleConnectionsCostBoundedMemory()
    {
        const rlim_t allowed = raiseDescriptorLimit();
        const int count = allowed < crowd + 200 ? static_cast<int>(allowed) - 200 : crowd;
        if (count < crowd)
            qInfo("only %d connections: RLIMIT_NOFILE allows no more than %llu descriptors", count,
                  static_cast<unsigned long long>(allowed));
        HttpServerLimits limits;
        limits.connections = count + 100;
        limits.connectionsPerAddress = count + 100;
        limits.headTimeout = 10min;
        HttpServer server(m_clock, m_echo, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        const qint64 before = residentBytes();
        QProcess others;
        others.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        others.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("hold"), QString::number(server.port()), QString::number(count)});
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), count, 4 * RawClient::patienceMs);
        const qint64 each = (residentBytes() - before) / count;
        qInfo("%d connections, half of them within a header: %lld bytes each, %lld MB in all", count, each,
              each * count / 1'000'000);
        RawClient client(server.port());
        client.write(get());
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.statuses(), QList{200});
#ifdef __SANITIZE_ADDRESS__
        constexpr qint64 sanitizerShare = 4; // red zones, and freed memory that is kept from being used again
#else
        constexpr qint64 sanitizerShare = 1;
#endif
        QVERIFY2(each < sanitizerShare * 64 * 1024, QByteArray::number(each));
        others.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(others.state(), QProcess::NotRunning, RawClient::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 1, RawClient::patienceMs);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"hold") {
        raiseDescriptorLimit();
        return holdConnections(arguments.value(2).toUShort(), arguments.value(3).toInt());
    }
    TstHttpLimits tests;
    return QTest::qExec(&tests, arguments);
}
#include "tst_httplimits.moc"
