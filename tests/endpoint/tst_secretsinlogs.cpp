// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "auth/scope.h"
#include "endpoint/signinrig.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

QMutex guard;
QByteArray everything; ///< that was logged, by whatever thread

void keep(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&guard);
    everything += QByteArray(context.category) + ": " + message.toUtf8() + '\n';
}

} // namespace

/// A whole story with every category of ours turned up, and nothing of it in the log that would let its reader act as
/// somebody or read what was said in confidence.
class TstSecretsInLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSecretIsLoggedFromTheSignInToTheEnd()
    {
        ProviderKit kit;
        REQUIRE_TOOL(kit.start(SignInRig::kitConfiguration()), kit.why());
        QLoggingCategory::setFilterRules("peerdesk.*=true");
        const auto before = qInstallMessageHandler(keep);
        const QMap<QString, QByteArray> secrets = story(kit);
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});

        QVERIFY2(everything.contains("route=/v1/oauth/token") && everything.contains("route=/v1/sessions"), everything);
        for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
            QVERIFY2(secret->size() >= 6, qPrintable(secret.key()));
            QVERIFY2(!everything.contains(*secret), qPrintable(secret.key()));
            QVERIFY2(!everything.contains(QUrl::toPercentEncoding(QString::fromLatin1(*secret))),
                     qPrintable(secret.key()));
        }
        QVERIFY(!everything.contains("eyJ")); // how every JWT begins
        QVERIFY(!everything.contains("code=") && !everything.contains("?"));
    }

private:
    /// Everything that was secret in it, by what it is.
    static QMap<QString, QByteArray> story(ProviderKit &kit)
    {
        SignInRig rig(kit, "[access]\nmachine_credentials = true\n");
        QMap<QString, QByteArray> secrets{{"client secret", "a secret of & at least + 32 characters"},
                                          {"code verifier", rig.verifier.toLatin1()}};
        SignInRig::Browser browser;
        rig.browse(browser, rig.authorizeUrl());
        rig.answer(browser, "allow", "https://peering.as64496.example");
        for (const auto &jar : std::as_const(browser.cookies)) {
            for (auto cookie = jar.begin(); cookie != jar.end(); ++cookie) {
                if (!cookie->isEmpty()) // the provider empties its own
                    secrets.insert("cookie " + QString::fromLatin1(cookie.key()), *cookie);
            }
        }
        const QString code = SignInRig::answerOf(browser).queryItemValue("code");
        secrets.insert("authorization code", code.toLatin1());
        const QJsonObject first = SignInRig::body(rig.redeem(code));
        const QJsonObject second = SignInRig::body(rig.refresh(first["refresh_token"].toString()));
        for (const QJsonObject &tokens : {first, second}) {
            const QString when = tokens == first ? "first" : "second";
            secrets.insert(when + " access token", tokens["access_token"].toString().toLatin1());
            secrets.insert(when + " refresh token", tokens["refresh_token"].toString().toLatin1());
        }
        useSessions(rig, second["access_token"].toString(), secrets);

        auto issuing = rig.signingIn->machines().issue(Asn(64511), "night shift", fullScope, 0, "operator");
        const auto credential = outcomeOf(std::move(issuing));
        secrets.insert("credential", credential->reveal());
        (void)rig.get("/v1/sessions", credential->revealText());
        (void)rig.get("/v1/sessions", "a-token-of-nobody");
        secrets.insert("wrong token", "a-token-of-nobody");

        (void)rig.redeem(code); // a second time: ends the grant
        (void)rig.refresh(first["refresh_token"].toString());
        (void)rig.post("/oauth/revoke", {{"token", second["refresh_token"].toString()}});
        return secrets;
    }

    static void useSessions(SignInRig &rig, const QString &token, QMap<QString, QByteArray> &secrets)
    {
        const QByteArray password = "tcp-md5-plugh-xyzzy";
        secrets.insert("session secret", password);
        secrets.insert("note", "ask-for-the-night-engineer");
        secrets.insert("query", "page-token-in-the-query");
        QJsonObject session{{"item_id", "a"},
                            {"local_asn", 64511},
                            {"local_ip", "192.0.2.10"},
                            {"peer_asn", 64500},
                            {"peer_ip", "192.0.2.1"},
                            {"session_secret", QString::fromLatin1(password)},
                            {"note", "ask-for-the-night-engineer"},
                            {"location", QJsonObject{{"id", "pdb:ix:42"}, {"type", "public"}}}};
        for (const char *peer : {"192.0.2.1", "no address at all"}) {
            session.insert("peer_ip", QLatin1String(peer));
            HttpRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/v1/sessions").arg(rig.server->port())),
                                "POST");
            request.headers.append("Authorization", "Bearer " + token.toLatin1());
            request.headers.append("Content-Type", "application/json");
            request.body = QJsonDocument(QJsonObject{{"sessions", QJsonArray{session}}}).toJson();
            (void)outcomeOf(rig.http.send(request));
        }
        (void)rig.get("/v1/sessions?page_token=page-token-in-the-query", token);
        (void)rig.get("/v1/sessions/no-such-session", token);
    }
};

QTEST_GUILESS_MAIN(TstSecretsInLogs)
#include "tst_secretsinlogs.moc"
