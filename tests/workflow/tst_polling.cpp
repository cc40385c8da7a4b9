// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/requeststore.h"
#include "support/patience.h"
#include "workflow/requestdesk.h"
#include "workflow/requests/offerreview.h"

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

QJsonObject theirSession(int host, const char *id, const char *status)
{
    return {{QStringLiteral("local_asn"), 64496},
            {QStringLiteral("local_ip"), RequestDesk::ownAddress(host)},
            {QStringLiteral("peer_asn"), 64500},
            {QStringLiteral("peer_ip"), RequestDesk::otherAddress(host)},
            {QStringLiteral("location"), QStringLiteral("pdb:ix:42")},
            {QStringLiteral("status"), QString::fromLatin1(status)},
            {QStringLiteral("session_id"), QString::fromLatin1(id)}};
}

} // namespace

class TstPolling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void statusesFollowTheOtherSideWithTimesAndNotices()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        for (const char *status : {"Approved", "Down", "Established", "Unestablished"}) {
            desk.clock.advance(2min);
            desk.endpoint.setStatus(0, QString::fromLatin1(status));
            desk.work();
        }
        const Session session = desk.now(request).sessions.first();
        QCOMPARE(session.status(), Status::Unestablished);
        QCOMPARE(session.decidedAt, request.createdAt + 120'000);
        QCOMPARE(session.establishedAt, request.createdAt + 360'000);
        QCOMPARE(session.decidedBy, QStringLiteral("AS64500"));
        QStringList states;
        const auto history = outcomeOf(desk.requests->history(request.id));
        for (const AuditEntry &entry : *history)
            states.append(entry.toState);
        QCOMPARE(states, (QStringList{QStringLiteral("sending"), QStringLiteral("pending"), QStringLiteral("approved"),
                                      QStringLiteral("established"), QStringLiteral("unestablished")}));
        QCOMPARE(desk.notices(),
                 (QList{Notice::Kind::Approved, Notice::Kind::Established, Notice::Kind::Unestablished}));
    }

    void theRateWidensWhileNothingChangesAndStartsAfresh()
    {
        RequestDesk desk;
        desk.sent(1);
        QList<UtcMs> intervals;
        for (int i = 0; i < 4; ++i) {
            desk.clock.set(desk.known().nextPollAt);
            desk.work();
            intervals.append(desk.known().pollInterval);
        }
        QCOMPARE(intervals, (QList<UtcMs>{90'000, 135'000, 202'500, 303'750}));
        desk.endpoint.setStatus(0, QStringLiteral("Approved"));
        desk.clock.set(desk.known().nextPollAt);
        desk.work();
        QCOMPARE(desk.known().pollInterval, 60'000);
    }

    void anEndpointWithoutATokenHereIsLeftToThoseThatHoldOne()
    {
        RequestDesk desk;
        desk.sent(1);
        const TokenSource ours = desk.tokens;
        const auto workWithout = [&desk](ErrorKind why) {
            desk.tokens = [why](QUrl) -> QCoro::Task<Result<Secret>> { co_return Error(why); };
            desk.requests = desk.makeRequests();
            desk.work();
        };
        desk.clock.set(desk.known().nextPollAt);
        const NetworkEndpoint before = desk.known();
        const int asked = desk.endpoint.asked("GET");
        workWithout(ErrorKind::Unauthenticated);
        workWithout(ErrorKind::NotFound);
        QCOMPARE(desk.known().nextPollAt, before.nextPollAt);
        QCOMPARE(desk.known().failures, 0);

        desk.tokens = ours;
        desk.requests = desk.makeRequests();
        desk.work();
        QCOMPARE(desk.endpoint.asked("GET"), asked + 1);

        // Nobody came: whoever could sign in is told, a daemon without a credential still says nothing. It stays due.
        const UtcMs due = desk.known().nextPollAt;
        desk.clock.set(due + desk.pace.hold.count());
        workWithout(ErrorKind::NotFound);
        QVERIFY(desk.known().lastError.isEmpty());
        workWithout(ErrorKind::Unauthenticated);
        QVERIFY(!desk.known().lastError.isEmpty());
        QVERIFY(!desk.poll()); // nor if a person wants it now
        QCOMPARE(desk.known().nextPollAt, due);
        QCOMPARE(desk.known().failures, 0);
        desk.tokens = ours;
        desk.requests = desk.makeRequests();
        desk.work();
        QCOMPARE(desk.endpoint.asked("GET"), asked + 2);
        QVERIFY(desk.known().lastError.isEmpty());
    }

    void whatTheyAskedOfUsIsNotTakenInAsOurs()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        QJsonObject theirs = theirSession(5, "theirs", "Pending");
        theirs[QStringLiteral("request_id")] = request.id;
        desk.endpoint.add(theirs);
        Request inbound;
        inbound.id = newUuid();
        inbound.direction = Direction::Inbound;
        inbound.ownAsn = own;
        inbound.otherAsn = request.otherAsn;
        inbound.createdAt = desk.clock.now();
        Session session = request.sessions.first();
        session.id = newId(desk.clock.now());
        session.requestId = inbound.id;
        session.remoteId.clear();
        session.approval = Approval::Offered;
        session.offered = true;
        session.proposal.initiatorAddress = *IpAddress::parse(theirs[QStringLiteral("local_ip")].toString());
        session.proposal.receiverAddress = *IpAddress::parse(theirs[QStringLiteral("peer_ip")].toString());
        session.proposal = session.proposal.turned();
        inbound.sessions = {session};
        auto storing = desk.database->write([inbound, envelope = desk.database->envelope()](QSqlDatabase &database) {
            return RequestStore(database, envelope).insert(inbound, inbound.otherAsn.toString());
        });
        QVERIFY(storing.result());
        QVERIFY(desk.poll());
        QCOMPARE(desk.now(request).sessions.size(), 1);
    }

    void ofSeveralProgramsThatHoldATokenOneAsks()
    {
        RequestDesk desk;
        desk.sent(1);
        auto opened = Database::open(desk.database->address(), desk.clock);
        QVERIFY(opened.ok());
        Requests others(**opened, desk.client, desk.clock, desk.places.places(), desk.tokens, desk.pace);
        for (int round = 0; round < 5; ++round) {
            desk.clock.set(desk.known().nextPollAt);
            const int asked = desk.endpoint.asked("GET");
            int ended = 0;
            for (Requests *program : {desk.requests.get(), &others})
                program->workOnWhatIsDue().then([&ended] { ++ended; });
            QVERIFY(QTest::qWaitFor([&ended] { return ended == 2; }, 30'000));
            QCOMPARE(desk.endpoint.asked("GET"), asked + 1);
        }
    }

    void theRateSurvivesARestart()
    {
        RequestDesk desk;
        desk.sent(1);
        desk.clock.set(desk.known().nextPollAt);
        desk.work();
        desk.requests = desk.makeRequests();
        const int before = desk.endpoint.asked("GET");
        desk.work();
        QCOMPARE(desk.endpoint.asked("GET"), before);
        desk.clock.set(desk.known().nextPollAt);
        desk.work();
        QCOMPARE(desk.endpoint.asked("GET"), before + 1);
        QCOMPARE(desk.known().pollInterval, 135'000);
    }

    void pollingGoesOnAfterEstablishedSoThatDepeeringIsSeen()
    {
        RequestDesk desk;
        desk.endpoint.decide = [](const QJsonObject &) { return QStringLiteral("Established"); };
        const Request request = desk.sent(1);
        for (int i = 0; i < 30; ++i) {
            desk.clock.set(desk.known().nextPollAt);
            desk.work();
        }
        QCOMPARE(desk.known().pollInterval, desk.pace.longestQuietPoll.count());
        desk.endpoint.remove(0);
        desk.clock.set(desk.known().nextPollAt);
        desk.work();
        const Session session = desk.now(request).sessions.first();
        QCOMPARE(session.status(), Status::Withdrawn);
        QCOMPARE(session.decidedBy, QStringLiteral("AS64500"));
        QCOMPARE(desk.notices(), (QList{Notice::Kind::Established, Notice::Kind::Unestablished}));
        const int asked = desk.endpoint.asked("GET");
        desk.clock.advance(100h);
        desk.work();
        QCOMPARE(desk.endpoint.asked("GET"), asked); // nothing left to ask about
    }

    void aSessionThatFallsIsNewsAndThatItIsStillDownIsNot()
    {
        RequestDesk desk;
        desk.sent(1);
        for (const char *status : {"Established", "Down", "Down", "Established"}) {
            desk.clock.advance(2min);
            desk.endpoint.setStatus(0, QString::fromLatin1(status));
            desk.work();
        }
        QCOMPARE(desk.notices(),
                 (QList{Notice::Kind::Established, Notice::Kind::Unestablished, Notice::Kind::Established}));
    }

    void aListCutShortTakesNothingDown()
    {
        RequestDesk desk;
        const Request request = desk.sent(2);
        desk.endpoint.listsNothing = true;
        QVERIFY(desk.poll());
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::Pending}));
    }

    void aFailingEndpointIsAskedLessOftenAndSaysWhy()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        QList<UtcMs> waits;
        for (int i = 0; i < 3; ++i) {
            desk.endpoint.fail("GET", {503, "{}", false, {}});
            desk.clock.set(desk.known().nextPollAt);
            desk.work();
            waits.append(desk.known().nextPollAt - desk.clock.now());
        }
        QCOMPARE(waits, (QList<UtcMs>{60'000, 120'000, 240'000}));
        QCOMPARE(desk.known().failures, 3);
        QVERIFY(desk.known().lastError.contains(QStringLiteral("AS64500")));
        desk.endpoint.fail("GET", {429, "{}", false, "7200"});
        desk.clock.set(desk.known().nextPollAt);
        desk.work();
        QCOMPARE(desk.known().nextPollAt - desk.clock.now(), 7'200'000);
        desk.clock.set(desk.known().nextPollAt);
        desk.work();
        QCOMPARE(desk.known().failures, 0);
        QVERIFY(desk.known().lastError.isEmpty());
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
    }

    void whatNobodyHereAskedForComesInOnceAndAsAnOffer()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        QJsonObject named = theirSession(5, "known-request", "Approved");
        named[QStringLiteral("request_id")] = request.id;
        desk.endpoint.add(named);
        desk.endpoint.add(theirSession(6, "strange", "Established"));
        desk.endpoint.add(theirSession(7, "offer", "Offered"));
        desk.endpoint.add(theirSession(8, "over", "Rejected"));
        QVERIFY(desk.poll());
        QVERIFY(desk.poll());
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::Offered}));
        QCOMPARE(desk.all().size(), 4);
        const auto counts = outcomeOf(desk.requests->counts(own));
        QCOMPARE(*counts, (QMap<Status, int>{{Status::Pending, 1}, {Status::Offered, 3}}));
        QCOMPARE(desk.notices(), QList{Notice::Kind::NeedsAnswer});

        // Somebody here accepts it: from then on the other side's word about it counts.
        const Session strange = desk.at(6);
        QCOMPARE(strange.bgpState, QStringLiteral("Established"));
        QCOMPARE(strange.connection, Connection::NotConfigured);
        QVERIFY(outcomeOf(desk.requests->acceptOffers({strange.id}, person)));
        QVERIFY(desk.poll());
        QCOMPARE(desk.at(6).status(), Status::Established);
        QCOMPARE(desk.at(6).decidedBy, person);
        QVERIFY(desk.at(6).isAgreedHere());
    }

    void anOfferStaysOneWhateverAPollSays_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<Status>("status");
        for (const char *word : {"Approved", "Pending", "Down", "Established", "Marinating"})
            QTest::newRow(word) << QString::fromLatin1(word) << Status::Offered;
        QTest::newRow("Rejected") << QStringLiteral("Rejected") << Status::Rejected;
        QTest::newRow("Unestablished") << QStringLiteral("Unestablished") << Status::Withdrawn;
    }
    void anOfferStaysOneWhateverAPollSays()
    {
        QFETCH(QString, word);
        RequestDesk desk;
        desk.sent(1);
        desk.endpoint.add(theirSession(7, "offer", "Offered"));
        QVERIFY(desk.poll());
        desk.endpoint.setStatus(1, word);
        QVERIFY(desk.poll());
        QTEST(desk.at(7).status(), "status");
        QVERIFY(!desk.at(7).isAgreedHere());
        QVERIFY(!desk.notices().contains(Notice::Kind::Approved));
    }

    void whatCannotBeIsNotTakenIn_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::newRow("not on the exchange's LAN") << QStringLiteral("203.0.113.1") << QStringLiteral("10.0.0.1");
        QTest::newRow("somebody else's address") << RequestDesk::otherAddress(1) << QStringLiteral("192.0.2.250");
        QTest::newRow("what was asked for already") << RequestDesk::ownAddress(0) << RequestDesk::otherAddress(0);
    }
    void whatCannotBeIsNotTakenIn()
    {
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        RequestDesk desk;
        desk.sent(1);
        QJsonObject session = theirSession(5, "strange", "Established");
        session[QStringLiteral("local_ip")] = ours;
        session[QStringLiteral("peer_ip")] = theirs;
        desk.endpoint.add(session);
        QVERIFY(desk.poll());
        QCOMPARE(desk.all().size(), 1);
        QVERIFY(desk.notices().isEmpty());
    }

    void moreForARequestThatHadItsOffersIsForAPerson()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        QJsonObject round = theirSession(5, "first", "Offered");
        round[QStringLiteral("request_id")] = request.id;
        desk.endpoint.add(round);
        QVERIFY(desk.poll());
        QCOMPARE(desk.notices(), QList{Notice::Kind::NeedsAnswer});
        QJsonObject more = theirSession(6, "second", "Offered");
        more[QStringLiteral("request_id")] = request.id;
        desk.endpoint.add(more);
        for (int i = 0; i < 3; ++i)
            QVERIFY(desk.poll());
        QCOMPARE(desk.now(request).sessions.size(), 2);
        QVERIFY(desk.now(request).lastError.contains(QStringLiteral("AS64500")));
        QCOMPARE(desk.notices(), (QList{Notice::Kind::NeedsAnswer, Notice::Kind::NeedsAnswer}));
    }

    void noMoreOffersWaitThanAPersonCanRead()
    {
        RequestDesk desk;
        desk.sent(1);
        const qsizetype listed = offersTakenAtMost + 50;
        for (int i = 0; i < listed; ++i) {
            QJsonObject one = theirSession(5, qPrintable(QStringLiteral("s-%1").arg(i)), "Offered");
            one[QStringLiteral("location")] = QStringLiteral("pdb:ix:77"); // that nobody knows
            one[QStringLiteral("local_ip")] = QStringLiteral("198.51.%1.1").arg(i % 250);
            one[QStringLiteral("peer_ip")] = QStringLiteral("198.51.%1.%2").arg(i % 250).arg(2 + i / 250);
            desk.endpoint.add(one);
        }
        QVERIFY(desk.poll());
        QVERIFY(desk.poll());
        QCOMPARE(outcomeOf(desk.requests->counts(own))->value(Status::Offered), offersTakenAtMost);
        QCOMPARE(desk.notices(), QList{Notice::Kind::NeedsAnswer});
    }

    void anUnknownStatusWordIsKeptAndChangesNothing()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        desk.endpoint.setStatus(0, QStringLiteral("Marinating"));
        QVERIFY(desk.poll());
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
        QCOMPARE(desk.now(request).sessions.first().bgpState, QStringLiteral("Marinating"));
    }

    void whatAPersonMarkedIsNotUndoneBySilence()
    {
        RequestDesk desk;
        desk.endpoint.decide = [](const QJsonObject &) { return QStringLiteral("Approved"); };
        const Request request = desk.sent(2);
        const QString first = request.sessions.first().id;
        const QString last = request.sessions.last().id;
        QVERIFY(outcomeOf(desk.bringUp->markConfigured({first, last}, person)));
        QVERIFY(outcomeOf(desk.bringUp->markEstablished({last}, person)));
        QVERIFY(desk.poll());
        QCOMPARE(desk.statuses(request), (QList{Status::Down, Status::Established}));
        QVERIFY(desk.now(request).sessions.first().configuredAt != 0);
    }

    void onlyApprovedSessionsCanBeMarked()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        const auto refused = outcomeOf(desk.bringUp->markConfigured({request.sessions.first().id}, person));
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
    }

    void ofTwoProgramsOneAsks()
    {
        RequestDesk desk;
        desk.sent(1);
        const auto second = desk.makeRequests();
        const int before = desk.endpoint.asked("GET");
        desk.clock.set(desk.known().nextPollAt);
        bool done = false;
        second->workOnWhatIsDue().then([&done] { done = true; });
        desk.work();
        QTRY_VERIFY(done);
        QCOMPARE(desk.endpoint.asked("GET"), before + 1);
    }

    void aWithdrawnSessionStaysWithdrawnWhileTheirListLags()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        const QJsonObject before = desk.endpoint.sessions().first();
        QVERIFY(outcomeOf(desk.requests->withdraw({request.sessions.first().id}, person, {})));
        desk.endpoint.add(before);
        QVERIFY(desk.poll());
        QCOMPARE(desk.statuses(request), QList{Status::Withdrawn});
    }
};

QTEST_GUILESS_MAIN(TstPolling)
#include "tst_polling.moc"
