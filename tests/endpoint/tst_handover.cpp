// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "auth/randomword.h"
#include "auth/scope.h"
#include "endpoint/signinrig.h"
#include "storage/auditstore.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

/// The first draft's way to sign in: another network's web program hands PeeringDB's code over to the endpoint.
class TstHandOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QJsonObject configuration = SignInRig::kitConfiguration();
        QJsonObject endpoint = configuration["clients"][0].toObject();
        QJsonArray redirects = endpoint["redirect_uris"].toArray();
        redirects.append(portal);
        redirects.append(unlisted);
        endpoint.insert("redirect_uris", redirects);
        const QJsonObject another{{"client_id", "another"},
                                  {"client_secret", "a secret of another client, long enough"},
                                  {"application_type", "web"},
                                  {"redirect_uris", QJsonArray{portal}}};
        configuration.insert("clients", QJsonArray{endpoint, another});
        REQUIRE_TOOL(m_kit.start(configuration), m_kit.why());
    }

    void init()
    {
        m_kit.reset();
        m_rig = std::make_unique<SignInRig>(m_kit, "hand_over = [\"" + portal.toLatin1() + "\"]\n");
        m_rig->redirect = portal; // where the browser played here stops
    }

    void aHandedOverCodeSignsThePersonIn()
    {
        const QJsonObject login = begin();
        QCOMPARE(login["expires_in"].toInt(), 600);
        const QUrlQuery asked(QUrl(login["login_url"].toString()));
        QCOMPARE(asked.queryItemValue("redirect_uri", QUrl::FullyDecoded), portal);
        QCOMPARE(asked.queryItemValue("client_id"), QStringLiteral("endpoint"));
        const QUrlQuery back = comeBack(login);
        QCOMPARE(back.queryItemValue("state"), login["state"].toString());
        const QJsonObject tokens = SignInRig::body(handOver(login, codeOf(back)));
        QCOMPARE(tokens["scope"].toString(), fullScope);
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496", tokens["access_token"].toString()).status, 200);
        // Only read there, so of no account here.
        QCOMPARE(m_rig->get("/v1/sessions?asn=64497", tokens["access_token"].toString()).status, 403);
        const QJsonObject next = SignInRig::body(m_rig->refresh(tokens["refresh_token"].toString()));
        QVERIFY(next.contains("access_token"));
    }

    void itStandsInTheHistoryFromWhereTheCodeCame()
    {
        const QJsonObject login = begin();
        QCOMPARE(handOver(login, codeOf(comeBack(login))).status, 200);
        const UtcMs now = m_rig->clock.now();
        auto reading = m_rig->database->read(
            [now](QSqlDatabase &db) { return AuditStore(db).between(Asn(), now - 1000, now + 1000); });
        QVERIFY(QTest::qWaitFor([&reading] { return reading.isFinished(); }, 30000));
        const auto entries = reading.result();
        QVERIFY(entries.ok());
        QCOMPARE(entries->last().noun, QStringLiteral("grant"));
        QCOMPARE(entries->last().why, "code handed over from " + portal);
    }

    void nobodyHandsOverWhereItIsNotSwitchedOn()
    {
        SignInRig rig(m_kit);
        QCOMPARE(rig.get("/v1/oauth/hand_over?client_id=peerdesk").status, 404);
        QCOMPARE(rig.post("/oauth/hand_over", {{"client_id", "peerdesk"}, {"code", "x"}}).status, 404);
        QVERIFY(!SignInRig::body(rig.get("/v1/auth")).contains("hand_over"));
        QCOMPARE(SignInRig::body(m_rig->get("/v1/auth"))["hand_over"].toString(),
                 SignInRig::publicUrl().toString() + "/oauth/hand_over");
    }

    void onlyListedRedirectsAndPkceBeginOne() // RFC 9700 sections 2.1.1 and 4.1.3
    {
        const auto refusal = [this](const QMap<QString, QString> &changes) {
            return SignInRig::errorOf(beginWith(changes)).section(u':', 0, 0);
        };
        QCOMPARE(refusal({{"redirect_uri", unlisted}}), QStringLiteral("400 invalid_request"));
        QCOMPARE(refusal({{"redirect_uri", portal + "/"}}), QStringLiteral("400 invalid_request"));
        QCOMPARE(refusal({{"redirect_uri", ""}}), QStringLiteral("400 invalid_request"));
        QCOMPARE(refusal({{"code_challenge", ""}}), QStringLiteral("400 invalid_request"));
        QCOMPARE(refusal({{"code_challenge_method", "plain"}}), QStringLiteral("400 invalid_request"));
        QCOMPARE(refusal({{"client_id", "another"}}), QStringLiteral("400 invalid_client"));
        QCOMPARE(refusal({{"scope", "openid"}}), QStringLiteral("400 invalid_scope"));
        QCOMPARE(beginWith({{"scope", readScope}}).status, 200);
    }

    void aReplayedCodeEndsWhatTheFirstOneBegan() // RFC 6749 section 10.5
    {
        const QJsonObject login = begin();
        const QString code = codeOf(comeBack(login));
        const QJsonObject tokens = SignInRig::body(handOver(login, code));
        QVERIFY(tokens.contains("refresh_token"));
        QCOMPARE(SignInRig::errorOf(handOver(login, code)),
                 QStringLiteral("400 invalid_grant: the code was handed over twice"));
        QCOMPARE(SignInRig::errorOf(m_rig->refresh(tokens["refresh_token"].toString())),
                 QStringLiteral("400 invalid_grant: the sign-in has ended"));
    }

    void aStolenCodeIsOfNoUse() // RFC 7636 section 1; RFC 9700 section 4.5
    {
        const QJsonObject login = begin();
        const QString code = codeOf(comeBack(login));
        const auto refusal = [this, &login, &code](const QMap<QString, QString> &changes) {
            return SignInRig::errorOf(handOver(login, code, changes));
        };
        QCOMPARE(refusal({{"code_verifier", ""}}),
                 QStringLiteral("400 invalid_grant: the code came with another code_verifier"));
        QCOMPARE(refusal({{"code_verifier", randomWord()}}),
                 QStringLiteral("400 invalid_grant: the code came with another code_verifier"));
        QCOMPARE(refusal({{"redirect_uri", unlisted}}),
                 QStringLiteral("400 invalid_grant: the code came with another redirect_uri"));
        QCOMPARE(refusal({{"ticket", ""}}),
                 QStringLiteral("400 invalid_grant: the ticket is none of ours, or too old"));
        QCOMPARE(refusal({{"ticket", login["ticket"].toString().replace(8, 1, "!")}}),
                 QStringLiteral("400 invalid_grant: the ticket is none of ours, or too old"));
        QCOMPARE(refusal({{"client_id", "another"}}).section(u':', 0, 0), QStringLiteral("401 invalid_client"));
        // The thief begins a hand-over of their own: the provider knows whose challenge the code has.
        const QString theirs = randomWord();
        const QJsonObject stolen = SignInRig::body(beginWith({{"code_challenge", codeChallengeFor(theirs)}}));
        QCOMPARE(SignInRig::errorOf(handOver(stolen, code, {{"code_verifier", theirs}})),
                 QStringLiteral("400 invalid_grant: 127.0.0.1 did not confirm the code"));
    }

    void aCodeOfAnotherTicketIsRefusedByItsNonce() // OpenID Connect Core 1.0 section 3.1.3.7
    {
        const QJsonObject one = begin();
        const QJsonObject another = begin(); // with the same challenge
        QCOMPARE(SignInRig::errorOf(handOver(another, codeOf(comeBack(one)))),
                 QStringLiteral("400 invalid_grant: 127.0.0.1 did not confirm the code"));
    }

    void aCodeThatWasAskedForWithoutAChallengeIsRefused() // RFC 9700 section 4.8.2
    {
        const QJsonObject login = begin();
        QUrl address(login["login_url"].toString());
        QUrlQuery query(address);
        query.removeQueryItem("code_challenge");
        query.removeQueryItem("code_challenge_method");
        address.setQuery(query);
        QJsonObject downgraded = login;
        downgraded.insert("login_url", address.toString(QUrl::FullyEncoded));
        QCOMPARE(SignInRig::errorOf(handOver(login, codeOf(comeBack(downgraded)))),
                 QStringLiteral("400 invalid_grant: 127.0.0.1 did not confirm the code"));
    }

    void aCodeOfAnotherClientIsRefused() // RFC 6749 section 5.2
    {
        const QJsonObject login = begin();
        QJsonObject others = login;
        others.insert("login_url", login["login_url"].toString().replace("client_id=endpoint", "client_id=another"));
        const QString code = codeOf(comeBack(others));
        QVERIFY(!code.isEmpty());
        QCOMPARE(SignInRig::errorOf(handOver(login, code)),
                 QStringLiteral("400 invalid_grant: 127.0.0.1 did not confirm the code"));
    }

    void aTicketIsOldAfterTenMinutes()
    {
        const QJsonObject login = begin();
        const QString code = codeOf(comeBack(login));
        m_rig->clock.advance(10min);
        QCOMPARE(SignInRig::errorOf(handOver(login, code)),
                 QStringLiteral("400 invalid_grant: the ticket is none of ours, or too old"));
    }

    void aProviderThatIsDownIsSaidAndTheCodeMayBeTriedAgain()
    {
        const QJsonObject login = begin();
        const QString code = codeOf(comeBack(login));
        m_kit.setFaults(R"({"status": {"token": 503}})");
        const HttpResponse down = handOver(login, code);
        QCOMPARE(SignInRig::errorOf(down),
                 QStringLiteral("503 temporarily_unavailable: 127.0.0.1 cannot be asked now"));
        QVERIFY(down.headers.contains("Retry-After"));
        m_kit.setFaults("{}");
        QCOMPARE(handOver(login, code).status, 200);
    }

    void whoManagesNoNetworkIsTurnedAway()
    {
        const QJsonObject login = begin();
        const QString code = codeOf(comeBack(login));
        RightsRules none;
        none.denied = {64496};
        m_rig->signingIn->grants().setRights(none);
        QCOMPARE(SignInRig::errorOf(handOver(login, code)).section(u':', 0, 0), QStringLiteral("403 access_denied"));
    }

    void strangersCodesReachTheProviderSoOftenAndNoMore()
    {
        const QJsonObject login = begin();
        const int before = m_kit.calls("token");
        HttpResponse last;
        for (int i = 0; i < SignInCalls::perMinuteOfAddress; ++i)
            last = handOver(login, QStringLiteral("made-up-%1").arg(i));
        QCOMPARE(last.status, 429);
        QVERIFY(last.headers.contains("Retry-After"));
        QVERIFY(m_kit.calls("token") - before <= SignInCalls::perMinuteOfAddress / 2);
    }

