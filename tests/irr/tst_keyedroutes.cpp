// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/dumpreview.h"
#include "irr/hungkeystore.h"
#include "irr/issuerstandingstore.h"
#include "irr/keyfollower.h"
#include "irr/objectkeeper.h"
#include "irr/playedissuer.h"
#include "irr/routedesk.h"
#include "irr/routestore.h"
#include "storage/database.h"
#include "storage/mailstore.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QBuffer>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QString ours = QStringLiteral("OURS");
const Author noc{QStringLiteral("AS64500"), {Asn(64500)}};
const Author stranger{QStringLiteral("AS64501"), {Asn(64501)}};

RpslObject routeText(const char *prefix, const char *origin = "AS64500", const char *maintainer = "MAINT-AS64500")
{
    const QByteArray name = QByteArray(prefix).contains(':') ? "route6: " : "route: ";
    return *RpslObject::parse(name + prefix + "\norigin: " + origin + "\nmnt-by: " + maintainer + "\nsource: OURS\n");
}

Proof with(const BearerKey &key)
{
    Proof proof;
    proof.key = key.toText();
    return proof;
}

Trust ripeTest(Trust::Unvouched unvouched = Trust::Unvouched::Locked)
{
    const auto space = delegatedSpace("2|ripencc|20261123|2|||+0000\n"
                                      "ripencc|*|ipv4|*|2|summary\n"
                                      "ripencc|NL|ipv4|192.0.2.0|256|19930901|allocated|x\n"
                                      "ripencc|NL|ipv4|10.0.0.0|16777216|19930901|assigned\n"
                                      "ripencc|NL|ipv4|198.51.100.0|256||available|\n"
                                      "ripencc|NL|asn|64500|1|19930901|allocated\n"
                                      "ripencc|NL|ipv6|2001:db8::|32|19990826|allocated\n");
    return Trust({{Registry::RipeTest, *space}}, unvouched);
}

} // namespace

/// Route objects and the keys that they hang on, from the first to the last day.
class TstKeyedRoutes : public QObject
{
    Q_OBJECT

    template<class F> auto read(F job) { return m_database->read(job).result(); }
    template<class F> auto write(F job) { return m_database->write(job).result(); }

    Result<RouteObject> create(const RpslObject &object, const Proof &proof, const Author &author = noc)
    {
        return outcomeOf(m_desk->create(author, object, proof));
    }
    /// What the daemon does every second.
    void tick()
    {
        QVERIFY(outcomeOf(m_follower->run()).ok());
        QVERIFY(outcomeOf(m_keeper->tend()).ok());
    }
    QStringList seen()
    {
        return *read([](QSqlDatabase &db) { return RouteStore(db).prefixes({Asn(64500)}, Family::None, 1000); });
    }
    qsizetype kept() { return outcomeOf(m_desk->routes(noc, {}, 1000))->size(); }
    IssuerStanding standing()
    {
        return *write([](QSqlDatabase &db) { return IssuerStandingStore(db).standing(Registry::RipeTest); });
    }
    void open(const HousekeepingRules &rules, Trust::Unvouched unvouched = Trust::Unvouched::Locked)
    {
        HousekeepingRules complete = rules;
        complete.registries = {Registry::RipeTest};
        m_desk = std::make_unique<RouteDesk>(*m_database, m_clock, ours, ripeTest(unvouched), m_issuer->calls());
        m_follower = std::make_unique<KeyFollower>(*m_database, m_clock, ours, m_issuer->calls(), complete);
        m_keeper = std::make_unique<ObjectKeeper>(*m_database, m_clock, ours, complete);
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(ManualClock().now());
        m_database = std::move(*Database::open(newDatabase(*m_folder), m_clock));
        m_issuer = std::make_unique<PlayedIssuer>(m_clock);
        open({});
        for (const std::uint32_t asn : {64500U, 64501U}) {
            const Maintainer one{QStringLiteral("MAINT-AS%1").arg(asn), Asn(asn), {}, m_clock.now()};
            QVERIFY(write([one](QSqlDatabase &db) { return MaintainerStore(db).put(one); }).ok());
        }
    }
    void cleanup()
    {
        m_follower.reset();
        m_keeper.reset();
        m_desk.reset();
        m_database.reset();
    }

