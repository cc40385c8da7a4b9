// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/keyedrig.h"

#include <QCoroFuture>
#include <QPromise>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

/// What the registry learns from issuers of keys, whatever becomes of them, and what follows for its objects.
class TstKeyFollowing : public QObject, KeyedRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void whatIsRevokedFallsAtTheNextLook()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24"), QStringLiteral("10.0.0.0/8")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        QVERIFY(create(routeText("10.0.0.0/8"), with(key)).ok());
        tick();
        QCOMPARE(seen().size(), 2);
        m_issuer->end(key.reference, KeyState::Revoked);
        m_clock.advance(60s);
        tick();
        QVERIFY(seen().isEmpty());
        m_clock.advance(1s);
        tick();
        QCOMPARE(kept(), 0);
        QCOMPARE(create(routeText("192.0.2.0/24"), with(key)).error().kind, ErrorKind::Denied);
    }

    void whileTheIssuerIsSilentObjectsStayUntilPatienceEnds()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 24h * 30);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        tick();
        m_issuer->setSilent(true);
        m_clock.advance(1h);
        tick();
        QVERIFY2(standing().failingSince > 0, "the alarm is at once");
        m_clock.advance(24h * 6);
        tick();
        QCOMPARE(seen().size(), 1);
        m_clock.advance(24h * 2);
        tick();
        QVERIFY(seen().isEmpty());
        m_clock.advance(24h * 10);
        tick();
        QVERIFY2(kept() == 1, "nothing is deleted for silence");
        m_issuer->setSilent(false);
        m_clock.advance(1h);
        tick();
        QCOMPARE(seen().size(), 1);
        QCOMPARE(standing().failingSince, 0);
    }

    void whatIsHiddenForSilenceEndsWithItsKey()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 24h * 20);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        fallSilent();
        QVERIFY(seen().isEmpty());
        QCOMPARE(kept(), 1);
        m_clock.advance(24h * 12);
        tick();
        QCOMPARE(kept(), 0);
    }

    void aKeyThatIsUsedAnewBringsBackAllThatWasHiddenForSilence()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24"), QStringLiteral("10.0.0.0/8")}, 24h * 30);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        fallSilent();
        QVERIFY(seen().isEmpty());
        m_issuer->setSilent(false);
        QVERIFY(create(routeText("10.0.0.0/8"), with(key)).ok());
        m_clock.advance(1s);
        tick();
        QCOMPARE(seen().size(), 2);
    }

    void anIssuerThatForgetsAKeyEndsNoObject()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 24h * 30);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        tick();
        m_issuer->setForgetful(true);
        m_clock.advance(24h);
        tick();
        QCOMPARE(seen().size(), 1);
        QCOMPARE(hungKey(key.reference).failures, 1);
        QCOMPARE(standing().failingSince, 0);
        m_clock.advance(24h * 7);
        tick();
        QVERIFY2(seen().isEmpty(), "nobody has confirmed the key for longer than the operator's patience");
        QCOMPARE(kept(), 1);
        m_issuer->setForgetful(false);
        m_clock.advance(1h);
        tick();
        QCOMPARE(seen().size(), 1);
    }

    void keysThatAreNotConfirmedAtHalfTheLifeOfTheirStatementsAreCounted()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 24h * 30);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        tick();
        const auto overdueAfter = [this](std::chrono::seconds time) {
            m_clock.advance(time);
            tick();
            return read([now = m_clock.now()](QSqlDatabase &db) { return HungKeyStore(db).countOverdue(now); })
                ->value(Registry::RipeTest);
        };
        QCOMPARE(overdueAfter(11h), 0);
        QCOMPARE(overdueAfter(2h), 0);
        m_issuer->setForgetful(true);
        QCOMPARE(overdueAfter(11h), 0);
        QCOMPARE(overdueAfter(2h), 1);
        m_issuer->setForgetful(false);
        QCOMPARE(overdueAfter(1h), 0);
        m_issuer->setSilent(true); // it is not even asked about keys
        QCOMPARE(overdueAfter(11h), 0);
        QCOMPARE(overdueAfter(2h), 1);
        QCOMPARE(overdueAfter(24h * 30), 0); // over is over
    }

    void anIssuerThatAsksToBeLeftAloneIs()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        m_issuer->setBusy(90s);
        tick();
        QCOMPARE(m_issuer->askedForStatus(), 1);
        m_clock.advance(89s);
        tick();
        QCOMPARE(m_issuer->askedForStatus(), 1);
        QCOMPARE(hungKey(key.reference).failures, 0);
        m_issuer->setBusy(0s);
        m_clock.advance(1s);
        tick();
        QCOMPARE(m_issuer->askedForStatus(), 2);
        QCOMPARE(standing().failingSince, 0);
    }

    void aSlowIssuerKeepsNobodyFromTheOthers()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        QPromise<void> answer;
        answer.start();
        IssuerCalls calls = m_issuer->calls();
        const auto quick = calls.news;
        calls.news = [&answer, quick](Registry registry, qint64 since) -> QCoro::Task<Result<IssuerNews>> {
            const auto answered = answer.future();
            if (registry == Registry::ArinTest)
                co_await answered;
            auto asking = quick(registry, since);
            co_return co_await asking;
        };
        HousekeepingRules rules;
        rules.registries = {Registry::ArinTest, Registry::RipeTest};
        KeyFollower follower(*m_database, m_clock, calls, rules, m_witness);
        auto first = follower.run();
        m_issuer->end(key.reference, KeyState::Revoked);
        m_clock.advance(60s);
        QTRY_VERIFY_WITH_TIMEOUT(outcomeOf(follower.run()).ok() && outcomeOf(m_keeper->tend()).ok() && seen().isEmpty(),
                                 30'000);
        answer.finish();
        QVERIFY(outcomeOf(std::move(first)).ok());
    }

    void whatIsToldDuringAQuestionIsAskedAboutAgain()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        IssuerCalls calls = m_issuer->calls();
        const auto ask = calls.status;
        calls.status = [this, ask](KeyReference reference, Serial known) -> QCoro::Task<Result<CheckedKey>> {
            auto asking = ask(reference, known);
            const auto told = co_await asking;
            auto noting =
                m_database->write([reference](QSqlDatabase &db) { return HungKeyStore(db).checkNow(reference); });
            (void)co_await noting;
            co_return told;
        };
        HousekeepingRules rules;
        rules.registries = {Registry::RipeTest};
        KeyFollower follower(*m_database, m_clock, calls, rules, m_witness);
        QVERIFY(outcomeOf(follower.run()).ok());
        QVERIFY(hungKey(key.reference).isUrgent());
    }

    void whatIsToldOfAKeyBeforeAnObjectHangsOnItIsNotMissed()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        IssuerCalls calls = m_issuer->calls();
        calls.verify = [this](BearerKey shown) -> QCoro::Task<Result<CheckedKey>> {
            auto verifying = m_issuer->calls().verify(shown);
            const auto verified = co_await verifying;
            m_issuer->end(shown.reference, KeyState::Revoked);
            auto following = m_follower->run();
            (void)co_await following;
            co_return verified;
        };
        RouteDesk slow(*m_database, m_clock, ours, ripeTest(), calls);
        QVERIFY(outcomeOf(slow.create(noc, routeText("192.0.2.0/24"), with(key))).ok());
        m_clock.advance(1s);
        tick();
        QVERIFY(seen().isEmpty());
    }

    void keysAreAskedAboutBeforeTheirStatementEnds()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        tick();
        const int before = m_issuer->askedForStatus();
        m_clock.advance(11h);
        tick();
        QCOMPARE(m_issuer->askedForStatus(), before);
        m_clock.advance(1h);
        tick();
        QCOMPARE(m_issuer->askedForStatus(), before + 1);
    }

    void aJournalThatDoesNotReachBackIsMadeUpForByAsking()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        m_issuer->end(key.reference, KeyState::Withdrawn);
        m_issuer->forgetJournal();
        tick();
        QVERIFY(seen().isEmpty());
    }

    void tooMuchAtOnceWaitsForAPerson()
    {
        const QList<BearerKey> keys = twentyObjects(24h * 30);
        tick();
        for (int i = 0; i < 15; ++i)
            m_issuer->end(keys.at(i).reference, KeyState::Revoked);
        m_clock.advance(60s);
        tick();
        QCOMPARE(seen().size(), 20);
        QCOMPARE(standing().heldObjects, 15);
        QVERIFY(standing().heldAt > 0);
        const UtcMs until = m_clock.now() + 60'000;
        QVERIFY(write([until](QSqlDatabase &db) {
                    return IssuerStandingStore(db).release(Registry::RipeTest, until);
                }).ok());
        tick();
        QCOMPARE(seen().size(), 5);
        tick();
        QCOMPARE(standing().heldObjects, 0);
        const auto again =
            write([until](QSqlDatabase &db) { return IssuerStandingStore(db).release(Registry::RipeTest, until); });
        QVERIFY2(!*again, "nothing is held any more");
    }

    void whatIsHeldEndsWithItsKeyAndStaysWhereItsIssuerCorrectsItself()
    {
        const QList<BearerKey> keys = twentyObjects(2h);
        tick();
        for (int i = 0; i < 15; ++i)
            m_issuer->end(keys.at(i).reference, KeyState::Revoked);
        m_clock.advance(60s);
        tick();
        QCOMPARE(standing().heldObjects, 15);
        for (int i = 0; i < 3; ++i)
            m_issuer->end(keys.at(i).reference, KeyState::Issued);
        m_issuer->forgetJournal();
        m_clock.advance(60s);
        tick();
        QCOMPARE(standing().heldObjects, 12);
        QCOMPARE(seen().size(), 20);
        m_clock.advance(2h);
        tick();
        QVERIFY(seen().isEmpty());
        tick();
        QCOMPARE(standing().heldObjects, 0);
    }

    void whatFallsBitByBitIsTooMuchAsWell()
    {
        HousekeepingRules rules;
        rules.fewObjects = 1;
        open(rules);
        const QList<BearerKey> keys = twentyObjects(24h * 30);
        tick();
        const auto revokeThree = [&](int from) {
            for (int i = from; i < from + 3; ++i)
                m_issuer->end(keys.at(i).reference, KeyState::Revoked);
            m_clock.advance(60s);
            tick();
        };
        revokeThree(0);
        QCOMPARE(seen().size(), 17);
        revokeThree(3);
        QCOMPARE(seen().size(), 17);
        QCOMPARE(standing().heldObjects, 3);
        m_clock.advance(1h);
        tick();
        QCOMPARE(seen().size(), 14);
    }

    void whatTheIssuerEndsEarlyIsTakenBack()
    {
        const QList<BearerKey> keys = twentyObjects(24h * 30);
        tick();
        for (int i = 0; i < 15; ++i)
            m_issuer->renew(keys.at(i).reference, i < 8 ? -1h : 1h); // some at once, some soon
        m_clock.advance(60s);
        tick();
        QCOMPARE(seen().size(), 12); // eight are few
        QCOMPARE(hungKey(keys.at(14).reference).standing, HungKey::Standing::Valid);
        m_clock.advance(50min);
        tick();
        QCOMPARE(seen().size(), 12);
        m_clock.advance(10min);
        tick();
        tick();
        QCOMPARE(standing().heldObjects, 0); // an hour after the first
        QCOMPARE(seen().size(), 5);
    }

    void whatTheIssuerEndsEarlyWaitsForAPersonWhereItIsTooMuch()
    {
        const QList<BearerKey> keys = twentyObjects(24h * 30);
        tick();
        for (int i = 0; i < 15; ++i)
            m_issuer->renew(keys.at(i).reference, i < 8 ? 59min : 1h);
        m_clock.advance(60s);
        tick();
        QCOMPARE(seen().size(), 20);
        m_clock.advance(1h);
        for (int look = 0; look < 6; ++look)
            tick();
        QCOMPARE(seen().size(), 12); // four by four, and ten are few
        QCOMPARE(standing().heldObjects, 7);
        for (int i = 0; i < 15; ++i)
            m_issuer->renew(keys.at(i).reference, 24h * 30);
        m_clock.advance(60s);
        tick();
        tick();
        QCOMPARE(standing().heldObjects, 0);
        QCOMPARE(seen().size(), 12);
    }

    void aClockThatRanAheadKeepsNobodyFromAsking()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        tick();
        ManualClock ahead;
        ahead.set(m_clock.now());
        ahead.advance(30h);
        HousekeepingRules rules;
        rules.registries = {Registry::RipeTest};
        ClockWitness ofOther;
        KeyFollower other(*m_database, ahead, m_issuer->calls(), rules, ofOther);
        m_issuer->setForgetful(true); // so it asks again after a while by its clock
        QVERIFY(outcomeOf(other.run()).ok());
        m_issuer->setForgetful(false);
        QVERIFY(standing().nextPollAt > m_clock.now() + 24 * 60 * 60 * 1000);
        QVERIFY(hungKey(key.reference).nextCheckAt > m_clock.now() + 24 * 60 * 60 * 1000);
        tick();
        QCOMPARE(hungKey(key.reference).failures, 0);
        QVERIFY(standing().nextPollAt <= m_clock.now() + 60'000);
        m_issuer->end(key.reference, KeyState::Revoked);
        m_clock.advance(60s);
        tick();
        QVERIFY(seen().isEmpty());
    }

    void aDaemonWhoseClockIsWrongEndsNothing()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 12h);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        tick();
        HousekeepingRules rules;
        rules.registries = {Registry::RipeTest};
        ManualClock ahead;
        ahead.set(m_clock.now());
        ahead.advance(24h);
        ClockWitness ofOther;
        KeyFollower follower(*m_database, ahead, m_issuer->calls(), rules, ofOther);
        ObjectKeeper keeper(*m_database, ahead, ours, rules, ofOther);
        QVERIFY(outcomeOf(follower.run()).ok());
        QVERIFY(outcomeOf(keeper.tend()).ok());
        QCOMPARE(seen().size(), 1);
        QCOMPARE(hungKey(key.reference).standing, HungKey::Standing::Valid);
        QCOMPARE(ofOther.deviation(), 24 * 60 * 60 * 1000);
        tick(); // the other daemon goes on
        m_clock.advance(12h);
        tick();
        QVERIFY(seen().isEmpty());
        ahead.set(m_clock.now());
        m_clock.advance(60s);
        ahead.set(m_clock.now());
        QVERIFY(outcomeOf(follower.run()).ok());
        QVERIFY2(!ofOther.isDoubtful(), "its clock was put right");
    }

    void whoseClockCountsIsSaidByWhoElseTellsATime()
    {
        constexpr UtcMs now = 1'800'000'000'000;
        ClockWitness witness;
        QVERIFY2(!witness.isDoubtful(), "nobody tells a time");
        witness.hearIssuer(Registry::RipeTest, now + 60'000, now);
        QVERIFY(!witness.isDoubtful());
        witness.hearIssuer(Registry::RipeTest, now + 61'000, now);
        QCOMPARE(witness.deviation(), -61'000);
        witness.hearIssuer(Registry::ArinTest, now, now);
        QVERIFY2(!witness.isDoubtful(), "one issuer is wrong by itself");
        witness.hearDatabase(now - 61'000, now);
        QCOMPARE(witness.deviation(), 61'000);
    }

    void severalDaemonsShareTheWork()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        HousekeepingRules rules;
        rules.registries = {Registry::RipeTest};
        KeyFollower second(*m_database, m_clock, m_issuer->calls(), rules, m_witness);
        tick();
        const int before = m_issuer->askedForStatus();
        m_clock.advance(12h);
        auto one = m_follower->run();
        auto other = second.run();
        QVERIFY(outcomeOf(std::move(one)).ok());
        QVERIFY(outcomeOf(std::move(other)).ok());
        QCOMPARE(m_issuer->askedForStatus(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TstKeyFollowing)
#include "tst_keyfollowing.moc"
