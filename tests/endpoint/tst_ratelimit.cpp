// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/identity.h"
#include "endpoint/clientaddress.h"
#include "endpoint/door.h"
#include "endpoint/oauth/usedonce.h"
#include "http/httpmessage.h"
#include "support/manualclock.h"

#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QString somebody = QStringLiteral("192.0.2.1");

/// Spends one if it may.
std::optional<std::chrono::seconds> take(RateLimit &limit, const QString &key, UtcMs now)
{
    const auto wait = limit.waitFor(key, now);
    if (!wait)
        limit.spend(key, now);
    return wait;
}

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
    void whatCountsOnceIsRememberedUntilItIsTooOld()
    {
        UsedOnce used;
        QVERIFY(used.use(QStringLiteral("a"), 1000, 0));
        QVERIFY(!used.use(QStringLiteral("a"), 1000, 999));
        for (qsizetype i = 1; i < UsedOnce::most; ++i)
            QVERIFY(used.use(QString::number(i), 2000, 0));
        QVERIFY2(!used.use(QStringLiteral("one more"), 2000, 999), "what cannot be remembered does not count");
        QVERIFY(used.use(QStringLiteral("one more"), 2000, 1000));
        QCOMPARE(used.count(), UsedOnce::most);
    }

    void halfAMinutesWorthMayComeAtOnce()
    {
        RateLimit limit(60, 1min);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(take(limit, somebody, 1000), std::nullopt);
        QCOMPARE(take(limit, somebody, 1000), std::optional(1s));
        QCOMPARE(take(limit, QStringLiteral("192.0.2.2"), 1000), std::nullopt);
        QCOMPARE(take(limit, somebody, 2000), std::nullopt);
        QVERIFY(take(limit, somebody, 2000));
    }

    void theWaitIsLongEnough()
    {
        RateLimit limit(1, 1min);
        QCOMPARE(take(limit, somebody, 0), std::nullopt);
        const auto wait = take(limit, somebody, 0);
        QCOMPARE(wait, std::optional(60s));
        QCOMPARE(take(limit, somebody, 60'000), std::nullopt);
    }

    void patienceDoesNotAddUp()
    {
        RateLimit limit(4, 1min);
        QCOMPARE(take(limit, somebody, 0), std::nullopt);
        QCOMPARE(take(limit, somebody, 3'600'000), std::nullopt);
        QCOMPARE(take(limit, somebody, 3'600'000), std::nullopt);
        QVERIFY(take(limit, somebody, 3'600'000));
    }

    void whatIsLargerThanTheBurstIsOwed()
    {
        RateLimit limit(60, 1min);
        QCOMPARE(limit.waitFor(somebody, 0, 90), std::nullopt);
        limit.spend(somebody, 0, 90); // 30 may come at once: 60 are owed
        QCOMPARE(limit.waitFor(somebody, 0, 1), std::optional(61s));
        QCOMPARE(limit.waitFor(somebody, 61'000, 1), std::nullopt);
    }

    void aSeatIsGivenBackWhenItsRequestEnds()
    {
        Allowance allowance("network", QStringLiteral("of this network"), {100, 2, 1000, 100});
        auto first = allowance.admit(somebody, 0, 0);
        auto second = allowance.admit(somebody, 0, 0);
        QVERIFY(first.ok() && second.ok());
        const auto third = allowance.admit(somebody, 0, 0);
        QVERIFY(!third.ok());
        QCOMPARE(third.error().kind, ErrorKind::Throttled);
        QCOMPARE(third.error().retryAfter, std::optional(1s));
        QVERIFY(allowance.admit(QStringLiteral("192.0.2.2"), 0, 0).ok());
        first = Error(ErrorKind::Cancelled);
        QVERIFY(allowance.admit(somebody, 0, 0).ok());
        QCOMPARE(allowance.refusals(), (QMap<QByteArray, quint64>{{"network-open", 1}}));
    }

    void bytesAndSessionsAreCountedBesideRequests()
    {
        Allowance allowance("address", QStringLiteral("from this address"), {100, 100, 1000, 100});
        QVERIFY(allowance.admit(somebody, 500, 0).ok());
        QVERIFY(!allowance.admit(somebody, 1, 0).ok());
        QVERIFY(allowance.admit(somebody, 0, 0).ok()); // what has no body is not held up by what had
        QVERIFY(allowance.askFor(somebody, 50, 0).ok());
        QVERIFY(!allowance.askFor(somebody, 1, 0).ok());
        QCOMPARE(allowance.refusals(), (QMap<QByteArray, quint64>{{"address-bytes", 1}, {"address-sessions", 1}}));
    }

    void aTokenSeenBeforeIsChargedBeforeItIsVerifiedAgain()
    {
        ManualClock clock;
        DoorLimits limits;
        limits.identity.requestsPerMinute = 2;
        Door door(limits, clock);
        const Secret token(QByteArrayLiteral("a token"));
        Identity identity;
        identity.issuer = QStringLiteral("https://issuer.example");
        identity.subject = QStringLiteral("17");
        {
            const auto admission = door.enter(QStringLiteral("1"), somebody, token, 0);
            QVERIFY(admission.ok());
            QVERIFY(!(*admission)->account);
            QVERIFY(door.recognise(**admission, identity, Asn(64500)).ok());
        }
        // The same token from elsewhere: nobody has verified it this time.
        const auto again = door.enter(QStringLiteral("2"), QStringLiteral("192.0.2.2"), token, 0);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().kind, ErrorKind::Throttled);
        QVERIFY(door.enter(QStringLiteral("3"), somebody, Secret(QByteArrayLiteral("another")), 0).ok());
        QCOMPARE(door.refusals().value("identity-requests"), quint64(1));
    }

    void aTokenOfSeveralNetworksBurdensTheOneItIsAbout()
    {
        ManualClock clock;
        DoorLimits limits;
        limits.network.requestsPerMinute = 4; // two at once
        limits.network.sessionsPerHour = 20;  // ten at once
        Door door(limits, clock);
        const Secret token(QByteArrayLiteral("of two networks"));
        Identity identity;
        identity.subject = QStringLiteral("17");
        const auto enter = [&] {
            const auto admission = *door.enter(QStringLiteral("1"), somebody, token, 0);
            return door.recognise(*admission, identity, Asn()).ok() ? admission : nullptr;
        };
        for (int i = 0; i < 2; ++i)
            QVERIFY(door.chargeTo(*enter(), {Asn(64510)}).ok());
        const auto admission = enter();
        QCOMPARE(door.chargeTo(*admission, {Asn(64510)}).error().kind, ErrorKind::Throttled);
        QVERIFY(door.chargeTo(*enter(), {Asn(64500)}).ok()); // whose number is lower, and who did nothing
        QCOMPARE(door.chargeTo(*enter(), {Asn(64500), Asn(64510)}).error().kind, ErrorKind::Throttled);

        QVERIFY(door.askFor(*admission, 10, {Asn(64510)}).ok());
        QCOMPARE(door.askFor(*admission, 1, {Asn(64510)}).error().kind, ErrorKind::Throttled);
        QVERIFY(door.askFor(*admission, 10, {Asn(64500)}).ok());
        QCOMPARE(door.refusals().value("network-sessions"), quint64(1));
    }

    void neighboursInAnIPv6NetworkAreOne()
    {
        ManualClock clock;
        DoorLimits limits;
        limits.address.requestsPerMinute = 2;
        Door door(limits, clock);
        QVERIFY(door.enter({}, QStringLiteral("2001:db8:1:2::1"), {}, 0).ok());
        QVERIFY(!door.enter({}, QStringLiteral("2001:db8:1:2:ffff::9"), {}, 0).ok());
        QVERIFY(door.enter({}, QStringLiteral("2001:db8:1:3::1"), {}, 0).ok());
    }

    void thoseWhoLeftAreForgotten()
    {
        RateLimit limit(60, 1min);
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE(take(limit, QString::number(i), i * 10), std::nullopt);
        QVERIFY(limit.keyCount() < 10'000);
    }

    void onlyATrustedProxySpeaksForOthers()
    {
        const QList<IpPrefix> proxies = {*IpPrefix::parse(u"127.0.0.1/32"), *IpPrefix::parse(u"10.0.0.0/8")};
        QCOMPARE(clientAddress(from(QStringLiteral("198.51.100.7"), "192.0.2.1"), proxies),
                 QStringLiteral("198.51.100.7"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "192.0.2.1"), proxies), QStringLiteral("192.0.2.1"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "192.0.2.1"), {}), QStringLiteral("127.0.0.1"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1")), proxies), QStringLiteral("127.0.0.1"));
        // What the client itself wrote stands on the left and is not believed.
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "203.0.113.9, 192.0.2.1, 10.1.1.1"), proxies),
                 QStringLiteral("192.0.2.1"));
        QCOMPARE(clientAddress(from(QStringLiteral("127.0.0.1"), "nonsense"), proxies), QStringLiteral("127.0.0.1"));
    }
};

QTEST_GUILESS_MAIN(TstRateLimit)
#include "tst_ratelimit.moc"