    void aRouteHangsOnTheKeyThatCoversIt()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        const auto route = create(routeText("192.0.2.0/24"), with(key));
        QVERIFY2(route.ok(), "created");
        QCOMPARE(route->keyRef, key.reference.toString());
        QVERIFY(route->toText(ours).contains(QStringLiteral("remarks:        rak ") + key.reference.toString()));
        QCOMPARE(seen(), QStringList(QStringLiteral("192.0.2.0/24")));
        QCOMPARE(create(routeText("192.0.2.0/24"), with(key)).error().kind, ErrorKind::Conflict);
    }

    void aKeyThatDoesNotCoverItIsRefused()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QCOMPARE(create(routeText("192.0.2.0/25"), with(key)).error().kind, ErrorKind::Denied);
        QCOMPARE(create(routeText("10.0.0.0/8"), with(key)).error().kind, ErrorKind::Denied);
        QCOMPARE(create(routeText("192.0.2.0/24", "AS64501"), with(key)).error().kind, ErrorKind::Denied);
        QCOMPARE(create(routeText("192.0.2.0/24"), {}).error().kind, ErrorKind::Denied);
        Proof mistyped;
        mistyped.key = Secret(QByteArrayLiteral("80K-12345"));
        QCOMPARE(create(routeText("192.0.2.0/24"), mistyped).error().kind, ErrorKind::Invalid);
        QCOMPARE(create(routeText("192.0.2.0/24"), with(BearerKey::generate(Registry::ArinTest))).error().kind,
                 ErrorKind::Denied);
        m_issuer->end(key.reference, KeyState::Revoked);
        QCOMPARE(create(routeText("192.0.2.0/24"), with(key)).error().kind, ErrorKind::Denied);
        QVERIFY(seen().isEmpty());
    }

    void spaceThatNobodyVouchesForHasItsOwnRule()
    {
        QCOMPARE(create(routeText("203.0.113.0/24"), {}).error().kind, ErrorKind::Denied);
        open({}, Trust::Unvouched::Accepted);
        const auto route = create(routeText("203.0.113.0/24"), {});
        QVERIFY2(route.ok(), "accepted without a key");
        QVERIFY(route->keyRef.isEmpty());
        QVERIFY2(create(routeText("198.51.100.0/24"), {}).ok(), "what is available is nobody's");
        QCOMPARE(create(routeText("192.0.2.0/23"), {}).error().kind, ErrorKind::Denied);
        QCOMPARE(create(routeText("192.0.2.0/24"), {}).error().kind, ErrorKind::Denied);
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QCOMPARE(create(routeText("203.0.113.0/25"), with(key)).error().kind, ErrorKind::Denied);
    }

    void nobodyChangesAnothersObjects()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QCOMPARE(create(routeText("192.0.2.0/24"), with(key), stranger).error().kind, ErrorKind::Denied);
        QCOMPARE(create(routeText("192.0.2.0/24", "AS64500", "MAINT-NOBODY"), with(key)).error().kind,
                 ErrorKind::Denied);
        const auto route = create(routeText("192.0.2.0/24"), with(key));
        QVERIFY(route.ok());
        QCOMPARE(outcomeOf(m_desk->remove(stranger, route->id, {})).error().kind, ErrorKind::Denied);
        const RpslObject theirs = routeText("192.0.2.0/24", "AS64500", "MAINT-AS64501");
        QCOMPARE(outcomeOf(m_desk->change(stranger, route->id, theirs, {})).error().kind, ErrorKind::Denied);
        QCOMPARE(outcomeOf(m_desk->change(noc, route->id, theirs, {})).error().kind, ErrorKind::Denied);
        QVERIFY(outcomeOf(m_desk->routes(stranger, {}, 10))->isEmpty());
        QVERIFY(outcomeOf(m_desk->remove(noc, route->id, {})).ok());
        QVERIFY(seen().isEmpty());
    }

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

    void whatExpiresFallsToTheSecond()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 1h);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        m_issuer->setSilent(true); // nobody has to be asked
        m_clock.advance(1h - 1s);
        tick();
        QCOMPARE(seen().size(), 1);
        m_clock.advance(1s);
        tick();
        QVERIFY(seen().isEmpty());
    }

    void whatIsRenewedStays()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 1h);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        m_clock.advance(30min);
        m_issuer->renew(key.reference, 48h);
        tick();
        m_clock.advance(1h);
        tick();
        QCOMPARE(seen().size(), 1);
    }

    void aStatementAloneIsGoodForAsLongAsItLasts()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        Proof statement;
        statement.statement = key.reference.toString().toLatin1();
        QVERIFY(create(routeText("192.0.2.0/24"), statement).ok());
        m_clock.advance(23h);
        tick();
        QCOMPARE(seen().size(), 1);
        m_clock.advance(1h);
        tick();
        QVERIFY(seen().isEmpty());
    }

    void duringTheGraceAnObjectCanBeGivenANewKey()
    {
        HousekeepingRules rules;
        rules.grace = 24h;
        open(rules);
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 1h);
        const auto route = create(routeText("192.0.2.0/24"), with(key));
        QVERIFY(route.ok());
        m_clock.advance(2h);
        tick();
        QVERIFY(seen().isEmpty());
        QCOMPARE(kept(), 1);
        QCOMPARE(outcomeOf(m_desk->change(noc, route->id, routeText("192.0.2.0/24"), {})).error().kind,
                 ErrorKind::Denied);
        const BearerKey fresh = m_issuer->issue({QStringLiteral("192.0.2.0/24")}, 1h);
        QVERIFY(outcomeOf(m_desk->change(noc, route->id, routeText("192.0.2.0/24"), with(fresh))).ok());
        QCOMPARE(seen().size(), 1);
        m_clock.advance(2h);
        tick();
        m_clock.advance(24h);
        tick();
        QCOMPARE(kept(), 0);
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
        QList<BearerKey> keys;
        for (int i = 0; i < 20; ++i) {
            const QByteArray prefix = "10." + QByteArray::number(i) + ".0.0/16";
            keys.append(m_issuer->issue({QString::fromLatin1(prefix)}));
            QVERIFY(create(routeText(prefix.constData()), with(keys.last())).ok());
        }
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
    }

    void severalDaemonsShareTheWork()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        HousekeepingRules rules;
        rules.registries = {Registry::RipeTest};
        KeyFollower second(*m_database, m_clock, ours, m_issuer->calls(), rules);
        tick();
        const int before = m_issuer->askedForStatus();
        m_clock.advance(12h);
        auto one = m_follower->run();
        auto other = second.run();
        QVERIFY(outcomeOf(std::move(one)).ok());
        QVERIFY(outcomeOf(std::move(other)).ok());
        QCOMPARE(m_issuer->askedForStatus(), before + 1);
    }

    void whoMaintainsObjectsIsToldOnceForAKey()
    {
        HousekeepingRules rules;
        rules.mails = true;
        open(rules);
        const Maintainer told{QStringLiteral("MAINT-AS64500"), Asn(64500), QStringLiteral("noc@as64500.example"), 1};
        QVERIFY(write([told](QSqlDatabase &db) { return MaintainerStore(db).put(told); }).ok());
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24"), QStringLiteral("10.0.0.0/8")}, 1h);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        QVERIFY(create(routeText("10.0.0.0/8"), with(key)).ok());
        m_clock.advance(2h);
        tick();
        tick();
        const auto mails = read([now = m_clock.now()](QSqlDatabase &db) { return MailStore(db).due(now, 10); });
        QCOMPARE(mails->size(), 1);
        QCOMPARE(mails->first().recipient, told.notify);
        QVERIFY(mails->first().subject.contains(key.reference.toString()));
        QVERIFY(mails->first().body.contains(QStringLiteral("192.0.2.0/24AS64500")));
        QVERIFY(mails->first().body.contains(QStringLiteral("10.0.0.0/8AS64500")));
        QVERIFY(mails->first().body.contains(QStringLiteral("has expired")));
    }

    void aDumpSaysWhatWouldBeTaken()
    {
        const Trust trust = ripeTest(Trust::Unvouched::Accepted);
        QByteArray text = "% a dump\n\n";
        for (const char *prefix : {"192.0.2.0/24", "10.1.0.0/16", "203.0.113.0/24", "192.0.2.0/23", "192.0.2.1/24"})
            text +=
                "route: " + QByteArray(prefix) + "\ndescr: caf\xe9\norigin: AS64500\nmnt-by: M-1\nsource: THEIRS\n\n";
        text += "person: M. Ops\nsource: THEIRS\n\nroute 192.0.2.0/24\n";
        QBuffer dump(&text);
        QVERIFY(dump.open(QIODevice::ReadOnly));
        QList<qint64> complaints;
        const auto counts =
            DumpReview(trust, [&complaints](qint64 line, const Error &) { complaints.append(line); }).read(dump);
        QVERIFY(counts.ok());
        QCOMPARE(counts->needKey.value(QStringLiteral("RIPE test")), 2);
        QCOMPARE(counts->accepted, 1);
        QCOMPARE(counts->locked, 1);
        QCOMPARE(counts->others, 1);
        QCOMPARE(counts->faulty, 2);
        QCOMPARE(complaints, QList<qint64>({27, 36}));
    }

    void aFileThatIsNoStatisticsIsRefused()
    {
        QCOMPARE(delegatedSpace("<html>\n").error().kind, ErrorKind::Invalid);
        QVERIFY(!delegatedSpace("ripencc|NL|ipv4|192.0.2.0|many|19930901|allocated\n"));
        QVERIFY(!delegatedSpace("ripencc|NL|ipv4|255.255.255.0|512|19930901|allocated\n"));
        QVERIFY(!delegatedSpace("ripencc|NL|ipv6|2001:db8::|129|19930901|allocated\n"));
        QVERIFY(!delegatedSpace("ripencc|NL|ipv6|192.0.2.0|24|19930901|allocated\n"));
        QVERIFY(delegatedSpace("")->isEmpty());
    }

private:
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<PlayedIssuer> m_issuer;
    std::unique_ptr<RouteDesk> m_desk;
    std::unique_ptr<KeyFollower> m_follower;
    std::unique_ptr<ObjectKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(TstKeyedRoutes)
#include "tst_keyedroutes.moc"
