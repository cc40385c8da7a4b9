// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/dumpreview.h"
#include "irr/keyedrig.h"
#include "storage/mailstore.h"

#include <QBuffer>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

/// Route objects and the keys that they hang on, from the first to the last day.
class TstKeyedRoutes : public QObject, KeyedRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void init() { begin(); }
    void cleanup() { end(); }

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

    void aKeyThatIsNotValidYetSaysFromWhenOn()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        m_issuer->beginAt(key.reference, m_clock.now() + 24 * 60 * 60 * 1000);
        const auto refused = create(routeText("192.0.2.0/24"), with(key));
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
        QCOMPARE(refused.error().detail,
                 QStringLiteral("The key is valid from %1 on.").arg(toRfc3339(m_clock.now() + 24 * 60 * 60 * 1000)));
        m_clock.advance(24h);
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
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

    void aSetIsNamedAndFilledByWhoMayAnswerForIt()
    {
        const auto put = [this](const QByteArray &name, const QByteArray &members, const Author &author = noc,
                                const QByteArray &maintainer = "MAINT-AS64500") {
            const QByteArray setClass = name.contains("RS-") ? "route-set: " : "as-set: ";
            const auto object = RpslObject::parse(setClass + name + "\nmembers: " + members + "\nmnt-by: " + maintainer
                                                  + "\nsource: OURS\n");
            const auto done = outcomeOf(m_desk->putSet(author, *object));
            return done ? QString() : toText(done.error().kind);
        };
        const QString denied = toText(ErrorKind::Denied);
        QCOMPARE(put("AS64500:AS-CUST", "AS64999, AS64500:AS-MORE"), QString());
        QCOMPARE(put("AS64500:AS-OTHER", "AS64501", stranger, "MAINT-AS64501"), denied);
        QCOMPARE(put("AS64501:AS-CUST", "AS64500"), denied);
        QCOMPARE(put("AS-OURS", "AS64500"), QString());
        QCOMPARE(put("AS-OURS:AS-CUST", "AS64999"), QString());
        QCOMPARE(put("AS-OURS:AS-EVIL", "AS64501", stranger, "MAINT-AS64501"), denied);
        QCOMPARE(put("AS-NOBODYS:AS-CUST", "AS64501"), denied);
        QCOMPARE(put("RS-OURS", "AS64500, AS-OURS"), QString());
        QCOMPARE(put("RS-OURS", "192.0.2.0/25"), denied);
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        QCOMPARE(put("RS-OURS", "192.0.2.0/25^+, AS64500"), QString());
        QCOMPARE(put("RS-OURS", "192.0.2.0/25, 8.8.8.0/24"), denied);
        QCOMPARE(put("RS-EVIL", "192.0.2.0/24", stranger, "MAINT-AS64501"), denied);
        m_issuer->end(key.reference, KeyState::Revoked);
        m_clock.advance(60s);
        tick();
        QCOMPARE(put("RS-OURS", "192.0.2.0/25"), denied);
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

    void aKeyThatEndedWhileItWasVerifiedMakesNoObject()
    {
        const BearerKey key = m_issuer->issue({QStringLiteral("192.0.2.0/24"), QStringLiteral("10.0.0.0/8")});
        QVERIFY(create(routeText("192.0.2.0/24"), with(key)).ok());
        tick();
        IssuerCalls calls = m_issuer->calls();
        const auto verified = outcomeOf(calls.verify(key));
        m_issuer->end(key.reference, KeyState::Revoked);
        m_clock.advance(60s);
        tick();
        calls.verify = [verified](BearerKey) -> QCoro::Task<Result<CheckedKey>> { co_return verified; };
        RouteDesk late(*m_database, m_clock, ours, ripeTest(), calls);
        QCOMPARE(outcomeOf(late.create(noc, routeText("10.0.0.0/8"), with(key))).error().kind, ErrorKind::Conflict);
        QVERIFY(seen().isEmpty());
        QCOMPARE(kept(), 0);
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
        QVERIFY(!delegatedSpace(""));
        const QByteArray whole = "ripencc|*|ipv4|*|2|summary\nripencc|NL|ipv4|192.0.2.0|256|19930901|allocated\n"
                                 "ripencc|NL|ipv4|198.51.100.0|256||available\n";
        QVERIFY(delegatedSpace(whole).ok());
        QVERIFY2(!delegatedSpace(whole.left(whole.lastIndexOf("ripencc"))), "it was cut off between two lines");
    }
};

QTEST_GUILESS_MAIN(TstKeyedRoutes)
#include "tst_keyedroutes.moc"
