// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "http/rawclient.h"
#include "support/outcomeof.h"

#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr auto outside = "9.9.9.9"; // public; nothing is sent there by these tests

HttpClientSettings resolving(const QHash<QString, QStringList> &names)
{
    HttpClientSettings settings;
    settings.resolve = [names](const QString &name) {
        QList<QHostAddress> addresses;
        for (const QString &address : names.value(name))
            addresses.append(QHostAddress(address));
        return addresses;
    };
    return settings;
}

QString outcome(HttpClient &client, const QString &url)
{
    const auto result = outcomeOf(client.send(HttpRequest(QUrl(url))));
    return result ? QStringLiteral("answered %1").arg(result->status) : toText(result.error().kind);
}

} // namespace

/// Names and addresses that others chose (endpoints, return URLs, metadata, key sets) must not lead the daemon to
/// what only it can reach.
class TstReachingInside : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    int m_inside = 0; ///< requests that reached the server inside
    HttpService m_service = [this](HttpRequest) -> QCoro::Task<HttpResponse> {
        ++m_inside;
        co_return HttpResponse(200);
    };

private Q_SLOTS:
    void init() { m_inside = 0; }

    void noAddressInsideIsCalledHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host : {"127.0.0.1",
                                 "127.8.8.8",
                                 "127.1",
                                 "2130706433",
                                 "0x7f000001",
                                 "017700000001",
                                 "0",
                                 "0.0.0.0",
                                 "10.1.2.3",
                                 "172.16.0.1",
                                 "172.31.255.255",
                                 "192.168.1.1",
                                 "100.64.0.1",
                                 "169.254.169.254",
                                 "192.0.0.192",
                                 "198.18.0.1",
                                 "192.88.99.1",
                                 "224.0.0.1",
                                 "255.255.255.255",
                                 "240.0.0.1",
                                 "localhost",
                                 "localhost.",
                                 "LOCALHOST",
                                 "[::1]",
                                 "[::]",
                                 "[::127.0.0.1]",
                                 "[::ffff:127.0.0.1]",
                                 "[::ffff:a9fe:a9fe]",
                                 "[64:ff9b::7f00:1]",
                                 "[64:ff9b:1::a00:1]",
                                 "[2002:7f00:1::]",
                                 "[2002:c0a8:101::1]",
                                 "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
                                 "[fe80::1]",
                                 "[fe80::1%25lo]",
                                 "[fc00::1]",
                                 "[fd12:3456::1]",
                                 "[fec0::1]",
                                 "[ff02::1]",
                                 "[2001:db8::1]",
                                 "[100::1]",
                                 "[5f00::1]",
                                 "[3fff::1]"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void noAddressInsideIsCalledHoweverItIsWritten()
    {
        QFETCH(QString, host);
        HttpServer server(m_clock, m_service);
        QVERIFY(server.listen(QHostAddress::Any, 0).ok());
        HttpClient client{HttpClientSettings()};
        const QString said = outcome(client, QStringLiteral("https://%1:%2/").arg(host).arg(server.port()));
        QVERIFY2(said == u"refused" || (said == u"unreachable" && !host.startsWith(u'[')),
                 qPrintable(said)); // some are no host at all
        QCOMPARE(server.load().connectionsTaken, quint64(0));
    }

    void noNameLeadsInside_data()
    {
        QTest::addColumn<QStringList>("addresses");
        const auto row = [](const char *name, const QStringList &addresses) { QTest::newRow(name) << addresses; };
        row("loopback", {QStringLiteral("127.0.0.1")});
        row("private", {QStringLiteral("10.0.0.1")});
        row("link-local", {QStringLiteral("169.254.169.254")});
        row("v4-mapped", {QStringLiteral("::ffff:10.0.0.1")});
        row("6to4", {QStringLiteral("2002:a00:1::1")});
        row("NAT64", {QStringLiteral("64:ff9b::a00:1")});
        row("one among public ones",
            {QLatin1String(outside), QStringLiteral("149.112.112.112"), QStringLiteral("192.168.0.1")});
        row("an IPv6 one among public ones", {QLatin1String(outside), QStringLiteral("fd00::1")});
    }
    void noNameLeadsInside()
    {
        QFETCH(QStringList, addresses);
        HttpClient client(resolving({{QStringLiteral("peering.example"), addresses}}));
        QCOMPARE(outcome(client, QStringLiteral("https://peering.example/v1")), QStringLiteral("refused"));
    }

    void theAddressThatWasCheckedIsTheOneThatIsCalled()
    {
        HttpServer checked(m_clock, [](HttpRequest) -> QCoro::Task<HttpResponse> { co_return HttpResponse(204); });
        QVERIFY(checked.listen(QHostAddress(QStringLiteral("127.0.0.1")), 0).ok());
        HttpServer inside(m_clock, m_service);
        QVERIFY(inside.listen(QHostAddress(QStringLiteral("127.0.0.2")), checked.port()).ok());
        int asked = 0;
        HttpClientSettings settings;
        settings.allowPrivate = true; // both are loopback here; what matters is which of them is called
        settings.resolve = [&asked](const QString &) {
            return QList{QHostAddress(++asked == 1 ? QStringLiteral("127.0.0.1") : QStringLiteral("127.0.0.2"))};
        };
        HttpClient client(settings);
        const QString url = QStringLiteral("http://rebinding.example:%1/").arg(checked.port());
        QCOMPARE(outcome(client, url), QStringLiteral("answered 204"));
        QCOMPARE(asked, 1);
        QCOMPARE(m_inside, 0);
        // And what changed since is checked anew, and a kept connection to the old address is not used for it.
        QCOMPARE(outcome(client, url), QStringLiteral("answered 200"));
        QCOMPARE(asked, 2);
        QCOMPARE(m_inside, 1);
    }

    void aRedirectIsAnAnswerAndNotAnInstruction()
    {
        HttpServer inside(m_clock, m_service);
        QVERIFY(inside.listen(QHostAddress::LocalHost, 0).ok());
        const QByteArray location = "http://127.0.0.1:" + QByteArray::number(inside.port()) + "/";
        for (const int status : {301, 302, 303, 307, 308}) {
            HttpServer outsideOnes(m_clock, [status, location](HttpRequest) -> QCoro::Task<HttpResponse> {
                HttpResponse response(status);
                response.headers.append("Location", location);
                response.headers.append("Refresh", "0; url=" + location);
                co_return response;
            });
            QVERIFY(outsideOnes.listen(QHostAddress::LocalHost, 0).ok());
            HttpClientSettings settings;
            settings.allowPrivate = true;
            HttpClient client(settings);
            QCOMPARE(outcome(client, QStringLiteral("http://127.0.0.1:%1/").arg(outsideOnes.port())),
                     QStringLiteral("answered %1").arg(status));
        }
        QCOMPARE(m_inside, 0);
    }

    void portsOfOtherServicesAreNotCalled()
    {
        int asked = 0;
        HttpClientSettings settings;
        settings.resolve = [&asked](const QString &) {
            ++asked;
            return QList{QHostAddress(QStringLiteral("10.0.0.1"))};
        };
        HttpClient client(settings);
        for (const int port : {0, 22, 25, 53, 80, 110, 179, 389, 445, 465, 587, 993, 1023})
            QCOMPARE(outcome(client, QStringLiteral("https://peering.example:%1/").arg(port)),
                     QStringLiteral("refused"));
        QCOMPARE(asked, 0);
        for (const char *allowed : {"", ":443", ":1024", ":8443"})
            QCOMPARE(outcome(client, QStringLiteral("https://peering.example%1/").arg(QLatin1String(allowed))),
                     QStringLiteral("refused"));
        QCOMPARE(asked, 4); // these failed at the address
    }

    void nothingButHttpsLeavesTheHouse()
    {
        HttpClient client(resolving({{QStringLiteral("peering.example"), {QLatin1String(outside)}}}));
        for (const char *url : {"http://peering.example/", "ftp://peering.example/", "file:///etc/passwd", "data:,x",
                                "qrc:/endpoint/openapi.yaml", "unix:/run/x", "https://user:pass@peering.example/",
                                "https:///x", "//peering.example/"})
            QCOMPARE(outcome(client, QLatin1String(url)), QStringLiteral("refused"));
    }
};

QTEST_GUILESS_MAIN(TstReachingInside)
#include "tst_reachinginside.moc"
