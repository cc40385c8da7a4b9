// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/clientaddress.h"
#include "endpoint/ratelimit.h"
#include "http/httpmessage.h"

#include <QTest>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

const QString somebody = QStringLiteral("192.0.2.1");

HttpRequest from(const QString &peer, const QByteArray &forwardedFor = {})
{
    HttpRequest request;
    request.peerAddress = peer;
    if (!forwardedFor.isEmpty())
        request.headers.append("X-Forwarded-For", forwardedFor);
    return request;
}

} // namespace

class TstRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halfAMinutesWorthMayComeAtOnce()
    {
        RateLimit limit(60);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(limit.take(somebody, 1000), std::nullopt);
        QCOMPARE(limit.take(somebody, 1000), std::optional(1s));
        QCOMPARE(limit.take(QStringLiteral("192.0.2.2"), 1000), std::nullopt);
        QCOMPARE(limit.take(somebody, 2000), std::nullopt);
        QVERIFY(limit.take(somebody, 2000));
    }

    void theWaitIsLongEnough()
    {
        RateLimit limit(1);
        QCOMPARE(limit.take(somebody, 0), std::nullopt);
        const auto wait = limit.take(somebody, 0);
        QCOMPARE(wait, std::optional(60s));
        QCOMPARE(limit.take(somebody, 60'000), std::nullopt);
    }

    void patienceDoesNotAddUp()
    {
        RateLimit limit(4);
        QCOMPARE(limit.take(somebody, 0), std::nullopt);
        QCOMPARE(limit.take(somebody, 3'600'000), std::nullopt);
        QCOMPARE(limit.take(somebody, 3'600'000), std::nullopt);
        QVERIFY(limit.take(somebody, 3'600'000));
    }

    void thoseWhoLeftAreForgotten()
    {
        RateLimit limit(60);
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE(limit.take(QString::number(i), i * 10), std::nullopt);
        QVERIFY(limit.keyCount() < 10'000);
    }

    void onlyATrustedProxySpeaksForOthers()
    {
        const QList<IpPrefix> proxies = {*IpPrefix::parse(u"127.0.0.1/32"), *IpPrefix::parse(u"10.0.0.0/8")};
        QCOMPARE(clientAddress(from(QStringLiteral("198.51.100.7"), "192.0.2.1"), proxies), QStringLiteral("198.51.100.7"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "192.0.2.1"), proxies), QStringLiteral("192.0.2.1"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "192.0.2.1"), {}), QStringLiteral("127.0.0.1"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1")), proxies), QStringLiteral("127.0.0.1"));
        // What the client itself wrote stands on the left and is not believed.
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "203.0.113.9, 192.0.2.1, 10.1.1.1"), proxies), QStringLiteral("192.0.2.1"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "nonsense"), proxies), QStringLiteral("127.0.0.1"));
    }
};

QTEST_GUILESS_MAIN(TstRateLimit)
#include "tst_ratelimit.moc"
