// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // claims are all literals
#include "auth/jwks.h"
#include "auth/jwtsigner.h"
#include "rak/keystatement.h"
#include "support/manualclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QString issuerName = QStringLiteral("https://registry.example");

struct Rig
{
    Rig()
    {
        terms.reference = {Registry::RipeTest, 0x0123456789abcdefULL};
        terms.origin = Asn(64500);
        terms.prefixes =
            *PrefixSet::make({{QStringLiteral("192.0.2.0/24"), 25}, {QStringLiteral("2001:db8::/32"), {}}});
        terms.notBefore = clock.now();
        terms.expires = clock.now() + std::chrono::milliseconds(720h).count();
        terms.serial = Serial().next(clock.now());
        terms.sequence = 42;
        expected.issuer = issuerName;
        expected.registry = Registry::RipeTest;
    }

    [[nodiscard]] QByteArray issued(const QString &audience = {}) const
    {
        return *signStatement(statementOf(terms, issuerName, audience, clock.now(), 24h), signer);
    }
    [[nodiscard]] QString refusal(const QByteArray &text) const
    {
        const auto statement = checkStatement(text, *Jwks::parse(signer.jwks()), expected, clock.now());
        return statement ? QStringLiteral("accepted")
                         : toText(statement.error().kind) + QStringLiteral(": ") + statement.error().detail;
    }
    /// The claims of a good statement with one of them changed.
    [[nodiscard]] QByteArray issuedWith(const QString &name, const QJsonValue &value) const
    {
        QJsonObject claims =
            QJsonDocument::fromJson(QByteArray::fromBase64(issued().split('.').at(1), QByteArray::Base64UrlEncoding))
                .object();
        claims.insert(name, value);
        return signer.sign(claims, QStringLiteral("rak-statement+jwt")).reveal();
    }

    ManualClock clock;
    JwtSigner signer = *JwtSigner::generateEs256(QStringLiteral("rak-1"));
    KeyTerms terms;
    StatementExpectations expected;
};

} // namespace

class TstKeyStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStatementSaysAllOfAKeyButItsSecret()
    {
        const Rig rig;
        const auto statement =
            checkStatement(rig.issued(), *Jwks::parse(rig.signer.jwks()), rig.expected, rig.clock.now());
        QVERIFY(statement.ok());
        QCOMPARE(statement->terms, rig.terms);
        QCOMPARE(statement->status, KeyStatus::Valid);
        QCOMPARE(statement->issued, rig.clock.now());
        QCOMPARE(statement->expires, rig.clock.now() + std::chrono::milliseconds(24h).count());
        QCOMPARE(statement->halfLife(), rig.clock.now() + std::chrono::milliseconds(12h).count());
    }

    void itHoldsUntilItExpiresAndAMinuteForClocks()
    {
        Rig rig;
        const QByteArray text = rig.issued();
        rig.clock.advance(24h + 59s);
        QCOMPARE(rig.refusal(text), QStringLiteral("accepted"));
        rig.clock.advance(1s);
        QCOMPARE(rig.refusal(text), QStringLiteral("unauthenticated: the token has expired"));
        rig.clock.advance(-(24h + 120s));
        QCOMPARE(rig.refusal(text), QStringLiteral("accepted"));
        rig.clock.advance(-1s);
        QCOMPARE(rig.refusal(text), QStringLiteral("unauthenticated: the token was issued in the future"));
    }

    void itDoesNotOutliveTheKey()
    {
        Rig rig;
        rig.terms.expires = rig.clock.now() + 60'000;
        const KeyStatement statement = statementOf(rig.terms, issuerName, {}, rig.clock.now(), 24h);
        QCOMPARE(statement.expires, rig.terms.expires);
        rig.terms.state = KeyState::Revoked;
        QVERIFY(statementOf(rig.terms, issuerName, {}, rig.clock.now(), 24h).expires > rig.terms.expires);
    }

    void everyStatusTravels()
    {
        Rig rig;
        for (const KeyState state : {KeyState::Issued, KeyState::Revoked, KeyState::Withdrawn}) {
            rig.terms.state = state;
            const auto statement =
                checkStatement(rig.issued(), *Jwks::parse(rig.signer.jwks()), rig.expected, rig.clock.now());
            QCOMPARE(statement->terms.state, state);
            QCOMPARE(statement->status, rig.terms.status(rig.clock.now()));
        }
        rig.terms.state = KeyState::Issued;
        rig.clock.advance(1000h);
        const auto late = checkStatement(rig.issued(), *Jwks::parse(rig.signer.jwks()), rig.expected, rig.clock.now());
        QCOMPARE(late->status, KeyStatus::Expired);
    }

    void aStatementForSomebodyIsForNobodyElse()
    {
        Rig rig;
        const QByteArray text = rig.issued(QStringLiteral("radb.example"));
        QCOMPARE(rig.refusal(text), QStringLiteral("unauthenticated: the statement is for somebody else"));
        rig.expected.audience = QStringLiteral("other.example");
        QCOMPARE(rig.refusal(text), QStringLiteral("unauthenticated: the statement is for somebody else"));
        rig.expected.audience = QStringLiteral("radb.example");
        QCOMPARE(rig.refusal(text), QStringLiteral("accepted"));
        QCOMPARE(rig.refusal(rig.issued()), QStringLiteral("accepted"));
    }

    void anOlderVersionIsNotTakenForTheLatest()
    {
        Rig rig;
        const QByteArray before = rig.issued();
        rig.expected.known = rig.terms.serial;
        QCOMPARE(rig.refusal(before), QStringLiteral("accepted"));
        rig.expected.known = rig.terms.serial.next(rig.clock.now());
        QCOMPARE(rig.refusal(before), QStringLiteral("conflict: a later version of the key is known already"));
    }

    void onlyTheRegistrysOwnIssuerIsBelieved()
    {
        Rig rig;
        const QByteArray text = rig.issued();
        rig.expected.registry = Registry::ArinTest;
        QCOMPARE(rig.refusal(text), QStringLiteral("denied: the issuer speaks for ARIN test, not for RIPE test"));
        rig.expected.registry = Registry::RipeTest;
        rig.expected.issuer = QStringLiteral("https://other.example");
        QCOMPARE(rig.refusal(text), QStringLiteral("unauthenticated: the statement comes from another issuer"));
        rig.expected.issuer = issuerName;
        rig.signer = *JwtSigner::generateEs256(QStringLiteral("rak-1"));
        QCOMPARE(rig.refusal(text), QStringLiteral("unauthenticated: the token's signature is wrong"));
    }

    void nothingElseThatIsSignedPasses()
    {
        Rig rig;
        const QByteArray good = rig.issued();
        const QJsonObject claims =
            QJsonDocument::fromJson(QByteArray::fromBase64(good.split('.').at(1), QByteArray::Base64UrlEncoding))
                .object();
        QCOMPARE(rig.refusal(rig.signer.sign(claims).reveal()),
                 QStringLiteral("unauthenticated: this is a signed text, but no statement about a key"));
        const QByteArray none =
            rig.signer.signWithHeader({{"alg", "none"}, {"kid", "rak-1"}, {"typ", "rak-statement+jwt"}}, claims)
                .reveal();
        QCOMPARE(rig.refusal(none), QStringLiteral("unauthenticated: the token's algorithm is not accepted"));
        for (const QByteArray &text : {QByteArray(), QByteArray("..."), good.chopped(1), good + '.', good.left(40)})
            QVERIFY2(rig.refusal(text).startsWith(QStringLiteral("unauthenticated")), text.constData());
        rig.signer = *JwtSigner::generate(QStringLiteral("rak-1"));
        QCOMPARE(rig.refusal(rig.issued()),
                 QStringLiteral("unauthenticated: the statement's algorithm is not accepted"));
    }

    void everyChangedCharacterIsNoticed()
    {
        const Rig rig;
        const QByteArray good = rig.issued();
        const Jwks keys = *Jwks::parse(rig.signer.jwks());
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray changed = good;
            changed[i] = good.at(i) == 'A' ? 'Q' : 'A'; // differ in bits that carry something wherever they stand
            QVERIFY2(!checkStatement(changed, keys, rig.expected, rig.clock.now()).ok(),
                     qPrintable(QString::number(i)));
        }
    }

    void signedNonsenseIsNonsense_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no reference") << "jti" << QJsonValue("7");
        QTest::newRow("a bearer key") << "jti"
                                      << QJsonValue(BearerKey::generate(Registry::RipeTest).toText().revealText());
        QTest::newRow("no prefixes") << "prefixes" << QJsonValue(QJsonArray());
        QTest::newRow("host bits") << "prefixes" << QJsonValue(QJsonArray{"192.0.2.1/24"});
        QTest::newRow("an AS in words") << "asn" << QJsonValue("AS64500");
        QTest::newRow("too large an AS") << "asn" << QJsonValue(4294967296.0);
        QTest::newRow("half a serial") << "serial" << QJsonValue(1.5);
        QTest::newRow("a negative sequence") << "seq" << QJsonValue(-1);
        QTest::newRow("a status of its own") << "status" << QJsonValue("fine");
        QTest::newRow("the end of time") << "rak_exp" << QJsonValue(1e30);
    }
    void signedNonsenseIsNonsense()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        const Rig rig;
        QCOMPARE(rig.refusal(rig.issuedWith(claim, value)), QStringLiteral("protocol: the statement cannot be read"));
    }

    void theLargestKeyHasAStatement()
    {
        Rig rig;
        QList<PrefixWish> wishes;
        for (int i = 0; i < PrefixSet::maxCount; ++i)
            wishes.append({QStringLiteral("2001:db8:%1:ffff:ffff:ffff:ffff:0/112").arg(i, 0, 16), 128});
        rig.terms.prefixes = *PrefixSet::make(wishes);
        QCOMPARE(rig.refusal(rig.issued()), QStringLiteral("accepted"));
    }
};

QTEST_GUILESS_MAIN(TstKeyStatement)
#include "tst_keystatement.moc"
