// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "auth/jwt.h"
#include "auth/scope.h"
#include "endpoint/signinrig.h"
#include "auth/randomword.h"
#include "storage/statement.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QCoroFuture>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSemaphore>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

QJsonObject claimsOf(const QJsonObject &tokens)
{
    const auto jwt = parseJwt(tokens["access_token"].toString().toLatin1());
    return jwt ? jwt->claims : QJsonObject();
}

QList<int> asnsOf(const QJsonObject &tokens)
{
    QList<int> asns;
    for (const QJsonValue &network : claimsOf(tokens)["networks"].toArray())
        asns.append(network["asn"].toInt());
    return asns;
}

} // namespace

/// A person signs in at an endpoint through a provider that behaves as PeeringDB does, and their program gets tokens.
class TstSigningIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_TOOL(m_kit.start(SignInRig::kitConfiguration()), m_kit.why()); }

    void init()
    {
        m_kit.reset();
        m_rig = std::make_unique<SignInRig>(m_kit);
    }

    void aPersonSignsInAndTheTokenOpensTheEndpoint()
    {
        const QJsonObject tokens = m_rig->tokens();
        QCOMPARE(tokens["token_type"].toString(), QStringLiteral("Bearer"));
        QCOMPARE(tokens["expires_in"].toInt(), 600);
        QCOMPARE(tokens["scope"].toString(), fullScope);
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496", tokens["access_token"].toString()).status, 200);
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496").status, 401);
    }

    void theAccessTokenIsWhatRfc9068AsksFor()
    {
        const QJsonObject tokens = m_rig->tokens();
        const auto jwt = parseJwt(tokens["access_token"].toString().toLatin1());
        QVERIFY(jwt.ok());
        QCOMPARE(jwt->type(), QStringLiteral("at+jwt"));
        QCOMPARE(jwt->algorithm(), QStringLiteral("RS256"));
        QCOMPARE(jwt->claims["iss"].toString(), SignInRig::publicUrl().toString());
        QCOMPARE(jwt->claims["aud"].toString(), SignInRig::publicUrl().toString());
        QCOMPARE(jwt->claims["sub"].toString(), QStringLiteral("7"));
        QCOMPARE(jwt->claims["client_id"].toString(), QStringLiteral("peerdesk"));
        QCOMPARE(jwt->claims["name"].toString(), QStringLiteral("Mo Ops"));
        QCOMPARE(jwt->claims["exp"].toInteger() - jwt->claims["iat"].toInteger(), 600);
        QVERIFY(!jwt->claims["jti"].toString().isEmpty());
        QVERIFY(Jwks::parse(m_rig->get("/v1/oauth/keys").body)->verify(*jwt).ok());
    }

    void onlyNetworksWhoseSessionsThePersonManagesCount()
    {
        // AS64497 is in the kit's list too, with a member's mask: 1. A network without the key has the general mask.
        QCOMPARE(asnsOf(m_rig->tokens()), QList<int>{64496});
        setNetworks(R"([{"id": 1, "name": "General", "asn": 64496, "perms": 15}])");
        QCOMPARE(refusedSignIn(), QStringLiteral("access_denied"));
        setNetworks(R"([{"id": 1, "name": "Null", "asn": 64496, "perms": 15, "manage_peering_sessions": null}])");
        QCOMPARE(refusedSignIn(), QStringLiteral("access_denied"));
        SignInRig general(m_kit, "accept_general_rights = true\n");
        setNetworks(R"([{"id": 1, "name": "General", "asn": 64496, "perms": 2},
                        {"id": 2, "name": "Member", "asn": 64497, "perms": 15, "manage_peering_sessions": 1}])");
        QCOMPARE(asnsOf(general.tokens()), QList<int>{64496});
    }

    void whoeverPeeringDbHasNotVerifiedIsRefused()
    {
        QJsonObject user = ProviderKit::configuration()["users"][0].toObject();
        user.insert("verified_user", false);
        m_kit.control("/state", {{"users", QJsonArray{user}}});
        QCOMPARE(refusedSignIn(), QStringLiteral("access_denied"));
    }

    void theOperatorsListsOfNetworksHold()
    {
        SignInRig denying(m_kit, "[access]\ndeny = [64496]\n");
        SignInRig::Browser browser;
        denying.browse(browser, denying.authorizeUrl());
        QCOMPARE(SignInRig::answerOf(browser).queryItemValue("error"), QStringLiteral("access_denied"));
        SignInRig allowing(m_kit, "[access]\nallow = [64511]\n");
        allowing.browse(browser, allowing.authorizeUrl());
        QCOMPARE(SignInRig::answerOf(browser).queryItemValue("error"), QStringLiteral("access_denied"));
    }

    void theConsentNamesWhoAsksForWhatAndIsAlwaysShown()
    {
        for (int round = 0; round < 2; ++round) {
            SignInRig::Browser browser;
            m_rig->browse(browser, m_rig->authorizeUrl());
            QCOMPARE(browser.page.status, 200);
            const QString page = QString::fromUtf8(browser.page.body);
            for (const char *words : {"127.0.0.1:5123", "peering.as64496.example", "Mo Ops", "AS64496 Example Net"})
                QVERIFY2(page.contains(words), words);
            m_rig->answer(browser, "allow");
            QVERIFY(!SignInRig::answerOf(browser).queryItemValue("code").isEmpty());
        }
    }

    void wordsOfOthersStayWordsOnThePage()
    {
        setNetworks(
            R"([{"id": 1, "name": "<script>alert(1)</script>", "asn": 64496, "perms": 15, "manage_peering_sessions": 15}])");
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        QVERIFY(!browser.page.body.contains("<script"));
        QVERIFY(browser.page.body.contains("&lt;script&gt;"));
    }

    void theCookieIsForThisHostAlone()
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        const QByteArray cookie = browser.lastSetCookie;
        QVERIFY(cookie.startsWith("__Host-"));
        for (const char *rule : {"; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax"})
            QVERIFY2(cookie.contains(rule), rule);
        QVERIFY(!cookie.contains("Domain"));
        QVERIFY(!cookie.contains("dBjftJeZ") && !cookie.contains("Mo Ops"));
    }

    void theAnswerNamesTheIssuerAndTheState() // RFC 9207 section 2
    {
        const QUrlQuery answer = m_rig->signIn();
        QCOMPARE(answer.queryItemValue("iss", QUrl::FullyDecoded), SignInRig::publicUrl().toString());
        QCOMPARE(answer.queryItemValue("state", QUrl::FullyDecoded), QStringLiteral("a state & more"));
    }

    void refusingTellsTheProgram()
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        const SignInRig::Browser before = browser;
        m_rig->answer(browser, "refuse");
        QCOMPARE(SignInRig::answerOf(browser).queryItemValue("error"), QStringLiteral("access_denied"));
        SignInRig::Browser again = before; // the Back key, and Allow after all
        m_rig->answer(again, "allow");
        QCOMPARE(again.page.status, 400);
    }

    void rightsAreReadAgainWithinTheHour()
    {
        QJsonObject tokens = m_rig->tokens();
        setNetworks(R"([{"id": 3, "name": "New", "asn": 64499, "perms": 15, "manage_peering_sessions": 3}])");
        m_rig->clock.advance(40min);
        tokens = SignInRig::body(m_rig->refresh(tokens["refresh_token"].toString()));
        QCOMPARE(asnsOf(tokens), QList<int>{64496}); // this token ends before they are an hour old
        m_rig->clock.advance(11min);
        tokens = SignInRig::body(m_rig->refresh(tokens["refresh_token"].toString()));
        QCOMPARE(asnsOf(tokens), QList<int>{64499});
        setNetworks(R"([{"id": 3, "name": "New", "asn": 64499, "perms": 1, "manage_peering_sessions": 1}])");
        m_rig->clock.advance(51min);
        const QString refresh = tokens["refresh_token"].toString();
        QCOMPARE(SignInRig::body(m_rig->refresh(refresh))["error"].toString(), QStringLiteral("invalid_grant"));
    }

    void aProviderThatIsDownDelaysButDoesNotEndASignIn()
    {
        const QJsonObject tokens = m_rig->tokens();
        m_rig->clock.advance(2h);
        m_kit.setFaults(R"({"status": {"profile": 503}})");
        const QString refresh = tokens["refresh_token"].toString();
        const HttpResponse busy = m_rig->refresh(refresh);
        QCOMPARE(busy.status, 503);
        QVERIFY(busy.headers.contains("Retry-After"));
        m_kit.setFaults("{}");
        QCOMPARE(m_rig->refresh(refresh).status, 200);
    }

    void whatThePersonHasNoPartInDelaysAndDoesNotEnd()
    {
        QString refresh = m_rig->tokens()["refresh_token"].toString();
        for (const char *faults :
             {R"({"status": {"profile": 429}})", R"({"status": {"profile": 401}})", R"({"status": {"profile": 403}})",
              R"({"status": {"token": 400}})", R"({"status": {"token": 401}})", R"({"wrongSecret": true})"}) {
            m_rig->clock.advance(51min);
            m_kit.setFaults(faults);
            QCOMPARE(m_rig->refresh(refresh).status, 503);
            QCOMPARE(m_rig->refresh(refresh).status, 503);
            m_kit.setFaults("{}");
            const HttpResponse again = m_rig->refresh(refresh);
            QVERIFY2(again.status == 200, faults);
            refresh = SignInRig::body(again)["refresh_token"].toString();
        }
    }

    void aSignInThatTheProviderHasEndedEnds()
    {
        const QString refresh = m_rig->tokens()["refresh_token"].toString();
        m_rig->clock.advance(51min);
        m_kit.setFaults(R"({"grantGone": true})");
        QCOMPARE(SignInRig::body(m_rig->refresh(refresh))["error"].toString(), QStringLiteral("invalid_grant"));
        m_kit.setFaults("{}");
        QCOMPARE(SignInRig::body(m_rig->refresh(refresh))["error"].toString(), QStringLiteral("invalid_grant"));
    }

    void theSignInEndsAfterThirtyDays()
    {
        QJsonObject tokens = m_rig->tokens();
        m_rig->clock.advance(30 * 24h);
        QCOMPARE(SignInRig::errorOf(m_rig->refresh(tokens["refresh_token"].toString())),
                 QStringLiteral("400 invalid_grant: the sign-in has ended"));
    }

    void noAccessTokenOutlivesTheSignIn()
    {
        const QString refresh = m_rig->tokens()["refresh_token"].toString();
        m_rig->clock.advance(30 * 24h - 4min);
        QVERIFY(outcomeOf(m_rig->signingIn->tend()).ok());
        const QJsonObject last = SignInRig::body(m_rig->refresh(refresh));
        QCOMPARE(last["expires_in"].toInt(), 240);
        QCOMPARE(claimsOf(last)["exp"].toInteger(), m_rig->clock.now() / 1000 + 240);
    }

    void signingOutEndsTheFamily() // RFC 7009 section 2.1
    {
        const QJsonObject tokens = m_rig->tokens();
        QCOMPARE(m_rig->post("/oauth/revoke", {{"client_id", "peerdesk"}, {"token", "made-up"}}).status, 200);
        QCOMPARE(
            m_rig->post("/oauth/revoke", {{"client_id", "peerdesk"}, {"token", tokens["refresh_token"].toString()}})
                .status,
            200);
        QCOMPARE(m_rig->refresh(tokens["refresh_token"].toString()).status, 400);
    }

    void signingOutIsPassedOnToTheProvider()
    {
        const QString refresh = m_rig->tokens()["refresh_token"].toString();
        const int before = m_kit.calls("revoke");
        const QMap<QString, QString> form{{"client_id", "peerdesk"}, {"token", refresh}};
        QCOMPARE(m_rig->post("/oauth/revoke", form).status, 200);
        QCOMPARE(m_kit.calls("revoke"), before + 1);
        m_kit.setFaults(R"({"status": {"revoke": 500}})"); // which is nothing to the person
        const QMap<QString, QString> another{{"client_id", "peerdesk"},
                                             {"token", m_rig->tokens()["refresh_token"].toString()}};
        QCOMPARE(m_rig->post("/oauth/revoke", another).status, 200);
        QCOMPARE(m_rig->refresh(another["token"]).status, 400);
    }

    void whatIsReadOfAPersonWhoSignsOutMeanwhileIsNotKept()
    {
        (void)m_rig->tokens();
        const auto job = [](QSqlDatabase &database) -> Result<QString> {
            GrantStore store(database);
            const auto id =
                Statement(database, "SELECT id FROM grants").first<QString>([](Statement &row) { return row.text(); });
            Grant grant = **store.grant(**id);
            if (const auto ended = store.revoke(grant.id, 1, "signed out"); !ended)
                return ended.error();
            grant.person = "Somebody else";
            const bool stored = *store.setRights(grant) || *store.setUpstream(grant.id, "another");
            const Grant after = **store.grant(grant.id);
            return QStringLiteral("%1 %2 %3").arg(stored).arg(after.upstream, after.person);
        };
        QCOMPARE(*m_rig->database->write(job).result(), QStringLiteral("0  Mo Ops <mo@as64496.example>"));
    }

    void strangersCodesAndTokensCostNoTurnToWrite()
    {
        // Whoever writes holds the only writing connection meanwhile.
        QSemaphore enough;
        QSemaphore begun;
        auto writing = m_rig->database->write([&enough, &begun](QSqlDatabase &) -> Result<void> {
            begun.release();
            enough.acquire();
            return {};
        });
        begun.acquire();
        const HttpResponse code = m_rig->redeem("made-up");
        const HttpResponse token = m_rig->post("/oauth/revoke", {{"client_id", "peerdesk"}, {"token", "made-up"}});
        enough.release();
        writing.waitForFinished();
        QCOMPARE(code.status, 400);
        QCOMPARE(token.status, 200);
    }

    void aProviderThatSaysNoOrIsDownIsToldToTheProgram()
    {
        m_kit.setFaults(R"({"deny": true})");
        QCOMPARE(refusedSignIn(), QStringLiteral("access_denied"));
        m_kit.setFaults(R"({"status": {"profile": 500}})");
        QCOMPARE(refusedSignIn(), QStringLiteral("temporarily_unavailable"));
        m_kit.setFaults(R"({"withhold": ["networks"]})");
        QCOMPARE(refusedSignIn(), QStringLiteral("access_denied"));
    }

    void readingIsAllThatAReadTokenDoes()
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl({{"scope", readScope}}));
        m_rig->answer(browser, "allow");
        const QJsonObject tokens = SignInRig::body(m_rig->redeem(SignInRig::answerOf(browser).queryItemValue("code")));
        QCOMPARE(tokens["scope"].toString(), readScope);
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496", tokens["access_token"].toString()).status, 200);
        HttpRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/v1/sessions").arg(m_rig->server->port())), "POST");
        request.headers.append("Authorization", "Bearer " + tokens["access_token"].toString().toLatin1());
        request.body = "{}";
        QCOMPARE(outcomeOf(m_rig->http.send(request))->status, 403);
    }

    void aMachinesCredentialOpensTheEndpointWhereItIsSwitchedOn()
    {
        const auto issue = [](SignInRig &rig) {
            return outcomeOf(rig.signingIn->machines().issue(Asn(64496), "night shift", fullScope, 0, "root"))
                ->revealText();
        };
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496", issue(*m_rig)).status, 401);
        SignInRig rig(m_kit, "[access]\nmachine_credentials = true\n");
        const QString credential = issue(rig);
        QCOMPARE(rig.get("/v1/sessions?asn=64496", credential).status, 200);
        QCOMPARE(rig.get("/v1/sessions?asn=64497", credential).status, 403);
        const QString id = outcomeOf(rig.signingIn->machines().list())->last().id;
        QVERIFY(outcomeOf(rig.signingIn->machines().revoke(id, "root")).ok());
        QCOMPARE(rig.get("/v1/sessions?asn=64496", credential).status, 401);
    }

    void metadataSaysWhereAndHow() // RFC 8414 section 3, RFC 9728 section 3
    {
        const QJsonObject resource = SignInRig::body(m_rig->get("/.well-known/oauth-protected-resource/v1"));
        QCOMPARE(resource["resource"].toString(), SignInRig::publicUrl().toString());
        QCOMPARE(resource["authorization_servers"].toArray(), QJsonArray{SignInRig::publicUrl().toString()});
        const QJsonObject server = SignInRig::body(m_rig->get("/.well-known/oauth-authorization-server/v1"));
        QCOMPARE(server["issuer"].toString(), SignInRig::publicUrl().toString());
        QCOMPARE(server["code_challenge_methods_supported"].toArray(), QJsonArray{"S256"});
        QVERIFY(server["authorization_response_iss_parameter_supported"].toBool());
        const QJsonObject auth = SignInRig::body(m_rig->get("/v1/auth"));
        QCOMPARE(auth["sign_in"]["client_id"].toString(), QStringLiteral("peerdesk"));
        QVERIFY(
            m_rig->get("/v1/sessions")
                .headers.value("WWW-Authenticate")
                .contains(
                    "resource_metadata=\"https://peering.as64496.example/.well-known/oauth-protected-resource/v1\""));
        QCOMPARE(m_rig->post("/oauth/client_register", {{"idp_base", "x"}}).status, 403);
    }

    void keysRotateWithoutAnybodyNoticing()
    {
        const QJsonObject before = m_rig->tokens();
        m_rig->clock.advance(30 * 24h - 30min);
        QVERIFY(outcomeOf(m_rig->signingIn->tend()).ok());
        const auto published = [this] {
            return SignInRig::body(m_rig->get("/v1/oauth/keys"))["keys"].toArray().size();
        };
        QCOMPARE(published(), 2); // the next is there before it signs
        const auto kid = [](const QJsonObject &tokens) {
            return parseJwt(tokens["access_token"].toString().toLatin1())->keyId();
        };
        const QJsonObject still = tokensOfPersonAgain();
        QCOMPARE(kid(still), kid(before));
        m_rig->clock.advance(61min);
        const QJsonObject after = tokensOfPersonAgain();
        QVERIFY(kid(after) != kid(before));
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496", after["access_token"].toString()).status, 200);
        m_rig->clock.advance(60min);
        QVERIFY(outcomeOf(m_rig->signingIn->tend()).ok());
        QCOMPARE(published(), 1);
    }

    void nothingStoredLetsItsReaderActAsThePerson()
    {
        const QUrlQuery answer = m_rig->signIn();
        const QJsonObject tokens = SignInRig::body(m_rig->redeem(answer.queryItemValue("code")));
        for (const QString &name : {QStringLiteral("desk.db"), QStringLiteral("desk.db-wal")}) {
            QFile file(m_rig->folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(tokens["refresh_token"].toString().toLatin1()));
            QVERIFY(!bytes.contains(answer.queryItemValue("code").toLatin1()));
            QVERIFY(!bytes.contains("PRIVATE KEY"));
        }
    }

    void whatHasEndedIsForgotten()
    {
        (void)m_rig->tokens();
        SignInRig::Browser browser; // nobody agrees to this one
        m_rig->browse(browser, m_rig->authorizeUrl());
        QCOMPARE(count("grants"), 2);
        m_rig->clock.advance(11min);
        QVERIFY(outcomeOf(m_rig->signingIn->tend()).ok());
        QCOMPARE(count("grants"), 1);
        const QString another = m_rig->tokens()["refresh_token"].toString(); // somebody signs out
        QCOMPARE(count("grants"), 2);
        QCOMPARE(m_rig->post("/oauth/revoke", {{"client_id", "peerdesk"}, {"token", another}}).status, 200);
        QVERIFY(outcomeOf(m_rig->signingIn->tend()).ok());
        QCOMPARE(count("grants"), 1);
        m_rig->clock.advance(30 * 24h);
        QVERIFY(outcomeOf(m_rig->signingIn->tend()).ok());
        QCOMPARE(count("grants"), 0);
        QCOMPARE(count("refresh_tokens"), 0);
    }

