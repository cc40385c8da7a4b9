// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"
#include "http/rawclient.h"

#include <QFile>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

/// What a server on the open Internet gets to see, case by case: served, refused, or refused before the body.
enum class After { Open, Closed };

struct Case
{
    const char *name;
    QByteArray bytes;
    QList<int> statuses; ///< of all answers, in order
    After after;
};

QByteArray get(const QByteArray &extra = {}, const QByteArray &target = "/sessions")
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body)
{
    return "POST /sessions HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n" + body;
}

QByteArray manyFields(int count)
{
    QByteArray fields;
    for (int i = 0; i < count; ++i)
        fields += "X" + QByteArray::number(i) + ": 1\r\n";
    return fields;
}

QList<Case> served()
{
    return {
        {"a GET on a connection that stays", get(), {200}, After::Open},
        {"three pipelined GETs", get() + get({}, "/b") + get({}, "/c"), {200, 200, 200}, After::Open},
        {"HTTP/1.0", "GET /sessions HTTP/1.0\r\n\r\n", {200}, After::Closed},
        {"Connection: close", get("Connection: close\r\n"), {200}, After::Closed},
        {"a chunked body", post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), {200}, After::Open},
        {"a chunk extension",
         post("Transfer-Encoding: chunked\r\n", "5;a=b\r\nhello\r\n0\r\n\r\n"),
         {200},
         After::Open},
        {"absolute-form target", get({}, "http://localhost/sessions"), {200}, After::Open},
        {"Upgrade: h2c is ignored", get("Connection: Upgrade\r\nUpgrade: h2c\r\n"), {200}, After::Open},
        {"an unknown method", "BREW /sessions HTTP/1.1\r\nHost: localhost\r\n\r\n", {405}, After::Open},
        {"a path that climbs", get({}, "/../../etc/passwd"), {404}, After::Open},
    };
}

