// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // claims are all literals
#include "auth/jwks.h"
#include "auth/jwkscache.h"
#include "auth/jwt.h"
#include "auth/jwtsigner.h"
#include "auth/scope.h"
#include "auth/tokenverifier.h"
#include "auth/wellknown.h"
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr auto issuer = "https://issuer.example";
constexpr auto audience = "https://peering.as64500.example/v1";

HttpClientSettings laboratory()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// One key for all tests: making one takes a good part of a second.
const JwtSigner &firstSigner()
{
    static const JwtSigner signer = *JwtSigner::generate(QStringLiteral("key-1"));
    return signer;
}

/// An issuer's key set on loopback, and a verifier that trusts it.
class Rig
{
public:
    Rig()
        : server(clock,
                 [this](HttpRequest) -> QCoro::Task<HttpResponse> {
                     ++fetches;
                     co_return HttpResponse(status, published, "application/json");
                 })
        , http(laboratory())
        , cache(http, clock)
    {
        (void)server.listen(QHostAddress::LocalHost, 0);
        TokenRules rules;
        TrustedIssuer trusted;
        trusted.issuer = QString::fromLatin1(issuer);
        trusted.jwksAddress = QUrl(QStringLiteral("http://127.0.0.1:%1/jwks").arg(server.port()));
        trusted.networks = {64496};
        trusted.scope = QStringLiteral("peering");
        rules.issuers = {trusted};
        rules.audience = QString::fromLatin1(audience);
        verifier = std::make_unique<TokenVerifier>(rules, cache, clock);
    }

    [[nodiscard]] QJsonObject claims() const
    {
        const qint64 now = clock.now() / 1000;
        const QJsonObject network = {{"id", 20}, {"name", "Example Net"}, {"asn", 64496}, {"perms", 3}};
        return {{"iss", QString::fromLatin1(issuer)},
                {"aud", QString::fromLatin1(audience)},
                {"sub", "17"},
                {"name", "M. Ops"},
                {"email", "noc@as64496.example"},
                {"email_verified", true},
                {"iat", now},
                {"exp", now + 3600},
                {"networks", QJsonArray{network}}};
    }

    Result<Identity> verify(const Secret &token) { return outcomeOf(verifier->verify(token)); }
    QString refusal(const Secret &token)
    {
        const auto result = verify(token);
        return result ? QStringLiteral("accepted")
                      : toText(result.error().kind) + QStringLiteral(": ") + result.error().detail;
    }
    QString refusalWith(const QString &name, const QJsonValue &value)
    {
        QJsonObject changed = claims();
        changed.insert(name, value);
        return refusal(signer.sign(changed));
    }

    ManualClock clock;
    const JwtSigner &signer = firstSigner();
    QByteArray published = signer.jwks();
    int status = 200;
    int fetches = 0;
    HttpServer server;
    HttpClient http;
    JwksCache cache;
    std::unique_ptr<TokenVerifier> verifier;
};

QJsonObject header(const char *algorithm, const QString &keyId = QStringLiteral("key-1"))
{
    return {{"alg", QString::fromLatin1(algorithm)}, {"kid", keyId}, {"typ", "at+jwt"}};
}

QByteArray unsignedToken(const QJsonObject &head, const QJsonObject &claims)
{
    const auto part = [](const QJsonObject &object) {
        return toBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    return part(head) + '.' + part(claims);
}

} // namespace

class TstTokenVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodTokenSaysWhoItIs()
    {
        Rig rig;
        const auto identity = rig.verify(rig.signer.sign(rig.claims()));
        QVERIFY2(identity.ok(), qPrintable(identity.ok() ? QString() : identity.error().detail));
        QCOMPARE(identity->subject, QStringLiteral("17"));
        QCOMPARE(identity->toString(), QStringLiteral("M. Ops <noc@as64496.example>"));
        QVERIFY(identity->may(NetworkRight::Update, 64496));
        QVERIFY(!identity->may(NetworkRight::Delete, 64496));
        QVERIFY(!identity->may(NetworkRight::Update, 64497));
    }

    void anIssuerSpeaksForItsOwnNetworksOnly()
    {
        Rig rig;
        QJsonObject claims = rig.claims();
        const QJsonObject another = {{"asn", 64511}, {"perms", 15}, {"manage_peering_sessions", 15}};
        claims.insert("networks", QJsonArray{another, claims["networks"].toArray().at(0)});
        const auto identity = rig.verify(rig.signer.sign(claims));
        QCOMPARE(identity->networks.size(), 1);
        QCOMPARE(identity->networks.first().asn, 64496U);
        QCOMPARE(rig.verify(rig.signer.sign(claims))->networks.size(), 1); // also when it was seen before
    }

    void anIssuersOwnWordStandsForOurScope()
    {
        Rig rig;
        const auto scopesOf = [&rig](const QString &scope) {
            QJsonObject claims = rig.claims();
            claims.insert("scope", scope);
            return rig.verify(rig.signer.sign(claims))->scopes;
        };
        QVERIFY(isForSessions(scopesOf(QStringLiteral("email peering"))));
        QVERIFY(isForSessions(scopesOf(fullScope)));
        QVERIFY(!isForSessions(scopesOf(QStringLiteral("email peerings"))));
        QVERIFY(!isForSessions(scopesOf(QString())));
    }

    void onlyAConfirmedAddressIsOne()
    {
        const auto read = [](const QByteArray &claims) {
            return Identity::fromClaims(QJsonDocument::fromJson(claims).object());
        };
        const QString address = QStringLiteral("noc@as64500.example");
        QCOMPARE(read(R"({"email": "noc@as64500.example", "email_verified": true})").email, address); // id_token
        QCOMPARE(read(R"({"email": "noc@as64500.example", "verified_email": true})").email, address); // profile
        for (const char *claims :
             {R"({"email": "noc@as64500.example"})", R"({"email": "noc@as64500.example", "email_verified": false})",
              R"({"email": "noc@as64500.example", "email_verified": null})",
              R"({"email": "noc@as64500.example", "email_verified": "true"})",
              R"({"email": "noc@as64500.example", "verified_email": false})",
              R"({"email": "noc@as64500.example", "email_verified": false, "verified_email": true})",
              R"({"email": "x <noc@as64500.example>", "email_verified": true})"})
            QVERIFY2(read(claims).email.isEmpty(), claims);
        const Identity confirmed = read(R"({"email": "noc@as64500.example", "email_verified": true})");
        QCOMPARE(Identity::fromClaims(confirmed.toClaims()).email, address);
    }

    void aNameCannotPassForAnAddress()
    {
        Identity mallory;
        mallory.displayName = QStringLiteral("Mallory <noc@as64500.example>");
        QCOMPARE(mallory.toString(), QStringLiteral("Mallory noc@as64500.example"));
        mallory.email = QStringLiteral("mallory@as64511.example");
        QCOMPARE(mallory.toString(), QStringLiteral("Mallory noc@as64500.example <mallory@as64511.example>"));
    }

    void anEndpointsNameHasOneSpelling()
    {
        const QString ascii = QStringLiteral("https://peering.xn--bcher-kva.example/v1");
        QCOMPARE(audienceOf(QUrl(QStringLiteral("https://peering.b\u00fccher.example/v1"))), ascii);
        QCOMPARE(audienceOf(QUrl(ascii)), ascii);
    }

    void theAudienceMayBeAList()
    {
        Rig rig;
        QCOMPARE(rig.refusalWith(QStringLiteral("aud"), QJsonArray{"https://other.example", audience}),
                 QStringLiteral("accepted"));
    }

    void theSpecialRightGoesBeforeTheGeneralOne()
    {
        const QJsonObject claims = QJsonDocument::fromJson(R"({"networks": [
            {"asn": 64496, "perms": 15, "manage_peering_sessions": 1},
            {"asn": 64497, "perms": 1, "manage_peering_sessions": 2},
            {"asn": 64498, "perms": 2}, {"asn": -1, "perms": 15}, {"perms": 15}, 7]})")
                                       .object();
        const Identity identity = Identity::fromClaims(claims);
        QCOMPARE(identity.networks.size(), 3);
        QVERIFY(!identity.may(NetworkRight::Update, 64496));
        QVERIFY(identity.may(NetworkRight::Update, 64497));
        QVERIFY(identity.may(NetworkRight::Update, 64498));
        QVERIFY(Identity::fromClaims(QJsonDocument::fromJson(R"({"networks": null})").object()).networks.isEmpty());
    }

    void wrongClaimsAreRefused() // RFC 8725 sections 3.8 and 3.9
    {
        Rig rig;
        const qint64 now = rig.clock.now() / 1000;
        QCOMPARE(rig.refusalWith(QStringLiteral("iss"), QStringLiteral("https://other.example")),
                 QStringLiteral("unauthenticated: the token comes from another issuer"));
        for (const QJsonValue &value :
             {QJsonValue(QStringLiteral("https://peering.as64500.example")), QJsonValue(QJsonArray()), QJsonValue(),
              QJsonValue(QString::fromLatin1(audience) + u'/')})
            QCOMPARE(rig.refusalWith(QStringLiteral("aud"), value),
                     QStringLiteral("unauthenticated: the token is for somebody else"));
        QCOMPARE(rig.refusalWith(QStringLiteral("exp"), now - 61),
                 QStringLiteral("unauthenticated: the token has expired"));
        QCOMPARE(rig.refusalWith(QStringLiteral("exp"), now - 59), QStringLiteral("accepted"));
        QCOMPARE(rig.refusalWith(QStringLiteral("iat"), now + 61),
                 QStringLiteral("unauthenticated: the token was issued in the future"));
        QCOMPARE(rig.refusalWith(QStringLiteral("nbf"), now + 61),
                 QStringLiteral("unauthenticated: the token is not valid yet"));
        for (const QJsonValue &value :
             {QJsonValue(), QJsonValue(QStringLiteral("soon")), QJsonValue(-1), QJsonValue(1e300)})
            QVERIFY(rig.refusalWith(QStringLiteral("exp"), value).startsWith(u"unauthenticated"));
        QCOMPARE(rig.fetches, 1); // for the one that was accepted: the others never reach the keys
    }

    void onlyAccessTokensAreAccepted() // RFC 8725 section 3.11
    {
        Rig rig;
        for (const char *type : {"JWT", "", "id+jwt", "logout+jwt"})
            QCOMPARE(rig.refusal(rig.signer.sign(rig.claims(), QString::fromLatin1(type))),
                     QStringLiteral("unauthenticated: the token is not an access token"));
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims(), QStringLiteral("application/at+jwt"))),
                 QStringLiteral("accepted"));
    }

    void algorithmsAreNotTheTokensChoice() // RFC 8725 sections 2.1 and 3.1
    {
        Rig rig;
        const QString expected = QStringLiteral("unauthenticated: the token's algorithm is not accepted");
        QCOMPARE(rig.refusal(Secret(unsignedToken(header("none"), rig.claims()) + '.')), expected);
        // The classic confusion: an HMAC keyed with what everybody can fetch.
        const QByteArray text = unsignedToken(header("HS256"), rig.claims());
        const QByteArray mac = QMessageAuthenticationCode::hash(text, rig.published, QCryptographicHash::Sha256);
        QCOMPARE(rig.refusal(Secret(text + '.' + toBase64Url(mac))), expected);
        for (const char *algorithm : {"RS512", "PS256", "ES256", "rs256", ""})
            QCOMPARE(rig.refusal(rig.signer.signWithHeader(header(algorithm), rig.claims())), expected);
    }

    void tamperedTokensAreRefused() // RFC 8725 section 3.3
    {
        Rig rig;
        const QByteArray good = rig.signer.sign(rig.claims()).reveal();
        QJsonObject more = rig.claims();
        more.insert(QStringLiteral("sub"), QStringLiteral("18"));
        const QByteArray signature = good.mid(good.lastIndexOf('.'));
        QCOMPARE(rig.refusal(Secret(unsignedToken(header("RS256"), more) + signature)),
                 QStringLiteral("unauthenticated: the token's signature is wrong"));
        QVERIFY(rig.refusal(Secret(good.chopped(4))).startsWith(u"unauthenticated"));
        QVERIFY(rig.refusal(Secret(good + "AAAA")).startsWith(u"unauthenticated"));

        const JwtSigner impostor = *JwtSigner::generate(QStringLiteral("key-1"));
        QCOMPARE(rig.refusal(impostor.sign(rig.claims())),
                 QStringLiteral("unauthenticated: the token's signature is wrong"));
    }

    void aKeyIsForOneAlgorithm() // RFC 8725 sections 3.1 and 3.2
    {
        Rig rig;
        rig.published =
            R"({"keys":[{"kid":"key-1","kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())),
                 QStringLiteral("unauthenticated: the token's algorithm is not accepted"));
    }

    void pointsOffTheCurveAreLeftOut() // RFC 8725 section 3.4
    {
        QVERIFY(Jwks::parse(R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}]})")
                    ->isEmpty());
        QVERIFY(
            Jwks::parse(
                R"({"keys":[{"kty":"EC","crv":"P-384","x":"AAAA","y":"AAAA"},{"kty":"OKP","crv":"X25519","x":"AAAA"}]})")
                ->isEmpty());
    }

    void theHeaderBringsNoKeyOfItsOwn() // RFC 8725 section 3.10
    {
        Rig rig;
        const JwtSigner impostor = *JwtSigner::generate(QStringLiteral("key-1"));
        for (const char *name : {"jwk", "jku", "x5u", "x5c"}) {
            QJsonObject head = header("RS256");
            head.insert(QString::fromLatin1(name), name == QByteArray("jwk") ? QJsonValue(impostor.publicKey())
                                                                             : QJsonValue("http://127.0.0.1:1/"));
            QCOMPARE(rig.refusal(impostor.signWithHeader(head, rig.claims())),
                     QStringLiteral("unauthenticated: the token's signature is wrong"));
        }
        for (const QString &keyId : {QStringLiteral("../../etc/passwd"), QStringLiteral("' OR '1'='1"),
                                     QStringLiteral("key-1\n"), QString(10'000, u'k')})
            QCOMPARE(rig.refusal(rig.signer.signWithHeader(header("RS256", keyId), rig.claims())),
                     QStringLiteral("unauthenticated: the token's key is not known"));
    }

    void oneIssuersKeysSpeakForNoOther() // RFC 8725 section 2.7, RFC 9700 section 4.4: mix-up
    {
        Rig rig;
        const JwtSigner ours = *JwtSigner::generate(QStringLiteral("key-1"));
        rig.verifier->acceptOwnTokens(
            [&ours](const QString &) -> QCoro::Task<Result<Jwks>> { co_return Jwks::parse(ours.jwks()); });
        QJsonObject claims = rig.claims();
        claims.insert("iss", QString::fromLatin1(audience));
        QCOMPARE(rig.refusal(ours.sign(claims)), QStringLiteral("accepted"));
        QCOMPARE(rig.refusal(rig.signer.sign(claims)),
                 QStringLiteral("unauthenticated: the token's signature is wrong"));
        QCOMPARE(rig.refusal(ours.sign(rig.claims())),
                 QStringLiteral("unauthenticated: the token's signature is wrong"));
    }

    void whatIsNoTokenIsRefused()
    {
        Rig rig;
        QJsonObject critical = header("RS256");
        critical.insert(QStringLiteral("crit"), QJsonArray{"exp"});
        QCOMPARE(rig.refusal(rig.signer.signWithHeader(critical, rig.claims())),
                 QStringLiteral("unauthenticated: the token cannot be read"));
        for (const QByteArray &text :
             {QByteArray(), QByteArray("a"), QByteArray("a.b"), QByteArray("a.b.c.d"), QByteArray("..."),
              QByteArray("e30.e30."), QByteArray("!!.e30.e30"), QByteArray("W10.e30.e30")})
            QVERIFY(rig.refusal(Secret(text)).startsWith(u"unauthenticated"));
        QCOMPARE(rig.refusal(Secret(QByteArray(5 * 1024 * 1024, 'a'))),
                 QStringLiteral("unauthenticated: the token is too large"));
        QCOMPARE(rig.fetches, 0);
    }

    void aNewKeyIsFetchedWhenATokenNamesIt()
    {
        Rig rig;
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())), QStringLiteral("accepted"));
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())), QStringLiteral("accepted"));
        QCOMPARE(rig.fetches, 1);

        const JwtSigner next = *JwtSigner::generate(QStringLiteral("key-2"));
        rig.published = next.jwks();
        QCOMPARE(rig.refusal(next.sign(rig.claims())), QStringLiteral("unauthenticated: the token's key is not known"));
        QCOMPARE(rig.fetches, 1); // too soon after the last: strangers must not make us call
        rig.clock.advance(31s);
        QCOMPARE(rig.refusal(next.sign(rig.claims())), QStringLiteral("accepted"));
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())),
                 QStringLiteral("unauthenticated: the token's key is not known"));
        QCOMPARE(rig.fetches, 2);
    }

    void aClockThatIsSetBackKeepsNoNewKeyAway()
    {
        Rig rig;
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())), QStringLiteral("accepted"));
        rig.clock.advance(-24h);
        const JwtSigner next = *JwtSigner::generate(QStringLiteral("key-2"));
        rig.published = next.jwks();
        QCOMPARE(rig.refusal(next.sign(rig.claims())), QStringLiteral("accepted"));
    }

    void keysOutliveAnIssuerThatIsDownForAWhile()
    {
        Rig rig;
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())), QStringLiteral("accepted"));
        rig.status = 503;
        rig.clock.advance(2h);
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())), QStringLiteral("accepted"));
        QCOMPARE(rig.fetches, 2);
        rig.clock.advance(24h);
        QCOMPARE(rig.refusal(rig.signer.sign(rig.claims())),
                 QStringLiteral("unavailable: the issuer's keys cannot be fetched"));
    }

    void aTokenSeenBeforeHoldsAsLongAsItSaysAndNoLonger()
    {
        Rig rig;
        QJsonObject claims = rig.claims();
        claims.insert("exp", qint64(rig.clock.now() / 1000 + 30));
        const Secret token = rig.signer.sign(claims);
        QCOMPARE(rig.refusal(token), QStringLiteral("accepted"));
        rig.clock.advance(89s); // a minute of leeway
        QCOMPARE(rig.refusal(token), QStringLiteral("accepted"));
        rig.clock.advance(1s);
        QCOMPARE(rig.refusal(token), QStringLiteral("unauthenticated: the token has expired"));
        rig.clock.advance(-10min);
        QCOMPARE(rig.refusal(token), QStringLiteral("unauthenticated: the token was issued in the future"));
    }

    void aKeyThatWasTakenBackEndsItsTokensWithinAMinute()
    {
        Rig rig;
        const Secret token = rig.signer.sign(rig.claims());
        QCOMPARE(rig.refusal(token), QStringLiteral("accepted"));
        const JwtSigner next = *JwtSigner::generate(QStringLiteral("key-2"));
        rig.published = next.jwks();
        rig.clock.advance(60s);
        QCOMPARE(rig.refusal(next.sign(rig.claims())), QStringLiteral("accepted"));
        QCOMPARE(rig.refusal(token), QStringLiteral("unauthenticated: the token's key is not known"));
    }

    void tokensSeenBeforeAreBounded()
    {
        VerifiedTokens tokens;
        for (qsizetype i = 0; i < 2 * VerifiedTokens::most; ++i)
            tokens.add(Secret(QByteArray::number(i)), Identity(), 1000, 0);
        QVERIFY(tokens.count() <= VerifiedTokens::most);
        QVERIFY(tokens.find(Secret(QByteArray::number(2 * VerifiedTokens::most - 1)), 0));
    }

    void manyTokensAtOnceShareOneFetch()
    {
        Rig rig;
        const Secret token = rig.signer.sign(rig.claims());
        std::vector<QCoro::Task<Result<Identity>>> tasks;
        for (int i = 0; i < 20; ++i)
            tasks.push_back(rig.verifier->verify(token));
        for (auto &task : tasks)
            QVERIFY(outcomeOf(std::move(task)).ok());
        QCOMPARE(rig.fetches, 1);
    }

    void weakAndForeignKeysAreLeftOut()
    {
        const JwtSigner &signer = firstSigner();
        const auto keyWith = [&signer](const QString &name, const QJsonValue &value) {
            QJsonObject key = QJsonDocument::fromJson(signer.jwks())
                                  .object()
                                  .value(QStringLiteral("keys"))
                                  .toArray()
                                  .at(0)
                                  .toObject();
            key.insert(name, value);
            return QJsonDocument(QJsonObject{{"keys", QJsonArray{key}}}).toJson();
        };
        QVERIFY(!Jwks::parse(keyWith(QStringLiteral("alg"), QStringLiteral("RS256")))->isEmpty());
        QVERIFY(Jwks::parse(keyWith(QStringLiteral("use"), QStringLiteral("enc")))->isEmpty());
        QVERIFY(Jwks::parse(keyWith(QStringLiteral("alg"), QStringLiteral("HS256")))->isEmpty());
        QVERIFY(Jwks::parse(keyWith(QStringLiteral("kty"), QStringLiteral("oct")))->isEmpty());
        QVERIFY(Jwks::parse(keyWith(QStringLiteral("n"), QString::fromLatin1(toBase64Url(QByteArray(128, '\xc1')))))
                    ->isEmpty());
        QVERIFY(!Jwks::parse("{}").ok());
        QVERIFY(!Jwks::parse("<html>").ok());
    }
};

QTEST_GUILESS_MAIN(TstTokenVerifier)
#include "tst_tokenverifier.moc"