private:
    void setNetworks(const QByteArray &networks)
    {
        QJsonObject user = ProviderKit::configuration()["users"][0].toObject();
        user.insert("networks", QJsonDocument::fromJson(networks).array());
        m_kit.control("/state", {{"users", QJsonArray{user}}});
    }

    /// The error with which the program learns that nobody signed in; empty if somebody did.
    QString refusedSignIn()
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        return SignInRig::answerOf(browser).queryItemValue("error");
    }

    /// A grant as it stands, but younger: the id_token of a new sign-in would be from another month.
    QJsonObject tokensOfPersonAgain()
    {
        Federation::Arrival arrival;
        arrival.person.subject = "7";
        arrival.person.verified = true;
        NetworkRights rights;
        rights.asn = 64496;
        rights.rights = 3;
        rights.forSessions = true;
        arrival.person.networks = {rights};
        Grants &grants = m_rig->signingIn->grants();
        const QString id = *outcomeOf(grants.begin(arrival, fullScope));
        const Secret code = *outcomeOf(grants.agree(id, codeChallengeFor(m_rig->verifier), m_rig->redirect));
        return SignInRig::body(m_rig->redeem(code.revealText()));
    }

    int count(const QString &table)
    {
        auto future = m_rig->database->read([table](QSqlDatabase &database) {
            return Statement(database, "SELECT count(*) FROM " + table).first<qint64>([](Statement &row) {
                return row.number();
            });
        });
        future.waitForFinished();
        return static_cast<int>(**future.result());
    }

    ProviderKit m_kit;
    std::unique_ptr<SignInRig> m_rig;
};

QTEST_GUILESS_MAIN(TstSigningIn)
#include "tst_signingin.moc"
