// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/signinrig.h"
#include "support/requiretool.h"

#include <QJsonDocument>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

/// The attacks on a sign-in that RFC 9700 (OAuth 2.0 Security Best Current Practice) and its kin name.
class TstSignInAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_TOOL(m_kit.start(SignInRig::kitConfiguration()), m_kit.why()); }

    void init()
    {
        m_kit.reset();
        m_rig = std::make_unique<SignInRig>(m_kit);
    }

    void pagesCannotBeFramedOrScripted() // RFC 9700 section 4.16
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        const QByteArray policy = browser.page.headers.value("Content-Security-Policy");
        QVERIFY(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        QVERIFY(policy.contains("form-action 'self' http://127.0.0.1:5123"));
        QVERIFY(!policy.contains("script-src") && !policy.contains("unsafe-inline"));
        QCOMPARE(browser.page.headers.value("X-Frame-Options"), QByteArray("DENY"));
        QCOMPARE(browser.page.headers.value("Cache-Control"), QByteArray("no-store"));
    }

    void redirectsElsewhereAreNotFollowed() // RFC 9700 sections 4.1 and 4.11; RFC 8252 section 7.3
    {
        for (const char *redirect :
             {"https://evil.example/cb", "http://evil.example:5123/cb", "http://127.0.0.1.evil.example:5123/cb",
              "http://127.0.0.1:5123@evil.example/cb", "http://localhost:5123/cb", "http://127.0.0.1/cb",
              "http://127.0.0.1:5123/cb/../x", "http://127.0.0.1:5123/cb?x=1", "http://127.0.0.1:5123/cb#x",
              "http://127.0.0.1:5123/CB", "HTTP://127.0.0.1:5123/cb", "http://127.0.0.1:99999/cb",
              "http://127.0.0.1:5123/cb\n", "http://0x7f.1:5123/cb", "peerdesk:/cb", ""}) {
            SignInRig::Browser browser;
            m_rig->browse(browser, m_rig->authorizeUrl({{"redirect_uri", redirect}}));
            QVERIFY2(browser.page.status == 400 && !browser.page.headers.contains("Location"), redirect);
        }
        for (const char *redirect : {"http://127.0.0.1:1/cb", "http://[::1]:65535/cb"}) {
            SignInRig::Browser browser;
            m_rig->browse(browser, m_rig->authorizeUrl({{"redirect_uri", redirect}}));
            QVERIFY2(browser.page.status == 200, redirect);
        }
    }

    void requestsWithFaultsAreToldToTheProgramAlone()
    {
        const auto error = [this](const QMap<QString, QString> &changes) {
            SignInRig::Browser browser;
            m_rig->browse(browser, m_rig->authorizeUrl(changes));
            return browser.address.toString().startsWith(m_rig->redirect)
                       ? SignInRig::answerOf(browser).queryItemValue("error")
                       : QString::number(browser.page.status);
        };
        QCOMPARE(error({{"client_id", "another"}}), QStringLiteral("400"));
        QCOMPARE(error({{"response_type", "token"}}),
                 QStringLiteral("unsupported_response_type"));                        // RFC 9700 section 2.1.2
        QCOMPARE(error({{"code_challenge", ""}}), QStringLiteral("invalid_request")); // RFC 9700 section 2.1.1
        QCOMPARE(error({{"code_challenge_method", "plain"}}), QStringLiteral("invalid_request"));
        QCOMPARE(error({{"code_challenge_method", ""}}), QStringLiteral("invalid_request"));
        QCOMPARE(error({{"scope", "openid"}}), QStringLiteral("invalid_scope"));
        QCOMPARE(error({{"resource", "https://peering.as64511.example/v1"}}), QStringLiteral("invalid_target"));
        SignInRig::Browser twice; // RFC 6749 section 3.1
        m_rig->browse(twice, QUrl(m_rig->authorizeUrl().toString(QUrl::FullyEncoded)
                                  + "&redirect_uri=https%3A%2F%2Fevil.example"));
        QCOMPARE(twice.page.status, 400);
    }

    void aCodeWorksOnceAndItsReplayEndsTheSignIn() // RFC 9700 section 4.5; RFC 6749 section 10.5
    {
        const QString code = m_rig->signIn().queryItemValue("code");
        const QJsonObject tokens = SignInRig::body(m_rig->redeem(code));
        QVERIFY(tokens.contains("access_token"));
        QCOMPARE(m_rig->redeem(code).status, 400);
        QCOMPARE(SignInRig::body(m_rig->refresh(tokens["refresh_token"].toString()))["error"].toString(),
                 QStringLiteral("invalid_grant"));
    }

    void aStolenCodeIsOfNoUse() // RFC 9700 sections 2.1.1 and 4.5.3
    {
        for (const QMap<QString, QString> &changes :
             {QMap<QString, QString>{{"code_verifier", QString(43, 'a')}},
              QMap<QString, QString>{{"code_verifier", ""}},
              QMap<QString, QString>{{"redirect_uri", "http://127.0.0.1:5124/cb"}}}) {
            const QString code = m_rig->signIn().queryItemValue("code");
            QCOMPARE(SignInRig::body(m_rig->redeem(code, changes))["error"].toString(),
                     QStringLiteral("invalid_grant"));
            QCOMPARE(m_rig->redeem(code).status, 400); // and it is used up
        }
        const QString late = m_rig->signIn().queryItemValue("code");
        m_rig->clock.advance(61s);
        QCOMPARE(m_rig->redeem(late).status, 400);
        QCOMPARE(m_rig->redeem("made-up").status, 400);
    }

    void onlyTheTwoGrantsAndThePublicClientAreKnown() // RFC 9700 section 2.4
    {
        QCOMPARE(SignInRig::body(m_rig->post("/oauth/token", {{"client_id", "peerdesk"},
                                                              {"grant_type", "password"},
                                                              {"username", "mo"},
                                                              {"password", "x"}}))["error"]
                     .toString(),
                 QStringLiteral("unsupported_grant_type"));
        QCOMPARE(m_rig->redeem("x", {{"client_id", "another"}}).status, 401);
        QCOMPARE(m_rig->redeem("x", {{"client_secret", "guessed"}}).status, 401);
    }

    void refreshTokensRotateAndReuseEndsTheFamily() // RFC 9700 section 4.14.2
    {
        const QJsonObject first = m_rig->tokens();
        const QJsonObject second = SignInRig::body(m_rig->refresh(first["refresh_token"].toString()));
        QVERIFY(second.contains("access_token"));
        QVERIFY(second["refresh_token"] != first["refresh_token"]);
        QCOMPARE(SignInRig::errorOf(m_rig->refresh(first["refresh_token"].toString())),
                 QStringLiteral("400 invalid_grant: a refresh token was used twice"));
        QCOMPARE(SignInRig::body(m_rig->refresh(second["refresh_token"].toString()))["error"].toString(),
                 QStringLiteral("invalid_grant"));
    }

    void aSignInGoesOnOnlyInTheBrowserItBeganIn() // RFC 9700 section 4.7
    {
        SignInRig::Browser victim;
        m_rig->browse(victim, m_rig->authorizeUrl());
        SignInRig::Browser stranger; // is handed the victim's address
        m_rig->browse(stranger, victim.address);
        QCOMPARE(stranger.page.status, 400);

        SignInRig::Browser fresh; // is sent to a callback that somebody else began
        m_rig->browse(fresh, QUrl(SignInRig::publicUrl().toString() + "/oauth/callback?code=stolen&state=guessed"));
        QCOMPARE(fresh.page.status, 400);
        fresh.cookies = victim.cookies;
        m_rig->browse(fresh, QUrl(SignInRig::publicUrl().toString() + "/oauth/callback?code=stolen&state=guessed"));
        QCOMPARE(fresh.page.status, 400);
    }

    void aReturnFromTheProviderCountsOnce() // RFC 9700 section 4.5
    {
        SignInRig::Browser browser;
        const QUrl back = returnOf(m_rig->departureOf(browser));
        SignInRig::Browser again = browser;
        const int before = m_kit.calls("token");
        m_rig->browse(browser, back);
        QCOMPARE(SignInRig::answerOf(browser).queryItemValue("error"), QStringLiteral("access_denied"));
        m_rig->browse(again, back);
        QCOMPARE(again.page.status, 400);
        QCOMPARE(m_kit.calls("token"), before + 1);
    }

    void strangersMakeUsCallTheProviderSoOftenAndNoMore()
    {
        const int before = m_kit.calls("token");
        QString said;
        for (int i = 0; i < 2 * SignInCalls::perMinuteOfAddress; ++i) {
            SignInRig::Browser browser;
            m_rig->browse(browser, returnOf(m_rig->departureOf(browser)));
            said = SignInRig::answerOf(browser).queryItemValue("error");
        }
        QCOMPARE(said, QStringLiteral("temporarily_unavailable"));
        const int calls = m_kit.calls("token") - before;
        QVERIFY2(calls > 0 && calls <= SignInCalls::perMinuteOfAddress / 2, qPrintable(QString::number(calls)));
        m_rig->clock.advance(1min);
        QVERIFY(!m_rig->signIn().queryItemValue("code").isEmpty());
    }

    void aProviderThatDoesNotAnswerIsNotAskedByEverybody()
    {
        m_kit.setFaults(R"({"status": {"discovery": 503}})");
        const int before = m_kit.calls("discovery");
        for (int i = 0; i < 5; ++i) {
            SignInRig::Browser browser;
            m_rig->browse(browser, m_rig->authorizeUrl());
            QCOMPARE(SignInRig::answerOf(browser).queryItemValue("error"), QStringLiteral("temporarily_unavailable"));
        }
        QCOMPARE(m_kit.calls("discovery"), before + 1);
        m_kit.setFaults("{}");
        m_rig->clock.advance(11s);
        QVERIFY(!m_rig->signIn().queryItemValue("code").isEmpty());
    }

    void consentCannotBeGivenByAnotherSite() // RFC 6749 section 10.12
    {
        const QUrl consent(SignInRig::publicUrl().toString() + "/oauth/consent");
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        SignInRig::Browser forged = browser;
        m_rig->browse(forged, consent, "answer=allow");
        QCOMPARE(forged.page.status, 400);
        forged = browser;
        m_rig->browse(forged, consent, "answer=allow&token=guessed");
        QCOMPARE(forged.page.status, 400);
        for (const char *origin : {"https://evil.example", "null", "http://peering.as64496.example"}) {
            forged = browser;
            m_rig->answer(forged, "allow", origin);
            QCOMPARE(forged.page.status, 400);
        }
        m_rig->answer(browser, "allow", "https://peering.as64496.example");
        QVERIFY(SignInRig::answerOf(browser).hasQueryItem("code"));
    }

    void aTamperedOrOldCookieIsNoSignIn()
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        SignInRig::Browser tampered = browser;
        auto &jar = tampered.cookies[SignInRig::publicUrl().host()];
        for (QByteArray &value : jar)
            value[value.size() / 2] = value[value.size() / 2] == 'A' ? 'B' : 'A';
        m_rig->browse(tampered, browser.address);
        QCOMPARE(tampered.page.status, 400);
        m_rig->clock.advance(11min);
        m_rig->answer(browser, "allow");
        QCOMPARE(browser.page.status, 400);
    }

    void anIdTokenThatDoesNotHoldSignsNobodyIn() // RFC 8725 sections 2.1, 3.1, 3.8 and 3.9; RFC 9700 section 4.5.3.2
    {
        for (const char *fault : {R"({"nonce": true})", R"({"audience": true})", R"({"issuer": true})",
                                  R"({"atHash": true})", R"({"expired": true})", R"({"signature": "none"})",
                                  R"({"signature": "HS256"})", R"({"signature": "foreign"})"}) {
            m_kit.setFaults(fault);
            QVERIFY2(refusedSignIn() == u"access_denied", fault);
        }
        m_kit.setFaults("{}");
        QVERIFY(!m_rig->signIn().queryItemValue("code").isEmpty());
    }

    void anAnswerOfAnotherProviderIsRefused() // RFC 9700 section 4.4: mix-up; RFC 9207 section 2.4
    {
        // The way there is taken, the way back is played: with the right state, and another issuer's name.
        SignInRig::Browser browser;
        const QUrl departure = m_rig->departureOf(browser);
        QUrl forged(SignInRig::publicUrl().toString() + "/oauth/callback?code=x&iss=https%3A%2F%2Fevil.example");
        forged.setQuery(forged.query(QUrl::FullyEncoded) + "&state=" + QUrlQuery(departure).queryItemValue("state"));
        m_rig->browse(browser, forged);
        QCOMPARE(SignInRig::answerOf(browser).queryItemValue("error"), QStringLiteral("access_denied"));
        QVERIFY(SignInRig::answerOf(browser)
                    .queryItemValue("error_description", QUrl::FullyDecoded)
                    .contains("another provider"));
    }

    void theProviderIsAskedWithPkceStateAndNonce() // RFC 9700 section 2.1.1
    {
        SignInRig::Browser browser;
        const QUrlQuery asked(m_rig->departureOf(browser));
        QCOMPARE(asked.queryItemValue("code_challenge_method"), QStringLiteral("S256"));
        for (const char *name : {"code_challenge", "state", "nonce"})
            QCOMPARE(asked.queryItemValue(name).size(), 43);
        QCOMPARE(asked.queryItemValue("redirect_uri", QUrl::FullyDecoded),
                 SignInRig::publicUrl().toString() + "/oauth/callback");
        QCOMPARE(asked.queryItemValue("scope", QUrl::FullyDecoded), QStringLiteral("openid profile email networks"));
    }

private:
    /// As the provider would send the browser back, with a code that somebody made up.
    [[nodiscard]] static QUrl returnOf(const QUrl &departure)
    {
        QUrlQuery query;
        query.addQueryItem("state", QUrlQuery(departure).queryItemValue("state"));
        query.addQueryItem("code", "made-up");
        QUrl back(SignInRig::publicUrl().toString() + "/oauth/callback");
        back.setQuery(query);
        return back;
    }

    /// The error with which the program learns that nobody signed in; empty if somebody did.
    QString refusedSignIn()
    {
        SignInRig::Browser browser;
        m_rig->browse(browser, m_rig->authorizeUrl());
        return SignInRig::answerOf(browser).queryItemValue("error");
    }

    ProviderKit m_kit;
    std::unique_ptr<SignInRig> m_rig;
};

QTEST_GUILESS_MAIN(TstSignInAttacks)
#include "tst_signinattacks.moc"
