// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keyterms.h"
#include "rak/origin.h"
#include "support/manualclock.h"

#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

KeyTerms terms(UtcMs from)
{
    KeyTerms terms;
    terms.reference = {Registry::RipeTest, 7};
    terms.origin = Asn(64500);
    terms.prefixes = *PrefixSet::make({{QStringLiteral("192.0.2.0/24"), 25}});
    terms.notBefore = from;
    terms.expires = from + 3'600'000;
    return terms;
}

QString refusal(const KeyTerms &terms, UtcMs now, const char *route = "192.0.2.0/24", Asn origin = Asn(64500))
{
    const auto permitted = terms.permits(*IpPrefix::parse(QString::fromLatin1(route)), origin, now);
    return permitted ? QString() : permitted.error().detail;
}

} // namespace

class TstKeyTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsForItsPrefixesItsOriginAndItsTime()
    {
        const ManualClock clock;
        const KeyTerms key = terms(clock.now());
        QCOMPARE(refusal(key, clock.now()), QString());
        QCOMPARE(refusal(key, clock.now(), "192.0.2.128/25"), QString());
        QCOMPARE(refusal(key, clock.now(), "192.0.2.0/26"), QStringLiteral("The key does not cover 192.0.2.0/26."));
        QCOMPARE(refusal(key, clock.now(), "192.0.2.0/24", Asn(64501)),
                 QStringLiteral("The key is for AS64500, not AS64501."));
    }

    void aKeyEndsSharplyAndBeginsWithinTheToleranceOfClocks()
    {
        ManualClock clock;
        const KeyTerms key = terms(clock.now());
        QCOMPARE(key.status(key.expires - 1), KeyStatus::Valid);
        QCOMPARE(refusal(key, key.expires - 1), QString());
        QCOMPARE(key.status(key.expires), KeyStatus::Expired);
        QCOMPARE(refusal(key, key.expires), QStringLiteral("The key expired on 2026-11-23T01:00:00Z."));
        QCOMPARE(key.status(key.notBefore - 1), KeyStatus::NotYetValid);
        QCOMPARE(refusal(key, key.notBefore - 60'000), QString());
        QCOMPARE(refusal(key, key.notBefore - 60'001),
                 QStringLiteral("The key is valid from 2026-11-23T00:00:00Z on."));
    }

    void aKeyThatWasTakenBackStaysSo()
    {
        const ManualClock clock;
        KeyTerms key = terms(clock.now());
        key.state = KeyState::Revoked;
        QCOMPARE(refusal(key, clock.now()), QStringLiteral("The key was revoked by its holder."));
        QCOMPARE(toText(key.status(key.expires + 1)), QStringLiteral("revoked"));
        key.state = KeyState::Withdrawn;
        QCOMPARE(refusal(key, clock.now()), QStringLiteral("The key was withdrawn: its holder has lost a resource."));
    }

    void serialsCountLikeAZonesAndNeverGoBack()
    {
        ManualClock clock;
        Serial serial = Serial().next(clock.now());
        QCOMPARE(serial.number(), 2026112300U);
        for (int i = 0; i < 150; ++i)
            serial = serial.next(clock.now());
        QCOMPARE(serial.number(), 2026112450U); // spilt over
        clock.advance(24h);
        QCOMPARE(serial.next(clock.now()).number(), 2026112451U);
        clock.advance(24h);
        QCOMPARE(serial.next(clock.now()).number(), 2026112500U);
        clock.advance(-240h);
        QCOMPARE(serial.next(clock.now()).number(), 2026112451U); // a clock that goes back
    }

    void serialsCompareAroundTheEnd()
    {
        QVERIFY(Serial(2).isNewerThan(Serial(1)));
        QVERIFY(!Serial(1).isNewerThan(Serial(1)));
        QVERIFY(!Serial(1).isNewerThan(Serial(2)));
        QVERIFY(Serial(5).isNewerThan(Serial(4294967290U)));
        QVERIFY(!Serial(4294967290U).isNewerThan(Serial(5)));
        QVERIFY(!Serial(0x80000001U).isNewerThan(Serial(1)) && !Serial(1).isNewerThan(Serial(0x80000001U)));
    }

    void reservedNumbersGetTestKeysOnly_data()
    {
        QTest::addColumn<quint32>("number");
        QTest::addColumn<bool>("production");
        QTest::addColumn<bool>("test");
        QTest::newRow("0") << 0U << false << false;
        QTest::newRow("1") << 1U << true << true;
        QTest::newRow("AS_TRANS") << 23456U << false << true;
        QTest::newRow("last before documentation") << 64495U << true << true;
        QTest::newRow("documentation") << 64496U << false << true;
        QTest::newRow("private use") << 64512U << false << true;
        QTest::newRow("65535") << 65535U << false << true;
        QTest::newRow("documentation, 32 bits") << 65551U << false << true;
        QTest::newRow("IANA's") << 131071U << false << true;
        QTest::newRow("first of 32 bits") << 131072U << true << true;
        QTest::newRow("last before private use") << 4199999999U << true << true;
        QTest::newRow("private use, 32 bits") << 4200000000U << false << true;
        QTest::newRow("last of all") << 4294967295U << false << true;
    }
    void reservedNumbersGetTestKeysOnly()
    {
        QFETCH(quint32, number);
        QTEST(checkOrigin(Asn(number), Registry::Ripe).ok(), "production");
        QTEST(checkOrigin(Asn(number), Registry::AfrinicTest).ok(), "test");
    }
};

QTEST_GUILESS_MAIN(TstKeyTerms)
#include "tst_keyterms.moc"
