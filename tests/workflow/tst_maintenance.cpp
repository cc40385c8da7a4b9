// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/auditstore.h"
#include "support/patience.h"
#include "workflow/deskfixture.h"
#include "workflow/inbound/inbound.h"
#include "workflow/maintenance/maintenance.h"

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr UtcMs hour = 3'600'000;
constexpr UtcMs timeWindow = 7 * 24 * hour;
const QString who = QStringLiteral("A. Peer");

MaintenanceWindow window(UtcMs from, UtcMs until)
{
    MaintenanceWindow window;
    window.ownAsn = ownAsn;
    window.from = from;
    window.until = until;
    window.note = QStringLiteral("new line cards");
    return window;
}

/// A desk at which one session was approved just now.
class ApprovedSession
{
public:
    ApprovedSession()
    {
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        m_id = request.sessions.first().id;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const InboundDecision yes{Verdict::Approve, {{m_id, request.sessions.first().version}}, {}, who};
        (void)outcomeOf(inbound.decideNow(yes));
        approvedAt = desk.clock.now();
    }

    [[nodiscard]] UtcMs deadline() { return session().configureBy; }
    [[nodiscard]] Session session() { return desk.session(m_id); }

    Desk desk;
    Maintenance maintenance{desk.database(), desk.clock};
    UtcMs approvedAt = 0;

private:
    QString m_id;
};

} // namespace

class TstMaintenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void aWindowThatIsAddedLaterMovesWhatWaits()
    {
        ApprovedSession one;
        QCOMPARE(one.deadline(), one.approvedAt + timeWindow);
        one.desk.clock.advance(24h);
        const auto added = outcomeOf(one.maintenance.add(
            window(one.desk.clock.now() - 2 * hour, one.desk.clock.now() + 10 * hour), who)); // began two hours ago
        QVERIFY(added);
        QCOMPARE(one.deadline(), one.approvedAt + timeWindow + 12 * hour);
        const auto history =
            outcomeOf(Inbound(one.desk.database(), one.desk.clock, exampleWorld()).history(one.session().requestId));
        QVERIFY(history->last().why.startsWith(QStringLiteral("maintenance: to be configured by ")));
        QCOMPARE(history->last().who, who);
    }

    void windowsThatOverlapCountOnceHoweverTheyCome()
    {
        ApprovedSession one;
        const UtcMs start = one.approvedAt + 24 * hour;
        QVERIFY(outcomeOf(one.maintenance.add(window(start, start + 10 * hour), who)));
        QVERIFY(outcomeOf(one.maintenance.add(window(start + 5 * hour, start + 20 * hour), who)));
        QVERIFY(outcomeOf(one.maintenance.add(window(start + 6 * hour, start + 7 * hour), who)));
        QCOMPARE(one.deadline(), one.approvedAt + timeWindow + 20 * hour);
        QCOMPARE(outcomeOf(one.maintenance.windows(ownAsn))->size(), 3);
    }

    void whatIsCalledOffGivesTheTimeBack()
    {
        ApprovedSession one;
        const UtcMs start = one.approvedAt + 24 * hour;
        const auto first = outcomeOf(one.maintenance.add(window(start, start + 10 * hour), who));
        const auto second = outcomeOf(one.maintenance.add(window(start + 5 * hour, start + 20 * hour), who));
        QVERIFY(outcomeOf(one.maintenance.remove(first->id, who)));
        QCOMPARE(one.deadline(), one.approvedAt + timeWindow + 15 * hour);
        one.desk.clock.advance(24h + 8h); // three hours into the second
        QVERIFY(outcomeOf(one.maintenance.remove(second->id, who)));
        QCOMPARE(one.deadline(), one.approvedAt + timeWindow + 3 * hour);
        QCOMPARE(outcomeOf(one.maintenance.windows(ownAsn))->first().until, one.desk.clock.now());
        QCOMPARE(outcomeOf(one.maintenance.remove(second->id, who)).error().kind, ErrorKind::Refused);
        QCOMPARE(outcomeOf(one.maintenance.remove(first->id, who)).error().kind, ErrorKind::NotFound);
    }

    void onlyWhatItConcernsWaits()
    {
        ApprovedSession one;
        MaintenanceWindow elsewhere = window(one.approvedAt + hour, one.approvedAt + 2 * hour);
        elsewhere.location = Location::exchange(43);
        QVERIFY(outcomeOf(one.maintenance.add(elsewhere, who)));
        elsewhere.location = Location();
        elsewhere.otherAsn = Asn(64999);
        QVERIFY(outcomeOf(one.maintenance.add(elsewhere, who)));
        QCOMPARE(one.deadline(), one.approvedAt + timeWindow);
        elsewhere.otherAsn = otherAsn;
        QVERIFY(outcomeOf(one.maintenance.add(elsewhere, who)));
        QCOMPARE(one.deadline(), one.approvedAt + timeWindow + hour);
    }

    void whatIsNoWindowIsRefused()
    {
        ApprovedSession one;
        const UtcMs now = one.desk.clock.now();
        QCOMPARE(outcomeOf(one.maintenance.add(window(now + 2, now + 2), who)).error().kind, ErrorKind::Invalid);
        QCOMPARE(outcomeOf(one.maintenance.add(window(now - 2, now), who)).error().kind, ErrorKind::Invalid);
        QVERIFY(outcomeOf(one.maintenance.windows(ownAsn))->isEmpty());
    }

    void whatNobodyHasToConfigureStaysAsItIs()
    {
        ApprovedSession one;
        Session session = one.session();
        session.connection = Connection::Established;
        session.establishedAt = one.desk.clock.now();
        session.configureBy = 0;
        one.desk.change(session, QStringLiteral("router"));
        QVERIFY(outcomeOf(one.maintenance.add(window(one.approvedAt + hour, one.approvedAt + 2 * hour), who)));
        QCOMPARE(one.deadline(), 0);
    }
};

QTEST_GUILESS_MAIN(TstMaintenance)
#include "tst_maintenance.moc"
