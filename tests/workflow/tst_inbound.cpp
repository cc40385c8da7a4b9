// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "workflow/deskfixture.h"
#include "workflow/inbound/inbound.h"

#include <QSignalSpy>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

class TstInbound : public QObject
{
    Q_OBJECT

    static InboundDecision decisionOn(const QList<Session> &sessions, Verdict verdict, const QString &reason = {},
                                      const QString &who = QStringLiteral("A. Peer"))
    {
        InboundDecision decision{verdict, {}, reason, who};
        for (const Session &session : sessions)
            decision.sessions.append({session.id, session.version});
        return decision;
    }

    static QStringList textsOf(const QList<Evidence> &evidence)
    {
        QStringList texts;
        for (const Evidence &one : evidence)
            texts.append(one.text);
        return texts;
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void everyRequestComesWithWhatSpeaksForAndAgainstIt()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        desk.asked({QStringLiteral("192.0.2.10")});
        desk.clock.advance(1h);
        const Request request = desk.asked({QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.11"),
                                            QStringLiteral("192.0.2.66"), QStringLiteral("198.51.100.1")});

        const auto all = outcomeOf(inbound.requests(ownAsn));
        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        const InboundRequest described = all->first(); // newest first
        QCOMPARE(described.id, request.id);
        QCOMPARE(described.undecidedCount(), 4);
        const QStringList texts = textsOf(described.evidence);
        QVERIFY(texts.contains(
            QStringLiteral("Signed in as M. Ops <noc@as64500.example>, may manage sessions of AS64500")));
        QVERIFY(
            texts.contains(QStringLiteral("Announces 300 IPv4 and an undisclosed number of IPv6 prefixes at most")));
        QVERIFY(texts.contains(QStringLiteral("Already reachable through the route server at Example-IX")));
        QVERIFY(texts.join(u' ').contains(u"1 earlier request"));
        QVERIFY(
            textsOf(described.sessions.first().evidence).contains(QStringLiteral("Policy: ask: unregistered-address")));
        // The first repeats what was asked an hour ago.
        QCOMPARE(worstOf(described.sessions.at(0).evidence), Evidence::Weight::Bad);
        QCOMPARE(worstOf(described.sessions.at(1).evidence), Evidence::Weight::Doubtful); // unregistered
        QCOMPARE(worstOf(described.sessions.at(2).evidence), Evidence::Weight::Bad);      // somebody else's
        QCOMPARE(worstOf(described.sessions.at(3).evidence), Evidence::Weight::Bad);      // not on the LAN
        QCOMPARE(described.worst(), Evidence::Weight::Bad);
    }

