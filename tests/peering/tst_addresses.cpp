// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/asn.h"
#include "peering/ipaddress.h"
#include "peering/location.h"
#include "peering/status.h"

#include <QTest>

using namespace peerdesk;

class TstAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asnsAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint32>("number");
        QTest::newRow("plain") << "64500" << 64500U;
        QTest::newRow("with AS") << "AS64500" << 64500U;
        QTest::newRow("lower case, blanks") << "  as64500 " << 64500U;
        QTest::newRow("largest") << "4294967295" << 4294967295U;
        QTest::newRow("zero") << "0" << 0U;
        QTest::newRow("too large") << "4294967296" << 0U;
        QTest::newRow("asdot is not ours") << "1.10" << 0U;
        QTest::newRow("sign") << "-1" << 0U;
        QTest::newRow("empty") << "" << 0U;
        QTest::newRow("only AS") << "AS" << 0U;
    }
    void asnsAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(quint32, number);
        QCOMPARE(Asn::parse(text).value_or(Asn()).number(), number);
    }

    void addressesHaveOneCanonicalForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("v4") << "192.0.2.1"
                            << "192.0.2.1";
        QTest::newRow("v6 upper case and zeros") << "2001:DB8:0:0:0:0:0:1"
                                                 << "2001:db8::1";
        QTest::newRow("v6 one zero group stays") << "2001:db8:0:1:1:1:1:1"
                                                 << "2001:db8:0:1:1:1:1:1";
        QTest::newRow("blanks") << " 192.0.2.1 "
                                << "192.0.2.1";
        QTest::newRow("leading zero") << "192.0.2.01"
                                      << "";
        QTest::newRow("short") << "192.0.2"
                               << "";
        QTest::newRow("prefix") << "192.0.2.1/24"
                                << "";
        QTest::newRow("zone") << "fe80::1%eth0"
                              << "";
        QTest::newRow("name") << "localhost"
                              << "";
    }
    void addressesHaveOneCanonicalForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        QCOMPARE(IpAddress::parse(text).value_or(IpAddress()).toString(), canonical);
    }

    void prefixesKnowTheirMembers()
    {
        const auto lan = IpPrefix::parse(u"192.0.2.0/26");
        QVERIFY(lan);
        QVERIFY(lan->contains(*IpAddress::parse(u"192.0.2.63")));
        QVERIFY(!lan->contains(*IpAddress::parse(u"192.0.2.64")));
        QVERIFY(!lan->contains(*IpAddress::parse(u"2001:db8::1")));
        QVERIFY(lan->isNetworkOrBroadcast(*IpAddress::parse(u"192.0.2.0")));
        QVERIFY(lan->isNetworkOrBroadcast(*IpAddress::parse(u"192.0.2.63")));
        QVERIFY(!lan->isNetworkOrBroadcast(*IpAddress::parse(u"192.0.2.1")));
        const auto link = IpPrefix::parse(u"192.0.2.0/31");
        QVERIFY(!link->isNetworkOrBroadcast(*IpAddress::parse(u"192.0.2.0")));
        const auto v6 = IpPrefix::parse(u"2001:db8:1::/64");
        QVERIFY(v6->isNetworkOrBroadcast(*IpAddress::parse(u"2001:db8:1::")));
        QVERIFY(!v6->isNetworkOrBroadcast(*IpAddress::parse(u"2001:db8:1::ffff:ffff:ffff:ffff")));
        QCOMPARE(v6->toString(), QStringLiteral("2001:db8:1::/64"));
        QVERIFY(!IpPrefix::parse(u"192.0.2.1/24"));
        QVERIFY(IpPrefix::parse(u"192.0.2.1/24", true));
        QVERIFY(!IpPrefix::parse(u"192.0.2.0/33"));
    }

    void locationsAreWrittenAsTheDraftDoes()
    {
        QVERIFY(Location::parse(u"pdb:ix:42") == Location::exchange(42));
        QVERIFY(Location::parse(u"PDB:FAC:17") == Location::facility(17));
        QVERIFY(!Location::parse(u"pdb:ix:"));
        QVERIFY(!Location::parse(u"pdb:ix:0"));
        QVERIFY(!Location::parse(u"42"));
        QCOMPARE(Location::exchange(42).toString(), QStringLiteral("pdb:ix:42"));
    }

    void oneWordStandsForBothAxes()
    {
        QCOMPARE(statusOf(Approval::Approved, Connection::Established), Status::Established);
        QCOMPARE(statusOf(Approval::Approved, Connection::NotConfigured), Status::Approved);
        QCOMPARE(statusOf(Approval::Rejected, Connection::Down), Status::Rejected);
        QVERIFY(statusFromString(u"Outcome-Unknown") == Status::OutcomeUnknown);
        QVERIFY(!statusFromString(u"perhaps"));
        QVERIFY(approvalFromString(toText(Approval::Held)) == Approval::Held);
        QVERIFY(connectionFromString(toText(Connection::Unestablished)) == Connection::Unestablished);
    }
};

QTEST_GUILESS_MAIN(TstAddresses)
#include "tst_addresses.moc"
