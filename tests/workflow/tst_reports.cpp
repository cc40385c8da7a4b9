// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/deskfixture.h"
#include "workflow/reports/reports.h"
#include "workflow/reports/reportwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

class TstReports : public QObject
{
    Q_OBJECT

    static constexpr UtcMs minute = 60'000;

    /// Three sessions asked for: one approved after 10 minutes and up after an hour (down and up again later), one
    /// rejected after 20 minutes with a reason that a spreadsheet would run, one pending.
    static void fill(Desk &desk)
    {
        const Request request =
            desk.asked({QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.11"), QStringLiteral("2001:db8:42::10")});
        const UtcMs start = desk.clock.now();
        Session up = request.sessions.at(0);
        up.approval = Approval::Approved;
        up.decidedAt = start + 10 * minute;
        up.decidedBy = QStringLiteral("A. Peer");
        desk.clock.advance(1h);
        up.connection = Connection::Established;
        up.establishedAt = desk.clock.now();
        up = desk.change(up, QStringLiteral("router"));
        up.connection = Connection::Down;
        desk.clock.advance(1h);
        up = desk.change(up, QStringLiteral("router"));
        up.connection = Connection::Established;
        up.establishedAt = desk.clock.now();
        desk.change(up, QStringLiteral("router"));
        Session no = request.sessions.at(1);
        no.approval = Approval::Rejected;
        no.decidedAt = start + 20 * minute;
        no.reason = QStringLiteral("=HYPERLINK(\"http://x\",\"<b>\")");
        desk.change(no, QStringLiteral("A. Peer"));
    }

    static SessionReport report(Desk &desk, const QString &filter = {})
    {
        Reports reports(desk.database(), desk.clock, exampleWorld());
        ReportQuery query;
        query.ownAsn = ownAsn;
        query.filter = filter;
        const auto made = outcomeOf(reports.sessions(query));
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *made;
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void countsAndDurationsComeFromTheRows()
    {
        Desk desk;
        fill(desk);
        const SessionReport made = report(desk);
        QCOMPARE(made.rows.size(), 3);
        QCOMPARE(made.counts.value(Status::Established), 1);
        QCOMPARE(made.counts.value(Status::Rejected), 1);
        QCOMPARE(made.counts.value(Status::Pending), 1);
        QCOMPARE(made.toDecision.count, 2);
        QCOMPARE(made.toDecision.median, 15 * minute);
        QCOMPARE(made.toDecision.ninetieth, 20 * minute);
        QCOMPARE(made.toEstablished.count, 1);
        QCOMPARE(made.toEstablished.longest, 60 * minute); // the first time, not the last
    }

    void theFilterIsThatOfTheTables_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("rows");
        QTest::newRow("none") << "" << 3;
        QTest::newRow("status") << "status:rejected" << 1;
        QTest::newRow("family") << "family:IPv6" << 1;
        QTest::newRow("not") << "-status:pending" << 2;
        QTest::newRow("who asked") << "direction:outgoing" << 0;
        QTest::newRow("time") << "to-decision<15min" << 1;
        QTest::newRow("free text, place") << "Example-IX" << 3;
        QTest::newRow("free text, address") << "192.0.2.11" << 1;
        QTest::newRow("asn") << "asn:64500" << 3;
        QTest::newRow("was up and is not, but is again") << "fallen" << 0;
    }
    void theFilterIsThatOfTheTables()
    {
        QFETCH(QString, filter);
        QFETCH(int, rows);
        Desk desk;
        fill(desk);
        QCOMPARE(report(desk, filter).rows.size(), rows);
    }

    void theHousekeepingListIsAFilter()
    {
        Desk desk;
        fill(desk);
        Session session = report(desk, QStringLiteral("status:established")).rows.first().session;
        session.connection = Connection::Down;
        desk.change(session, QStringLiteral("router"));
        QCOMPARE(report(desk, QStringLiteral("fallen")).rows.size(), 1);
    }

    void aWrongFilterIsExplained()
    {
        Desk desk;
        Reports reports(desk.database(), desk.clock, exampleWorld());
        ReportQuery query;
        query.ownAsn = ownAsn;
        query.filter = QStringLiteral("status:sleepy");
        const auto made = outcomeOf(reports.sessions(query));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Invalid);
        QVERIFY(!made.error().detail.isEmpty());
    }

    void onlyThePeriodIsReported()
    {
        Desk desk;
        fill(desk);
        Reports reports(desk.database(), desk.clock, exampleWorld());
        ReportQuery query;
        query.ownAsn = ownAsn;
        query.from = desk.clock.now() - minute; // all were asked for two hours ago
        const auto made = outcomeOf(reports.sessions(query));
        QVERIFY(made);
        QVERIFY(made->rows.isEmpty());
        query.until = query.from;
        QCOMPARE(outcomeOf(reports.sessions(query)).error().kind, ErrorKind::Invalid);
    }

    void csvRunsNothing()
    {
        Desk desk;
        fill(desk);
        const QByteArray csv = reportAsCsv(report(desk));
        const QList<QByteArray> lines = csv.split('\n');
        QCOMPARE(lines.size(), 5); // heading, three rows, the end
        QVERIFY(lines.first().startsWith("\"session_id\",\"request_id\",\"direction\""));
        QVERIFY(csv.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"<b>\"\")\""));
        QVERIFY(csv.contains("\"'=Kestrel <Hosting>\""));
        QVERIFY(!csv.contains(",\"="));
    }

    void jsonHasNumbersAndRows()
    {
        Desk desk;
        fill(desk);
        const QJsonObject json = QJsonDocument::fromJson(reportAsJson(report(desk))).object();
        QCOMPARE(json[u"counts"][u"rejected"].toInt(), 1);
        QCOMPARE(json[u"time_to_decision"][u"median_seconds"].toInt(), 15 * 60);
        const QJsonArray rows = json[u"sessions"].toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0)[u"asn"].toInt(), 64500);
        QCOMPARE(rows.at(0)[u"seconds_to_established"].toInt(), 3600);
        QVERIFY(rows.at(2)[u"seconds_to_decision"].isNull());
    }

    void htmlShowsWordsFromOutsideAsWords()
    {
        Desk desk;
        fill(desk);
        const QByteArray html = reportAsHtml(report(desk, QStringLiteral("-reason:\"<i>\"")));
        QVERIFY(html.contains("=Kestrel &lt;Hosting&gt;"));
        QVERIFY(html.contains("&lt;b&gt;"));
        QVERIFY(html.contains("&lt;i&gt;"));
        QVERIFY(!html.contains("<b>"));
        QVERIFY(!html.contains("<script"));
        QCOMPARE(html.count("<tr>"), 4);
    }

    void durationsReadAsPeopleSayThem()
    {
        QCOMPARE(durationText(59'000), QStringLiteral("59 s"));
        QCOMPARE(durationText(61'000), QStringLiteral("1 min"));
        QCOMPARE(durationText(200 * minute), QStringLiteral("3 h 20 min"));
        QCOMPARE(durationText(26 * 60 * minute), QStringLiteral("1 d 2 h"));
    }
};

QTEST_GUILESS_MAIN(TstReports)
#include "tst_reports.moc"