    void goodAddressesAreSaidToBeGood()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        const auto described = outcomeOf(inbound.request(request.id));
        QVERIFY(described);
        QCOMPARE(described->sessions.first().evidence.first().weight, Evidence::Weight::Good);
        QCOMPARE(described->sessions.first().evidence.first().text,
                 QStringLiteral("Both addresses are registered to the two networks at Example-IX"));
        QCOMPARE(described->worst(), Evidence::Weight::Neutral);
        QCOMPARE(outcomeOf(inbound.request(QStringLiteral("nothing"))).error().kind, ErrorKind::NotFound);
    }

    void anApprovalSaysWhoAndUntilWhenToConfigure()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.11")});
        desk.clock.advance(5min);
        const auto outcomes = outcomeOf(inbound.decideNow(decisionOn({request.sessions.first()}, Verdict::Approve)));
        QVERIFY(outcomes);
        QVERIFY(!outcomes->first().refusal);
        const Session session = desk.session(request.sessions.first().id);
        QCOMPARE(session.approval, Approval::Approved);
        QCOMPARE(session.decidedBy, QStringLiteral("A. Peer"));
        QCOMPARE(session.decidedAt, desk.clock.now());
        QCOMPARE(session.configureBy, desk.clock.now() + UtcMs(std::chrono::milliseconds(168h).count()));
        QCOMPARE(desk.session(request.sessions.last().id).approval, Approval::Pending);
    }

    void theTimeWindowIsTheOneThatWasConfiguredWhenTheRequestCame()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const auto configureBy = [&](std::chrono::milliseconds window) {
            Request request = desk.asked({QStringLiteral("192.0.2.10")});
            request.id = newUuid();
            request.timeWindow = window;
            request.sessions.first().id = newId(desk.clock.now());
            request.sessions.first().requestId = request.id;
            desk.store(request);
            (void)outcomeOf(inbound.decideNow(decisionOn(request.sessions, Verdict::Approve)));
            return desk.session(request.sessions.first().id).configureBy;
        };
        QCOMPARE(configureBy(24h), desk.clock.now() + UtcMs(std::chrono::milliseconds(24h).count()));
        QCOMPARE(configureBy(0h), 0); // for ever
    }

    void aRejectionNeedsAReason()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        const auto refused = outcomeOf(inbound.decideNow(decisionOn(request.sessions, Verdict::Reject)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        const auto outcomes = outcomeOf(
            inbound.decideNow(decisionOn(request.sessions, Verdict::Reject, QStringLiteral(" no capacity "))));
        QVERIFY(outcomes);
        QCOMPARE(desk.session(request.sessions.first().id).reason, QStringLiteral("no capacity"));
        const auto history = outcomeOf(inbound.history(request.id));
        QVERIFY(history);
        QCOMPARE(history->size(), 2); // asked, rejected
        QCOMPARE(history->last().who, QStringLiteral("A. Peer"));
        QCOMPARE(history->last().fromState, QStringLiteral("pending"));
        QCOMPARE(history->last().toState, QStringLiteral("rejected"));
        QCOMPARE(history->last().why, QStringLiteral("no capacity"));
    }

    void whatIsHeldCanStillBeDecided()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        QVERIFY(outcomeOf(inbound.decideNow(decisionOn(request.sessions, Verdict::Hold))));
        const Session held = desk.session(request.sessions.first().id);
        QCOMPARE(held.approval, Approval::Held);
        QCOMPARE(held.decidedAt, 0);
        QVERIFY(outcomeOf(inbound.decideNow(decisionOn({held}, Verdict::Approve))));
        QCOMPARE(desk.session(held.id).approval, Approval::Approved);
    }

    void theSecondToDecideIsToldWhoWasFirst()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.11")});
        QVERIFY(outcomeOf(inbound.decideNow(decisionOn({request.sessions.first()}, Verdict::Reject,
                                                       QStringLiteral("no"), QStringLiteral("B. First")))));
        const auto second = outcomeOf(inbound.decideNow(decisionOn(request.sessions, Verdict::Approve)));
        QVERIFY(second);
        QVERIFY(second->first().refusal);
        QCOMPARE(second->first().refusal->kind, ErrorKind::Conflict);
        QVERIFY2(second->first().refusal->detail.contains(u"B. First"), qPrintable(second->first().refusal->detail));
        QCOMPARE(desk.session(request.sessions.first().id).approval, Approval::Rejected);
        QCOMPARE(desk.session(request.sessions.last().id).approval, Approval::Approved); // the other one stands
    }

    void whatIsDecidedIsNotDecidedAgain()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        QVERIFY(outcomeOf(inbound.decideNow(decisionOn(request.sessions, Verdict::Approve))));
        const Session decided = desk.session(request.sessions.first().id);
        const auto again =
            outcomeOf(inbound.decideNow(decisionOn({decided}, Verdict::Reject, QStringLiteral("changed my mind"))));
        QVERIFY(again);
        QCOMPARE(again->first().refusal->kind, ErrorKind::Refused);
    }

    void aDecisionWaitsToBeTakenBack()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        QSignalSpy decided(&inbound, &Inbound::decided);
        const QString id = inbound.decide(decisionOn(request.sessions, Verdict::Approve));
        QCOMPARE(inbound.pending().size(), 1);
        QCOMPARE(inbound.pending().first().left, 10s);
        desk.clock.advance(3100ms);
        QTRY_COMPARE(inbound.pending().first().left, 7s);
        QVERIFY(inbound.undo(id));
        QVERIFY(inbound.pending().isEmpty());
        QVERIFY(!inbound.undo(id));
        desk.clock.advance(1min);
        const QString second = inbound.decide(decisionOn(request.sessions, Verdict::Hold));
        desk.clock.advance(10s);
        QTRY_COMPARE(decided.size(), 1);
        QCOMPARE(decided.first().first().toString(), second);
        QCOMPARE(desk.session(request.sessions.first().id).approval, Approval::Held);
    }

    void aNewDecisionTakesItsSessionsOutOfAnOldOne()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.11")});
        inbound.decide(decisionOn(request.sessions, Verdict::Approve));
        inbound.decide(decisionOn({request.sessions.first()}, Verdict::Reject, QStringLiteral("no")));
        QCOMPARE(inbound.pending().size(), 2);
        QSignalSpy decided(&inbound, &Inbound::decided);
        desk.clock.advance(10s);
        QTRY_COMPARE(decided.size(), 2);
        QCOMPARE(desk.session(request.sessions.first().id).approval, Approval::Rejected);
        QCOMPARE(desk.session(request.sessions.last().id).approval, Approval::Approved);
    }

    void theEndOfTheProgramLeavesItUndecided()
    {
        Desk desk;
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        {
            Inbound inbound(desk.database(), desk.clock, exampleWorld());
            inbound.decide(decisionOn(request.sessions, Verdict::Approve));
        }
        desk.clock.advance(1h);
        QCOMPARE(desk.session(request.sessions.first().id).approval, Approval::Pending);
    }

    void aDecisionThatCannotBeCarriedOutSaysSo()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const Request request = desk.asked({QStringLiteral("192.0.2.10")});
        inbound.setUndoTime(0ms);
        QSignalSpy failed(&inbound, &Inbound::failed);
        const QString id = inbound.decide(decisionOn(request.sessions, Verdict::Reject));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().toString(), id);
    }

    void newsOfOtherProgramsWakesThePage()
    {
        Desk desk;
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        QSignalSpy changed(&inbound, &Inbound::changed);
        auto daemon = Database::open(desk.database().address(), desk.clock);
        QVERIFY(daemon);
        const auto job = [envelope = (*daemon)->envelope()](QSqlDatabase &database) {
            Request request;
            request.id = newUuid();
            request.direction = Direction::Inbound;
            request.ownAsn = ownAsn;
            request.otherAsn = otherAsn;
            return RequestStore(database, envelope).insert(request, QStringLiteral("peerdeskd"));
        };
        QVERIFY((*daemon)->write(job).result());
        QTRY_VERIFY(!changed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstInbound)
#include "tst_inbound.moc"
