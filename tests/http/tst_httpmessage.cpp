// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/addressrules.h"
#include "http/httpmessage.h"
#include "http/retry.h"

#include <QHostAddress>
#include <QTest>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

constexpr UtcMs noon = 1795435200000; // 2026-11-23T12:00:00Z

HttpResponse answer(int status, const QByteArray &retryAfterField = {})
{
    HttpResponse response(status);
    if (!retryAfterField.isEmpty())
        response.headers.append("Retry-After", retryAfterField);
    return response;
}

} // namespace

class TstHttpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldNamesHaveNoCase()
    {
        HttpHeaders headers{{"Content-Type", "text/plain"}};
        headers.append("content-type", "text/html");
        QCOMPARE(headers.value("CONTENT-TYPE"), QByteArray("text/plain"));
        QCOMPARE(headers.count("Content-type"), 2);
        headers.set("Content-TYPE", "application/json");
        QCOMPARE(headers.count("content-type"), 1);
        QCOMPARE(headers.value("absent"), QByteArray());
    }

    void datesAreWrittenAndReadAsRfc9110Says()
    {
        QCOMPARE(toHttpDate(noon), QByteArray("Mon, 23 Nov 2026 12:00:00 GMT"));
        QCOMPARE(fromHttpDate("Mon, 23 Nov 2026 12:00:00 GMT"), std::optional<UtcMs>(noon));
        QCOMPARE(fromHttpDate("yesterday"), std::nullopt);
    }

    void retryAfterIsSecondsOrADate()
    {
        QCOMPARE(retryAfter(answer(429, "17"), noon), std::optional(17s));
        QCOMPARE(retryAfter(answer(429, "Mon, 23 Nov 2026 12:01:30 GMT"), noon), std::optional(90s));
        QCOMPARE(retryAfter(answer(429, "Mon, 23 Nov 2026 11:00:00 GMT"), noon), std::optional(0s));
        for (const char *unreadable : {"", "soon", "-5", "99999999999999"})
            QCOMPARE(retryAfter(answer(429, unreadable), noon), std::nullopt);
    }

    void backOffDoublesUpToTheCeilingAndIsSpread()
    {
        const RetryPolicy policy(5, 1s, 10s);
        QCOMPARE(policy.backOff(1, 0.0), 500ms);
        QCOMPARE(policy.backOff(1, 0.5), 750ms);
        QCOMPARE(policy.backOff(3, 0.0), 2000ms);
        QCOMPARE(policy.backOff(9, 0.0), 5000ms);
        QCOMPARE(policy.backOff(1000000, 0.0), 5000ms);
    }

    void onlyWhatMayPassIsTriedAgain()
    {
        const RetryPolicy policy(3, 1s, 10s);
        const auto again = [&](const Result<HttpResponse> &outcome, bool repeatable) {
            return policy.delayAfter(1, outcome, repeatable, noon, 0.0).has_value();
        };
        QVERIFY(again(answer(429), false));
        QVERIFY(again(answer(503), true));
        QVERIFY(!again(answer(503), false));
        QVERIFY(!again(answer(404), true));
        QVERIFY(!again(answer(200), true));
        QVERIFY(again(Error(ErrorKind::Unreachable), false));
        QVERIFY(again(Error(ErrorKind::TimedOut), true));
        QVERIFY(!again(Error(ErrorKind::TimedOut), false));
        QVERIFY(!again(Error(ErrorKind::Refused), true));
        QVERIFY(!policy.delayAfter(3, answer(429), true, noon, 0.0));
    }

    void retryAfterIsNeverUndercut()
    {
        const RetryPolicy policy(3, 1s, 10s);
        QCOMPARE(policy.delayAfter(1, answer(429, "120"), true, noon, 0.0),
                 std::optional<std::chrono::milliseconds>(120s));
        QCOMPARE(policy.delayAfter(1, answer(429, "0"), true, noon, 0.0),
                 std::optional<std::chrono::milliseconds>(500ms));
    }

    void addressesOutsideThePublicInternetAreKnown_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPublic");
        QTest::addColumn<bool>("isUnicast");
        const auto row = [](const char *address, bool isPublic, bool isUnicast) {
            QTest::newRow(address) << QString::fromLatin1(address) << isPublic << isUnicast;
        };
        row("8.8.8.8", true, true);
        row("2a00:1450:4001::1", true, true);
        for (const char *address : {"127.0.0.1",        "10.1.2.3",        "172.31.0.1",
                                    "192.168.1.1",      "169.254.169.254", "100.64.0.1",
                                    "198.18.0.1",       "192.0.2.1",       "::1",
                                    "fe80::1",          "fd00::1",         "fec0::1",
                                    "::ffff:127.0.0.1", "::ffff:8.8.8.8",  "64:ff9b::a00:1",
                                    "64:ff9b:1::1",     "2001:db8::1",     "2002:a00:1::1",
                                    "2001::1",          "::127.0.0.1"})
            row(address, false, true);
        for (const char *address : {"0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::", "ff02::1"})
            row(address, false, false);
    }
    void addressesOutsideThePublicInternetAreKnown()
    {
        QFETCH(QString, address);
        QFETCH(bool, isPublic);
        QFETCH(bool, isUnicast);
        QCOMPARE(isPublicAddress(QHostAddress(address)), isPublic);
        QCOMPARE(isUnicastAddress(QHostAddress(address)), isUnicast);
    }
};

QTEST_GUILESS_MAIN(TstHttpMessage)
#include "tst_httpmessage.moc"
