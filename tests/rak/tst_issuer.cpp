// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwks.h"
#include "rak/issuerrig.h"

#include <QSqlQuery>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QString verifierName = QStringLiteral("AS64510");

QString wordsOf(const Error &error)
{
    return toText(error.kind) + QStringLiteral(": ") + error.detail;
}

} // namespace

/// What holders and third parties get at a registry's desk.
class TstIssuer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void aHolderHasNoMoreKeysThanTheRegistryAllows()
    {
        IssuerRules rules = IssuerRig::rulesForTests();
        rules.mostKeys = 1;
        IssuerRig rig(rules);
        const IssuedKey issued = rig.issued();
        const auto second = outcomeOf(rig.issuer->issue(rig.holderA(), rig.wish(), {}));
        QCOMPARE(second.error().kind, ErrorKind::Refused);
        QVERIFY(outcomeOf(rig.issuer->revoke(rig.holderA(), issued.record.terms.reference, {})).ok());
        QVERIFY(outcomeOf(rig.issuer->issue(rig.holderA(), rig.wish(), {})).ok());
    }

    void aHolderGetsAKeyAndAThirdPartyChecksIt()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        QCOMPARE(issued.record.stored.holderId, QStringLiteral("ORG-A"));
        QCOMPARE(issued.record.terms.serial.number(), 2026112300U);
        const auto verified = rig.verify(issued.text);
        QVERIFY(verified.ok());
        QCOMPARE(verified->terms, issued.record.terms);
        QCOMPARE(verified->status, KeyStatus::Valid);
        StatementExpectations expected;
        expected.issuer = rig.rules.name;
        expected.registry = Registry::RipeTest;
        const auto statement =
            checkStatement(verified->statement, *Jwks::parse(rig.signer.jwks()), expected, rig.clock.now());
        QVERIFY(statement.ok());
        QVERIFY(statement->terms.permits(*IpPrefix::parse(u"192.0.2.0/24"), Asn(64501), rig.clock.now()).ok());
    }

    void theSecretIsNowhereInTheDatabase()
    {
        IssuerRig rig;
        const IssuedKey issued = *rig.issue(rig.wish(), QStringLiteral("once"));
        const QByteArray secret = BearerKey::parse(issued.text)->secret.reveal();
        auto future = rig.database->read([](QSqlDatabase &db) -> Result<QString> {
            QSqlQuery query(db);
            QString all;
            for (const char *table : {"rak_keys", "rak_events", "rak_issuances", "mails", "audit"}) {
                query.exec(QStringLiteral("SELECT * FROM %1").arg(QLatin1String(table)));
                while (query.next()) {
                    for (int i = 0; query.value(i).isValid() && i < 30; ++i)
                        all += query.value(i).toString() + u'\n';
                }
            }
            return all;
        });
        const QString all = *future.result();
        QVERIFY(all.contains(issued.record.terms.reference.toString()));
        QVERIFY(!all.contains(issued.text.revealText()));
        QVERIFY(!all.contains(QString::fromLatin1(secret.toHex())));
        QVERIFY(!all.contains(QString::fromLatin1(secret.toBase64())));
    }

    void unknownAndWrongAreOneAnswer()
    {
        IssuerRig rig;
        const BearerKey right = *BearerKey::parse(rig.issued().text);
        const BearerKey wrongSecret{right.reference, BearerKey::generate(Registry::RipeTest).secret};
        const BearerKey unknown = BearerKey::generate(Registry::RipeTest);
        const auto one = rig.verify(wrongSecret.toText());
        const auto other = rig.verify(unknown.toText());
        QVERIFY(!one.ok() && !other.ok());
        QCOMPARE(wordsOf(one.error()), wordsOf(other.error()));
        QCOMPARE(one.error().kind, ErrorKind::NotFound);
        // Nothing was bound by trying.
        const auto status = outcomeOf(rig.issuer->status(verifierName, right.reference));
        QCOMPARE(wordsOf(status.error()), wordsOf(other.error()));
        QVERIFY(rig.verify(right.toText()).ok());
    }

    void aKeyOfAnotherRegistryIsSaidToBeOne()
    {
        IssuerRig rig;
        QCOMPARE(wordsOf(rig.verify(BearerKey::generate(Registry::Ripe).toText()).error()),
                 QStringLiteral("invalid: This is a key of RIPE; here are those of RIPE test."));
        rig.rules.registry = Registry::Ripe;
        rig.restart();
        QCOMPARE(wordsOf(rig.verify(BearerKey::generate(Registry::RipeTest).toText()).error()),
                 QStringLiteral("invalid: This is a key of RIPE test; here are those of RIPE."));
        QCOMPARE(outcomeOf(rig.keeper->begin()).error().kind,
                 ErrorKind::Refused); // the database is the test registry's
    }

    void onlyWhoSawTheKeyMayAskForItsStatus()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        const KeyReference reference = issued.record.terms.reference;
        QCOMPARE(outcomeOf(rig.issuer->status(verifierName, reference)).error().kind, ErrorKind::NotFound);
        QVERIFY(rig.verify(issued.text).ok());
        QCOMPARE(outcomeOf(rig.issuer->status(verifierName, reference))->status, KeyStatus::Valid);
        QCOMPARE(outcomeOf(rig.issuer->status(QStringLiteral("AS64511"), reference)).error().kind, ErrorKind::NotFound);
        KeyReference elsewhere = reference;
        elsewhere.registry = Registry::Ripe;
        QCOMPARE(outcomeOf(rig.issuer->status(verifierName, elsewhere)).error().kind, ErrorKind::NotFound);
    }

    void aKeyForOneVerifierIsForNoOther()
    {
        IssuerRig rig;
        KeyWish wish = rig.wish();
        wish.audience = verifierName;
        const IssuedKey issued = *rig.issue(wish);
        QCOMPARE(rig.verify(issued.text, QStringLiteral("AS64511")).error().kind, ErrorKind::Denied);
        QVERIFY(rig.verify(issued.text).ok());
    }

    void nobodyGetsAKeyForWhatTheyDoNotHold_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("another holder's") << "198.51.100.0/24";
        QTest::newRow("larger than one's own") << "192.0.0.0/16";
        QTest::newRow("nobody's") << "203.0.113.0/24";
        QTest::newRow("half of it") << "192.0.2.128 - 192.0.3.127";
    }
    void nobodyGetsAKeyForWhatTheyDoNotHold()
    {
        QFETCH(QString, prefix);
        IssuerRig rig;
        const auto issued = rig.issue(rig.wish(prefix));
        QVERIFY(!issued.ok());
        QCOMPARE(issued.error().kind, ErrorKind::Denied);
        QCOMPARE(issued.error().fields.first().field, QStringLiteral("prefixes"));
        QVERIFY(outcomeOf(rig.issuer->keys(rig.holderA(), {}, 10))->keys.isEmpty());
        QVERIFY(rig.mails().isEmpty());
    }

    void aPartOfWhatOneHoldsAndAForeignAsAreOrdinary()
    {
        IssuerRig rig;
        KeyWish wish = rig.wish(QStringLiteral("192.0.2.64 - 192.0.2.130"));
        wish.origin = Asn(65551);
        const auto issued = rig.issue(wish);
        QVERIFY(issued.ok());
        QCOMPARE(issued->record.terms.prefixes.items().size(), 3);
    }

    void whatNobodyCanHaveIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<qint64>("asn");
        QTest::addColumn<int>("days");
        QTest::newRow("AS 0") << "asn" << 0LL << 90;
        QTest::newRow("in the past") << "expires" << 64501LL << -1;
        QTest::newRow("now") << "expires" << 64501LL << 0;
        QTest::newRow("more than a year") << "expires" << 64501LL << 366;
    }
    void whatNobodyCanHaveIsNamed()
    {
        QFETCH(qint64, asn);
        QFETCH(int, days);
        IssuerRig rig;
        KeyWish wish = rig.wish(QStringLiteral("192.0.2.0/24"), days);
        wish.origin = Asn(static_cast<std::uint32_t>(asn));
        const auto issued = rig.issue(wish);
        QVERIFY(!issued.ok());
        QCOMPARE(issued.error().kind, ErrorKind::Invalid);
        QTEST(issued.error().fields.first().field, "field");
        QVERIFY(outcomeOf(rig.issuer->keys(rig.holderA(), {}, 10))->keys.isEmpty());
    }

    void aRequestThatIsRepeatedMakesNoSecondKey()
    {
        IssuerRig rig;
        const KeyWish wish = rig.wish();
        const IssuedKey first = *rig.issue(wish, QStringLiteral("once"));
        rig.clock.advance(30min);
        const IssuedKey again = *rig.issue(wish, QStringLiteral("once"));
        QVERIFY(first.text == again.text);
        KeyWish other = wish;
        other.label = QStringLiteral("another");
        QCOMPARE(rig.issue(other, QStringLiteral("once")).error().kind, ErrorKind::Conflict);
        QCOMPARE(outcomeOf(rig.issuer->keys(rig.holderA(), {}, 10))->keys.size(), 1);
        rig.clock.advance(31min); // what was shown is not kept for longer than an hour
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QCOMPARE(rig.issue(wish, QStringLiteral("once")).error().kind, ErrorKind::Conflict);
        QCOMPARE(outcomeOf(rig.issuer->keys(rig.holderA(), {}, 10))->keys.size(), 1);
        QCOMPARE(rig.mails().size(), 1);
    }

    void holdersSeeTheirOwnKeysOnly()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        const KeyReference reference = issued.record.terms.reference;
        (void)rig.issued();
        const auto mine = outcomeOf(rig.issuer->keys(rig.holderA(), {}, 1));
        QCOMPARE(mine->keys.size(), 1);
        QVERIFY(mine->more);
        QCOMPARE(outcomeOf(rig.issuer->keys(rig.holderA(), mine->keys.first().terms.reference, 10))->keys.size(), 1);
        QVERIFY(outcomeOf(rig.issuer->keys(IssuerRig::holderB(), {}, 10))->keys.isEmpty());
        QCOMPARE(outcomeOf(rig.issuer->key(IssuerRig::holderB(), reference)).error().kind, ErrorKind::NotFound);
        QCOMPARE(outcomeOf(rig.issuer->revoke(IssuerRig::holderB(), reference, {})).error().kind, ErrorKind::NotFound);
        QCOMPARE(outcomeOf(rig.issuer->key(rig.holderA(), reference))->terms, issued.record.terms);
    }

    void whoActsForNobodyGetsNothing()
    {
        IssuerRig rig;
        Identity stranger = IssuerRig::personOfA();
        stranger.subject = QStringLiteral("2");
        QCOMPARE(outcomeOf(rig.issuer->applicant(stranger)).error().kind, ErrorKind::Denied);
        NetworkRights rights;
        rights.asn = 64500;
        rights.rights = static_cast<std::uint32_t>(NetworkRight::Read);
        stranger.networks = {rights};
        QCOMPARE(outcomeOf(rig.issuer->applicant(stranger)).error().kind, ErrorKind::Denied);
        stranger.networks.first().rights = static_cast<std::uint32_t>(NetworkRight::Update);
        QCOMPARE(outcomeOf(rig.issuer->applicant(stranger))->holders, QStringList{QStringLiteral("ORG-B")});
    }

    void renewingGivesTheSameKeyALaterEnd()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        const KeyReference reference = issued.record.terms.reference;
        rig.clock.advance(std::chrono::hours(24 * 80));
        const UtcMs later = rig.wish().expires;
        const auto renewed = outcomeOf(rig.issuer->renew(rig.holderA(), reference, later, {}));
        QVERIFY(renewed.ok());
        QCOMPARE(renewed->terms.expires, later);
        QVERIFY(renewed->terms.serial.isNewerThan(issued.record.terms.serial));
        QCOMPARE(rig.verify(issued.text)->terms.expires, later);
        QCOMPARE(outcomeOf(rig.issuer->renew(rig.holderA(), reference, later, {})).error().kind, ErrorKind::Invalid);
        QCOMPARE(outcomeOf(rig.issuer->renew(rig.holderA(), reference,
                                             rig.wish(QStringLiteral("192.0.2.0/24"), 366).expires, {}))
                     .error()
                     .kind,
                 ErrorKind::Invalid);
        rig.clock.set(later);
        QCOMPARE(outcomeOf(rig.issuer->renew(rig.holderA(), reference, later + 1000, {})).error().kind,
                 ErrorKind::Conflict);
    }

    void aRevokedKeyIsOverForGood()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        const KeyReference reference = issued.record.terms.reference;
        QVERIFY(rig.verify(issued.text).ok());
        const auto revoked = outcomeOf(rig.issuer->revoke(rig.holderA(), reference, QStringLiteral("customer left")));
        QCOMPARE(revoked->terms.status(rig.clock.now()), KeyStatus::Revoked);
        QCOMPARE(rig.verify(issued.text)->status, KeyStatus::Revoked);
        QCOMPARE(outcomeOf(rig.issuer->status(verifierName, reference))->status, KeyStatus::Revoked);
        QCOMPARE(outcomeOf(rig.issuer->revoke(rig.holderA(), reference, {})).error().kind, ErrorKind::Conflict);
        QCOMPARE(outcomeOf(rig.issuer->renew(rig.holderA(), reference, rig.wish().expires + 1000, {})).error().kind,
                 ErrorKind::Conflict);
        QVERIFY(rig.mails().last().contains(QStringLiteral("was revoked")));
    }

    void lastUseIsKeptToTheMinute()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        const auto used = [&] {
            return outcomeOf(rig.issuer->key(rig.holderA(), issued.record.terms.reference))->stored.usedAt;
        };
        QCOMPARE(used(), 0);
        QVERIFY(rig.verify(issued.text).ok());
        const UtcMs first = rig.clock.now();
        QCOMPARE(used(), first);
        rig.clock.advance(59s);
        QVERIFY(rig.verify(issued.text).ok());
        QCOMPARE(used(), first);
        rig.clock.advance(1s);
        QVERIFY(rig.verify(issued.text).ok());
        QCOMPARE(used(), first + 60'000);
    }

    void aVerifierIsToldOfTheChangesOfItsKeysOnly()
    {
        IssuerRig rig;
        const IssuedKey mine = rig.issued();
        const IssuedKey other = rig.issued();
        QVERIFY(rig.verify(mine.text).ok());
        QVERIFY(outcomeOf(rig.issuer->revoke(rig.holderA(), other.record.terms.reference, {})).ok());
        QVERIFY(outcomeOf(rig.issuer->revoke(rig.holderA(), mine.record.terms.reference, {})).ok());
        const KeyChanges all = rig.changes();
        QCOMPARE(all.changes.size(), 2);
        QCOMPARE(all.changes.last().reference, mine.record.terms.reference);
        QCOMPARE(all.changes.last().status, QStringLiteral("revoked"));
        QCOMPARE(all.next, all.changes.last().sequence);
        QVERIFY(rig.changes(all.next).changes.isEmpty());
        const KeyChanges first = rig.changes(0, 1);
        QVERIFY(first.more);
        QCOMPARE(rig.changes(first.next, 1).changes.first().status, QStringLiteral("revoked"));
        QVERIFY(rig.changes(0, 100, QStringLiteral("AS64511")).changes.isEmpty());
    }

    void aNumberThatTheJournalDoesNotHaveIsSaidSo()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        QVERIFY(rig.verify(issued.text).ok());
        QVERIFY(!rig.changes(1000).known); // before a database was put back, perhaps
        rig.clock.advance(std::chrono::hours(24 * 91));
        QVERIFY(outcomeOf(rig.keeper->tend()).ok());
        QVERIFY(!rig.changes(0).known);
        const KeyChanges later = rig.changes(1);
        QVERIFY(later.known);
        QCOMPARE(later.changes.first().status, QStringLiteral("expired"));
    }

    void statementsAreSignedAnewAtHalfTheirLife()
    {
        IssuerRig rig;
        const IssuedKey issued = rig.issued();
        const QByteArray first = rig.verify(issued.text)->statement;
        rig.clock.advance(11h);
        QCOMPARE(rig.verify(issued.text)->statement, first);
        rig.clock.advance(1h);
        QVERIFY(rig.verify(issued.text)->statement != first);
    }
};

QTEST_GUILESS_MAIN(TstIssuer)
#include "tst_issuer.moc"
