// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/issuerrig.h"

#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours aDay(24);

QString subject(const QString &recipient, const IssuedKey &key, const char *what)
{
    return QStringLiteral("%1: Key %2 %3")
        .arg(recipient, key.record.terms.reference.toString(), QString::fromLatin1(what));
}

} // namespace

/// What becomes of keys by themselves, and by a registry's list of holders.
class TstKeyKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void aKeyExpiresOnceAndSaysSo()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        QVERIFY(rig.verify(issued.text).ok());
        rig.clock.set(issued.record.terms.expires);
        QCOMPARE(rig.verify(issued.text)->status, KeyStatus::Expired); // before anybody has swept
        KeyKeeper other(*rig.database, rig.clock, rig.rules);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QVERIFY(outcomeOf(other.tend()).ok());
        const KeyChanges changes = rig.changes();
        QCOMPARE(changes.changes.size(), 2);
        QCOMPARE(changes.changes.last().status, QStringLiteral("expired"));
        QCOMPARE(changes.changes.last().serial, issued.record.terms.serial);
        QCOMPARE(rig.verify(issued.text)->status, KeyStatus::Expired);
    }

    void holdersAreRemindedOfEachTimeOnce()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued(); // for 90 days
        const QString holder = QStringLiteral("a@holder.example");
        QCOMPARE(rig.mails(), QStringList{subject(holder, issued, "was issued")});
        const auto toldAfter = [&rig](std::chrono::milliseconds time) {
            rig.clock.advance(time);
            rig.restart();
            (void)outcomeOf(rig.keeper->tend());
            (void)outcomeOf(rig.keeper->tend());
            return rig.mails();
        };
        QVERIFY(toldAfter(60 * aDay - 1h).isEmpty());
        QCOMPARE(toldAfter(1h), QStringList{subject(holder, issued, "expires within 30 day(s)")});
        QVERIFY(toldAfter(22 * aDay).isEmpty());
        QCOMPARE(toldAfter(1 * aDay), QStringList{subject(holder, issued, "expires within 7 day(s)")});
        QCOMPARE(toldAfter(6 * aDay), QStringList{subject(holder, issued, "expires within 1 day(s)")});
        QCOMPARE(toldAfter(1 * aDay), QStringList{subject(holder, issued, "has expired")});
        QVERIFY(toldAfter(30 * aDay).isEmpty());
    }

    void aRegistryThatWasDownRemindsOfTheNearestOnly()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        (void)rig.mails();
        rig.clock.advance(85 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QCOMPARE(rig.mails(),
                 QStringList{subject(QStringLiteral("a@holder.example"), issued, "expires within 7 day(s)")});
    }

    void aShortKeyIsNotRemindedOfALongTime()
    {
        IssuerRig rig;
        const IssuedKey issued = *rig.issue(rig.wish(QStringLiteral("192.0.2.0/24"), 5));
        (void)rig.mails();
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QVERIFY(rig.mails().isEmpty());
        rig.clock.advance(4 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QCOMPARE(rig.mails().size(), 1);
    }

    void renewingBeginsTheRemindersAnew()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        rig.clock.advance(61 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        (void)rig.mails();
        QVERIFY(
            outcomeOf(rig.issuer->renew(rig.holderA(), issued.record.terms.reference, rig.wish().expires, {})).ok());
        QCOMPARE(rig.mails(), QStringList{subject(QStringLiteral("a@holder.example"), issued, "was renewed")});
        rig.clock.advance(61 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QCOMPARE(rig.mails().size(), 1);
    }

    void whoeverTheHolderNamesIsToldToo()
    {
        IssuerRig rig;
        KeyWish wish = rig.wish();
        wish.notify = {QStringLiteral("noc@customer.example"), QStringLiteral("a@holder.example")};
        wish.label = QStringLiteral("for the customer");
        QVERIFY(rig.issue(wish).ok());
        QCOMPARE(rig.mails(), (QStringList{QStringLiteral("a@holder.example: Key for the customer was issued"),
                                           QStringLiteral("noc@customer.example: Key for the customer was issued")}));
    }

    void aKeyRenewsItselfWhileItsHolderHasTheResources()
    {
        IssuerRig rig;
        KeyWish wish = rig.wish(QStringLiteral("192.0.2.0/24"), 100);
        wish.renews = true;
        const IssuedKey issued = *rig.issue(wish);
        (void)rig.mails();
        rig.clock.advance(89 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QCOMPARE(rig.verify(issued.text)->terms.expires, issued.record.terms.expires);
        QCOMPARE(rig.mails(), QStringList()); // nobody has to be reminded of it
        rig.clock.advance(1 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        const auto renewed = rig.verify(issued.text);
        QCOMPARE(renewed->terms.expires, rig.clock.now() + std::chrono::milliseconds(100 * aDay).count());
        QCOMPARE(rig.changes().changes.size(), 2);
    }

    void aKeyThatIsToldToRenewsItselfLikeOneThatWasIssuedSo()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        (void)rig.mails();
        const KeyReference reference = issued.record.terms.reference;
        const auto switched = outcomeOf(rig.issuer->renew(rig.holderA(), reference, 0, true));
        QVERIFY(switched.ok() && switched->stored.renews);
        QCOMPARE(switched->terms.expires, issued.record.terms.expires);
        QCOMPARE(rig.mails(),
                 QStringList{subject(QStringLiteral("a@holder.example"), issued, "renews itself from now on")});
        rig.clock.advance(81 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        const UtcMs end = rig.verify(issued.text)->terms.expires;
        QCOMPARE(end, rig.clock.now() + std::chrono::milliseconds(90 * aDay).count());
        QVERIFY(outcomeOf(rig.issuer->renew(rig.holderA(), reference, 0, false)).ok());
        rig.clock.advance(89 * aDay);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QCOMPARE(rig.verify(issued.text)->terms.expires, end);
        rig.clock.advance(1 * aDay);
        QCOMPARE(outcomeOf(rig.issuer->renew(rig.holderA(), reference, 0, true)).error().kind, ErrorKind::Conflict);
    }

    void aKeyOfLessThanADayDoesNotRenewItself()
    {
        IssuerRig rig;
        KeyWish wish = rig.wish();
        wish.renews = true;
        wish.expires = rig.clock.now() + std::chrono::milliseconds(aDay).count() - 2000;
        QCOMPARE(rig.issue(wish).error().fields.first().field, QStringLiteral("auto_renew"));
        wish.renews = false;
        const KeyReference reference = rig.issue(wish)->record.terms.reference;
        QCOMPARE(outcomeOf(rig.issuer->renew(rig.holderA(), reference, 0, true)).error().kind, ErrorKind::Invalid);
        QCOMPARE(outcomeOf(rig.issuer->renew(rig.holderA(), reference, wish.expires + 1000, true)).error().kind,
                 ErrorKind::Invalid);
        wish.renews = true;
        wish.expires += 2000;
        QVERIFY(rig.issue(wish).ok());
    }

    void aHolderCausesSoManyMailsADayButIsReminded()
    {
        IssuerRules rules = IssuerRig::rulesForTests();
        rules.mostMails = 4;
        IssuerRig rig(rules);
        KeyWish wish = rig.wish(QStringLiteral("192.0.2.0/24"), 7);
        wish.notify = {QStringLiteral("noc@customer.example"), QStringLiteral("ops@customer.example")};
        const IssuedKey issued = *rig.issue(wish);
        QVERIFY(rig.issue(wish).ok());
        QCOMPARE(rig.mails().size(), 4);
        QVERIFY(
            outcomeOf(rig.issuer->issue(IssuerRig::holderB(), rig.wish(QStringLiteral("198.51.100.0/24")), {})).ok());
        QCOMPARE(rig.mails().size(), 1); // another holder's
        rig.clock.advance(6 * aDay - 1s);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        rig.clock.advance(1s);
        for (int i = 0; i < 4; ++i)
            QVERIFY(rig.issue(rig.wish()).ok());
        QCOMPARE(rig.mails().size(), 4);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QStringList reminders = rig.mails();
        QCOMPARE(reminders.size(), 2); // of two keys, to their holder
        QVERIFY(reminders.contains(subject(QStringLiteral("a@holder.example"), issued, "expires within 1 day(s)")));
    }

    void aResourceThatIsTransferredTakesItsKeysWithIt()
    {
        IssuerRig rig;
        const IssuedKey v4 = rig.issued();
        const IssuedKey v6 = *rig.issue(rig.wish(QStringLiteral("2001:db8::/48")));
        QVERIFY(rig.verify(v4.text).ok());
        (void)rig.mails();
        const auto outcome = rig.take(IssuerRig::holders(R"("2001:db8::/32")", R"("198.51.100.0/24", "192.0.2.0/24")"));
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->keysLost, 1);
        QCOMPARE(rig.verify(v4.text)->status, KeyStatus::Withdrawn);
        QCOMPARE(rig.verify(v6.text)->status, KeyStatus::Valid);
        QCOMPARE(rig.changes().changes.last().status, QStringLiteral("withdrawn"));
        QCOMPARE(rig.mails(), QStringList{subject(QStringLiteral("a@holder.example"), v4, "was withdrawn")});
        QVERIFY(outcomeOf(rig.issuer->issue(IssuerRig::holderB(), rig.wish(), {})).ok());
        // It does not come back with the resource.
        QVERIFY(rig.take(IssuerRig::holders()).ok());
        QCOMPARE(rig.verify(v4.text)->status, KeyStatus::Withdrawn);
    }

    void whatAFastClockCalledExpiredIsWithdrawnLikeAllOthers()
    {
        IssuerRules rules = IssuerRig::rulesForTests();
        rules.mostKeys = 2;
        IssuerRig rig(rules);
        const IssuedKey untouched = rig.issued();
        const IssuedKey renewed = *rig.issue(rig.wish(QStringLiteral("2001:db8::/48")));
        ManualClock ahead;
        ahead.set(untouched.record.terms.expires);
        KeyKeeper other(*rig.database, ahead, rules);
        QVERIFY(outcomeOf(other.tend()).ok());
        QCOMPARE(rig.verify(untouched.text)->status, KeyStatus::Valid);
        QCOMPARE(rig.issue(rig.wish()).error().kind, ErrorKind::Refused); // the holder has two keys still
        const UtcMs later = untouched.record.terms.expires + 1000;
        QVERIFY(outcomeOf(rig.issuer->renew(rig.holderA(), renewed.record.terms.reference, later, {})).ok());
        (void)rig.mails();
        rig.clock.set(later - 1000 * 60 * 60);
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QVERIFY(rig.mails().contains(subject(QStringLiteral("a@holder.example"), renewed, "expires within 1 day(s)")));
        QCOMPARE(rig.take(IssuerRig::holders(R"("203.0.113.0/24")"))->keysLost, 2);
        QCOMPARE(rig.verify(untouched.text)->status, KeyStatus::Withdrawn);
        QCOMPARE(rig.verify(renewed.text)->status, KeyStatus::Withdrawn);
    }

    void aHolderWhoIsGoneHasNoKeysAndNoRights()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        QVERIFY(rig.take(R"({"holders": [{"id": "ORG-B", "resources": ["198.51.100.0/24"]}]})").ok());
        QCOMPARE(rig.verify(issued.text)->status, KeyStatus::Withdrawn);
        QCOMPARE(outcomeOf(rig.issuer->applicant(IssuerRig::personOfA())).error().kind, ErrorKind::Denied);
        QCOMPARE(rig.mails().last(), subject(QStringLiteral("a@holder.example"), issued, "was withdrawn"));
    }

    void aFileThatDropsTooMuchWaitsForAPerson()
    {
        IssuerRules rules = IssuerRig::rulesForTests();
        rules.mostLostPercent = 5;
        IssuerRig rig(rules);
        const IssuedKey issued = rig.issued();
        const QByteArray cut = R"({"holders": [{"id": "ORG-B", "asns": [64500], "resources": ["198.51.100.0/24"]}]})";
        for (int look = 0; look < 2; ++look) {
            const auto outcome = rig.take(cut);
            QVERIFY(outcome.ok());
            QVERIFY(outcome->waits);
            QCOMPARE(outcome->holdersLost, 1);
            QCOMPARE(rig.verify(issued.text)->status, KeyStatus::Valid);
        }
        const auto waiting = outcomeOf(rig.importer->waiting());
        QCOMPARE(waiting->size(), 1);
        QVERIFY(outcomeOf(rig.importer->accept(waiting->first().hash, QStringLiteral("root"))).ok());
        QVERIFY(!rig.take(cut)->waits);
        QCOMPARE(rig.verify(issued.text)->status, KeyStatus::Withdrawn);
        QVERIFY(outcomeOf(rig.importer->waiting())->isEmpty());
        QCOMPARE(outcomeOf(rig.importer->accept(waiting->first().hash, QStringLiteral("root"))).error().kind,
                 ErrorKind::NotFound);
    }

    void keysThatWouldFallCountLikeHolders()
    {
        IssuerRules rules = IssuerRig::rulesForTests();
        rules.mostLostPercent = 5;
        IssuerRig rig(rules);
        const IssuedKey issued = rig.issued();
        const auto outcome = rig.take(IssuerRig::holders(R"("2001:db8::/32")"));
        QVERIFY(outcome->waits);
        QCOMPARE(outcome->holdersLost, 0);
        QCOMPARE(outcome->keysLost, 1);
        QVERIFY(!rig.take(IssuerRig::holders(R"("192.0.2.0/24")"))->waits); // loses a resource that no key is about
        QCOMPARE(rig.verify(issued.text)->status, KeyStatus::Valid);
    }

    void aStaleCopyOfAFileThatWasReplacedWaitsForAPerson()
    {
        IssuerRig rig;
        const QByteArray newer = IssuerRig::holders(R"("192.0.2.0/24", "2001:db8::/32")", R"("203.0.113.0/24")");
        QVERIFY(!rig.take(newer)->waits);
        QVERIFY(rig.take(IssuerRig::holders(), 1h)->waits);
        const auto waiting = outcomeOf(rig.importer->waiting());
        QCOMPARE(waiting->size(), 1);
        QVERIFY(outcomeOf(rig.importer->accept(waiting->first().hash, QStringLiteral("root"))).ok());
        QVERIFY(*outcomeOf(rig.importer->isAccepted(waiting->first().hash)));
        QVERIFY(!rig.take(IssuerRig::holders(), 1h)->waits);
        QVERIFY(!*outcomeOf(rig.importer->isAccepted(waiting->first().hash)));
        QVERIFY2(!rig.take(newer)->waits, "a list may come to be again what it was");
    }

    void theSameFileAgainChangesNothing()
    {
        IssuerRig rig;
        QCOMPARE(rig.take(IssuerRig::holders())->changed, 0);
    }

    void aFileWithFaultsChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("cut off") << IssuerRig::holders().chopped(5);
        QTest::newRow("no list") << QByteArray(R"({"holders": {}})");
        QTest::newRow("twice") << QByteArray(R"({"holders": [{"id": "A"}, {"id": "A"}]})");
        QTest::newRow("nameless") << QByteArray(R"({"holders": [{"name": "A"}]})");
        QTest::newRow("host bits") << IssuerRig::holders(R"("192.0.2.1/24")");
        QTest::newRow("nobody's identity")
            << QByteArray(R"({"holders": [{"id": "A", "identities": [{"subject": "1"}]}]})");
        QTest::newRow("resources in one text")
            << QByteArray(R"({"holders": [{"id": "A", "resources": "192.0.2.0/24"}]})");
        QTest::newRow("no resources") << QByteArray(R"({"holders": [{"id": "A", "resource": ["192.0.2.0/24"]}]})");
        QTest::newRow("null resources") << QByteArray(R"({"holders": [{"id": "A", "resources": null}]})");
        QTest::newRow("one identity alone")
            << QByteArray(R"({"holders": [{"id": "A", "resources": [], "identities": {}}]})");
        QTest::newRow("one AS alone") << QByteArray(R"({"holders": [{"id": "A", "resources": [], "asns": 64500}]})");
        QTest::newRow("a number for an id") << QByteArray(R"({"holders": [{"id": 1, "resources": []}]})");
        QTest::newRow("no entry") << QByteArray(R"({"holders": ["A"]})");
        QTest::newRow("AS 0") << QByteArray(R"({"holders": [{"id": "A", "asns": [0]}]})");
    }
    void aFileWithFaultsChangesNothing()
    {
        QFETCH(QByteArray, json);
        IssuerRig rig;
        QCOMPARE(rig.take(json).error().kind, ErrorKind::Invalid);
        QVERIFY(outcomeOf(rig.issuer->applicant(IssuerRig::personOfA())).ok());
    }
};

QTEST_GUILESS_MAIN(TstKeyKeeping)
#include "tst_keykeeping.moc"