private:
    HttpResponse beginWith(const QMap<QString, QString> &changes)
    {
        QMap<QString, QString> fields{{"client_id", "peerdesk"},
                                      {"redirect_uri", portal},
                                      {"code_challenge", codeChallengeFor(m_rig->verifier)},
                                      {"code_challenge_method", "S256"}};
        fields.insert(changes);
        QString query;
        for (auto it = fields.cbegin(); it != fields.cend(); ++it)
            query += QStringLiteral("&%1=%2").arg(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(*it)));
        return m_rig->get("/v1/oauth/hand_over?" + query.mid(1));
    }
    QJsonObject begin() { return SignInRig::body(beginWith({})); }

    /// The person signs in at the provider, whose answer the portal gets.
    QUrlQuery comeBack(const QJsonObject &login)
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, QUrl(login["login_url"].toString()));
        return SignInRig::answerOf(browser);
    }
    static QString codeOf(const QUrlQuery &answer) { return answer.queryItemValue("code"); }

    HttpResponse handOver(const QJsonObject &login, const QString &code, const QMap<QString, QString> &changes = {})
    {
        QMap<QString, QString> fields{{"client_id", "peerdesk"},
                                      {"ticket", login["ticket"].toString()},
                                      {"code", code},
                                      {"redirect_uri", portal},
                                      {"code_verifier", m_rig->verifier}};
        fields.insert(changes);
        return m_rig->post("/oauth/hand_over", fields);
    }

    const QString portal = QStringLiteral("https://portal.as64500.example/callback");
    const QString unlisted = QStringLiteral("https://elsewhere.as64500.example/callback");
    ProviderKit m_kit;
    std::unique_ptr<SignInRig> m_rig;
};

QTEST_GUILESS_MAIN(TstHandOver)
#include "tst_handover.moc"