QList<Case> refused()
{
    return {
        {"a broken percent escape", get({}, "/%zz"), {400}, After::Closed},
        {"Host missing", "GET / HTTP/1.1\r\n\r\n", {400}, After::Closed},
        {"Host twice", get("Host: localhost\r\n"), {400}, After::Closed},
        {"binary garbage", QByteArray::fromHex("16030100ff010000fb0303"), {400}, After::Closed},
        {"HTTP/0.9", "GET /\r\n", {400}, After::Closed},
        {"HTTP/3.7", "GET / HTTP/3.7\r\nHost: localhost\r\n\r\n", {400}, After::Closed},
        {"bare line feeds", "GET / HTTP/1.1\nHost: localhost\n\n", {400}, After::Closed},
        {"a space before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", {400}, After::Closed},
        {"a folded header", get("X-Note: one\r\n two\r\n"), {400}, After::Closed},
        {"NUL in a header", get(QByteArray("X-Note: a\0b\r\n", 13)), {400}, After::Closed},
        {"an illegal method token", "GE(T / HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}, After::Closed},
        {"Content-Length negative", post("Content-Length: -2\r\n", "ab"), {400}, After::Closed},
        {"Content-Length +2", post("Content-Length: +2\r\n", "ab"), {400}, After::Closed},
        {"Content-Length 2x", post("Content-Length: 2x\r\n", "ab"), {400}, After::Closed},
        {"Content-Length twice and different",
         post("Content-Length: 2\r\nContent-Length: 3\r\n", "abc"),
         {400},
         After::Closed},
        {"Content-Length 2^64+2", post("Content-Length: 18446744073709551618\r\n", "ab"), {400}, After::Closed},
        {"Content-Length with Transfer-Encoding",
         post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + get()),
         {400},
         After::Closed},
        {"Transfer-Encoding: xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), {400}, After::Closed},
        {"Transfer-Encoding: chunked, identity",
         post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
         {400},
         After::Closed},
        {"a chunk size that overflows",
         post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nab\r\n0\r\n\r\n"),
         {400},
         After::Closed},
        {"chunk size zz", post("Transfer-Encoding: chunked\r\n", "zz\r\nab\r\n0\r\n\r\n"), {400}, After::Closed},
        {"a quoted chunk extension",
         post("Transfer-Encoding: chunked\r\n", "5;a=\"b\"\r\nhello\r\n0\r\n\r\n"),
         {400},
         After::Closed},
        {"a chunk extension whose quote is open",
         post("Transfer-Encoding: chunked\r\n", "5;a=\"\r\nhello\r\n0\r\n\r\n"),
         {400},
         After::Closed},
        {"a line feed in a chunk extension",
         post("Transfer-Encoding: chunked\r\n", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n"),
         {400},
         After::Closed},
        {"chunk size -1", post("Transfer-Encoding: chunked\r\n", "-1\r\nab\r\n0\r\n\r\n"), {400}, After::Closed},
        {"the HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400}, After::Closed},
    };
}

QList<Case> tooMuch()
{
    return {
        {"Content-Length 100 GB", post("Content-Length: 107374182400\r\n", "ab"), {413}, After::Closed},
        {"Content-Length 2^63", post("Content-Length: 9223372036854775808\r\n", "ab"), {413}, After::Closed},
        {"a header of 100 KB", get("X-Long: " + QByteArray(100 * 1024, 'x') + "\r\n"), {431}, After::Closed},
        {"5,000 header fields", get(manyFields(5000)), {431}, After::Closed},
        {"a header of 8 MB without an end",
         get().chopped(2) + "X-Long: " + QByteArray(8 * 1024 * 1024, 'x'),
         {431},
         After::Closed},
        {"a URI of 100 KB", get({}, "/" + QByteArray(100 * 1024, 'u')), {431}, After::Closed},
    };
}

/// Beyond the 39: what else two readers of one stream could disagree about.
QList<Case> further()
{
    return {
        {"Content-Length twice and equal",
         post("Content-Length: 2\r\nContent-Length: 2\r\n", "ab"),
         {400},
         After::Closed},
        {"Transfer-Encoding twice",
         post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
         {400},
         After::Closed},
        {"Transfer-Encoding in HTTP/1.0",
         "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         {400},
         After::Closed},
        {"a carriage return alone", get("X-Note: a\rb\r\n"), {400}, After::Closed},
        {"a Host that is no host", "GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n", {400}, After::Closed},
        {"a fragment in the target", get({}, "/a#b"), {400}, After::Closed},
        {"an asterisk for a target", get({}, "*"), {400}, After::Closed},
        {"an unknown expectation", post("Expect: fish\r\nContent-Length: 2\r\n", "ab"), {417}, After::Closed},
        {"a chunked body over the limit",
         post("Transfer-Encoding: chunked\r\n", "200001\r\n" + QByteArray(0x200001, 'x')),
         {413},
         After::Closed},
        {"a chunk extension without end",
         post("Transfer-Encoding: chunked\r\n", "1;" + QByteArray(200000, 'x')),
         {400},
         After::Closed},
        {"a chunk too short for its size",
         post("Transfer-Encoding: chunked\r\n", "1\r\nab\r\n0\r\n\r\n"),
         {400},
         After::Closed},
        {"one empty line before the request", "\r\n" + get(), {200}, After::Open},
    };
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TstMalformed : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    int m_served = 0;
    HttpService m_service = [this](HttpRequest request) -> QCoro::Task<HttpResponse> {
        ++m_served;
        if (request.method != "GET" && request.method != "POST")
            co_return HttpResponse(405);
        co_return HttpResponse(request.url.path().contains(QLatin1String("..")) ? 404 : 200, "[" + request.body + "]");
    };

private Q_SLOTS:
    void eachCaseEndsAsItShould_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("statuses");
        QTest::addColumn<bool>("closed");
        for (const Case &c : served() + refused() + tooMuch() + further())
            QTest::newRow(c.name) << c.bytes << c.statuses << (c.after == After::Closed);
    }
    void eachCaseEndsAsItShould()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, statuses);
        QFETCH(bool, closed);
        HttpServer server(m_clock, m_service);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(bytes);
        QVERIFY2(client.waitForAnswers(statuses.size()), client.answer);
        if (closed) {
            QVERIFY(client.waitForClose());
        } else {
            client.write(get());
            statuses.append(200);
            QVERIFY2(client.waitForAnswers(statuses.size()), client.answer);
        }
        QCOMPARE(client.statuses(), statuses);
    }

    void theSameCasesByteByByteEndTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("statuses");
        for (const Case &c : served() + refused()) {
            if (c.bytes.size() < 1000)
                QTest::newRow(c.name) << c.bytes << c.statuses;
        }
    }
    void theSameCasesByteByByteEndTheSame()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, statuses);
        HttpRequestReader reader{HttpRequestReader::Limits()};
        QList<int> seen;
        QByteArray buffer;
        for (const char byte : bytes) {
            buffer.append(byte);
            const auto state = reader.read(buffer);
            if (state == HttpRequestReader::State::Complete) {
                (void)reader.take();
                seen.append(200);
            } else if (state == HttpRequestReader::State::Refused) {
                seen.append(reader.refusalStatus());
                break;
            }
        }
        for (int &status : statuses)
            status = status == 404 || status == 405 ? 200 : status; // the service's, not the reader's
        QCOMPARE(seen, statuses);
    }

    void aBodyOf256MegabytesIsRefusedBeforeItIsRead()
    {
        HttpServer server(m_clock, m_service);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        const qint64 before = residentBytes();
        client.write(post("Content-Length: 268435456\r\n", {}));
        const QByteArray megabyte(1024 * 1024, 'x');
        for (int i = 0; i < 256 && client.statuses().isEmpty(); ++i) {
            client.write(megabyte);
            QVERIFY(QTest::qWaitFor([&] { return client.bytesToWrite() == 0 || !client.statuses().isEmpty(); },
                                    RawClient::patienceMs));
        }
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.statuses(), QList{413});
        client.abort();
        QVERIFY(residentBytes() - before < 64 * 1024 * 1024);
        QCOMPARE(m_served, 0);
    }

    void tricklersAreDroppedWhileOthersAreServed()
    {
        HttpServerLimits limits;
        limits.headTimeout = 3s; // also what the honest client has on a busy machine
        limits.lingerTimeout = 100ms;
        HttpServer server(m_clock, m_service, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        std::vector<std::unique_ptr<RawClient>> tricklers;
        for (int i = 0; i < 200; ++i) {
            tricklers.push_back(std::make_unique<RawClient>(server.port()));
            tricklers.back()->write("G");
        }
        // Not asked how many there are at once: on a busy machine the first is dropped before the last has come.
        RawClient other(server.port());
        other.write(get());
        QVERIFY(other.waitForAnswers(1));
        QTimer trickle;
        connect(&trickle, &QTimer::timeout, this, [&] {
            for (const auto &client : tricklers)
                client->write("E");
        });
        trickle.start(50ms);
        for (const auto &client : tricklers) {
            QVERIFY(client->waitForClose());
            QCOMPARE(client->statuses(), QList{408});
        }
    }

    void aBodyThatTricklesIsDroppedToo()
    {
        HttpServerLimits limits;
        limits.bodyTimeout = 200ms;
        HttpServer server(m_clock, m_service, limits);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient client(server.port());
        client.write(post("Content-Length: 1000\r\n", "a"));
        QTimer trickle;
        connect(&trickle, &QTimer::timeout, this, [&] { client.write("b"); });
        trickle.start(20ms);
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.statuses(), QList{408});
    }

    void init() { m_served = 0; }
};

QTEST_GUILESS_MAIN(TstMalformed)
#include "tst_malformed.moc"
