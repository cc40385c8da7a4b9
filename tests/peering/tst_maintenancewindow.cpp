// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/maintenancewindow.h"

#include <QTest>

using namespace peerdesk;

namespace {

Session session()
{
    Session session;
    session.ownAsn = Asn(64496);
    session.proposal.initiator = Asn(64500);
    session.proposal.receiver = Asn(64496);
    session.proposal.location = Location::exchange(42);
    return session;
}

MaintenanceWindow everywhere(UtcMs from, UtcMs until)
{
    MaintenanceWindow window;
    window.ownAsn = Asn(64496);
    window.from = from;
    window.until = until;
    return window;
}

} // namespace

class TstMaintenanceWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itConcernsWhatItNames()
    {
        MaintenanceWindow window = everywhere(0, 1);
        QVERIFY(window.concerns(session()));
        window.location = Location::exchange(42);
        QVERIFY(window.concerns(session()));
        window.location = Location::facility(42);
        QVERIFY(!window.concerns(session()));
        window.location = Location();
        window.otherAsn = Asn(64500);
        QVERIFY(window.concerns(session()));
        window.otherAsn = Asn(64501);
        QVERIFY(!window.concerns(session()));
        window = everywhere(0, 1);
        window.ownAsn = Asn(64497);
        QVERIFY(!window.concerns(session()));
    }

    void theClockStandsStillWithinIt_data()
    {
        QTest::addColumn<QList<MaintenanceWindow>>("windows");
        QTest::addColumn<UtcMs>("end"); // of 100 that run from 1000
        QTest::newRow("none") << QList<MaintenanceWindow>() << UtcMs(1100);
        QTest::newRow("one") << QList{everywhere(1050, 1060)} << UtcMs(1110);
        QTest::newRow("before") << QList{everywhere(900, 1000)} << UtcMs(1100);
        QTest::newRow("begun before") << QList{everywhere(900, 1020)} << UtcMs(1120);
        QTest::newRow("after") << QList{everywhere(1100, 1200)} << UtcMs(1100);
        QTest::newRow("at the last moment") << QList{everywhere(1099, 1200)} << UtcMs(1201);
        QTest::newRow("one after the other") << QList{everywhere(1070, 1080), everywhere(1010, 1030)} << UtcMs(1130);
        QTest::newRow("overlapping count once") << QList{everywhere(1010, 1040), everywhere(1030, 1060)} << UtcMs(1150);
        QTest::newRow("one within the other") << QList{everywhere(1010, 1060), everywhere(1020, 1030)} << UtcMs(1150);
        QTest::newRow("the first delays into the second")
            << QList{everywhere(1050, 1090), everywhere(1120, 1220)} << UtcMs(1240);
        QTest::newRow("nothing at all") << QList{everywhere(1050, 1050), everywhere(1060, 1040)} << UtcMs(1100);
    }
    void theClockStandsStillWithinIt()
    {
        QFETCH(QList<MaintenanceWindow>, windows);
        QFETCH(UtcMs, end);
        const SessionClock clock(session(), windows);
        QCOMPARE(clock.whenItRan(100, 1000), end);
        QCOMPARE(clock.runs(1000, end), UtcMs(100));
    }
};

QTEST_GUILESS_MAIN(TstMaintenanceWindow)
#include "tst_maintenancewindow.moc"
