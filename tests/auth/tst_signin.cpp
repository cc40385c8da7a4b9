// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/authsession.h"
#include "auth/jwt.h"
#include "auth/signin.h"
#include "http/httpclient.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/providerkit.h"
#include "support/requiretool.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace peerdesk;
using test::outcomeOf;
using test::ProviderKit;

namespace {

HttpClientSettings loopbackAllowed()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

} // namespace

/// Signs in to a real provider (oidc-provider, made to answer like PeeringDB) with a browser that follows redirects.
class TstSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_TOOL(m_kit.start(), m_kit.why()); }

    void init()
    {
        m_kit.reset();
        m_clock.set(QDateTime::currentMSecsSinceEpoch());
        m_provider = std::make_unique<Provider>(m_http, m_clock);
        m_signIn = std::make_unique<SignIn>(*m_provider, m_http, m_clock);
        m_store = std::make_unique<TokenStore>(QStringLiteral("Peerdesk test"));
        m_session = std::make_unique<AuthSession>(*m_provider, *m_store, m_clock);
    }

    void cleanup()
    {
        // Nothing may be under way when its owners go.
        m_signIn->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m_signIn->isRunning(), 30'000);
    }

    void aPersonSignsInAndTheirNetworksAreKnown()
    {
        const auto signedIn = run();
        QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().detail));
        const Identity &identity = signedIn->identity;
        QCOMPARE(identity.toString(), QStringLiteral("Mo Ops <mo@as64496.example>"));
        QVERIFY(identity.verified);
        QVERIFY(identity.may(NetworkRight::Update, 64496));
        // Being listed is not enough: this one may only be read.
        QVERIFY(identity.may(NetworkRight::Read, 64497));
        QVERIFY(!identity.may(NetworkRight::Update, 64497));
        QTRY_VERIFY_WITH_TIMEOUT(m_kit.lastPage().contains(QLatin1String("Back to Peerdesk")), 30'000);
    }

    void theAuthorizationRequestCarriesChallengeStateAndNonce()
    {
        QVERIFY(run());
        const QUrlQuery query(m_opened);
        const auto value = [&query](const char *name) {
            return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        };
        QCOMPARE(value("code_challenge_method"), QStringLiteral("S256"));
        QCOMPARE(value("code_challenge").size(), 43);
        QCOMPARE(value("state").size(), 43);
        QCOMPARE(value("nonce").size(), 43);
        QCOMPARE(query.allQueryItemValues(QStringLiteral("state")).size(), 1);
        QCOMPARE(value("scope"), QStringLiteral("openid profile email networks"));
        QVERIFY(value("redirect_uri").startsWith(QLatin1String("http://127.0.0.1:")));
        QVERIFY(!m_opened.query().contains(QLatin1String("secret")));
    }

    void theListenerIsOnLoopbackAlone()
    {
        const QUrl redirect = redirectOfAnOpenSignIn();
        QTcpSocket loopback;
        loopback.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(redirect.port()));
        QVERIFY(loopback.waitForConnected());
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol)
                continue;
            QTcpSocket outside;
            outside.connectToHost(address, quint16(redirect.port()));
            QVERIFY2(!outside.waitForConnected(2000), qPrintable(address.toString()));
        }
    }

    void aRedirectWithAnotherStateChangesNothing()
    {
        QUrl redirect = redirectOfAnOpenSignIn();
        redirect.setQuery(QStringLiteral("code=stolen&state=guess"));
        m_kit.browse(redirect);
        QTRY_VERIFY_WITH_TIMEOUT(m_kit.lastPage().contains(QLatin1String("does not belong")), 30'000);
        QVERIFY(m_signIn->isRunning());

        m_kit.browse(m_opened);
        QTRY_VERIFY_WITH_TIMEOUT(m_outcome.has_value(), 30'000);
        QVERIFY(*m_outcome);
    }

    void aRedirectFromAnotherProviderEndsTheSignIn()
    {
        QUrl redirect = redirectOfAnOpenSignIn();
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("code"), QStringLiteral("x"));
        query.addQueryItem(QStringLiteral("state"), QUrlQuery(m_opened).queryItemValue(QStringLiteral("state")));
        query.addQueryItem(QStringLiteral("iss"), QStringLiteral("https://evil.example"));
        redirect.setQuery(query);
        m_kit.browse(redirect);
        QTRY_VERIFY_WITH_TIMEOUT(m_outcome.has_value(), 30'000);
        QCOMPARE(m_outcome->error().kind, ErrorKind::Protocol);
    }

    void aPersonWhoSaysNoIsNotSignedIn()
    {
        m_kit.setFaults(R"({"deny": true})");
        const auto signedIn = run();
        QVERIFY(!signedIn);
        QCOMPARE(signedIn.error().kind, ErrorKind::Denied);
        QCOMPARE(signedIn.error().detail, QStringLiteral("The person did not agree"));
        QTRY_VERIFY_WITH_TIMEOUT(m_kit.lastPage().contains(QLatin1String("Not signed in")), 30'000);
    }

    void anIdTokenThatDoesNotHoldIsRefused_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char *fault : {"nonce", "audience", "issuer", "atHash", "expired", "issuedLater"})
            QTest::newRow(fault) << QByteArray(R"({"%": true})").replace('%', fault);
        for (const char *signature : {"none", "HS256", "foreign"})
            QTest::newRow(signature) << QByteArray(R"({"signature": "%"})").replace('%', signature);
    }
    void anIdTokenThatDoesNotHoldIsRefused()
    {
        QFETCH(QByteArray, fault);
        m_kit.setFaults(fault);
        const auto signedIn = run();
        QVERIFY(!signedIn);
        QCOMPARE(signedIn.error().kind, ErrorKind::Unauthenticated);
    }

    void aProviderInTroubleIsNamedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("kind");
        QTest::newRow("discovery") << QByteArray(R"({"status": {"discovery": 503}})") << int(ErrorKind::Unavailable);
        QTest::newRow("token refused") << QByteArray(R"({"grantGone": true})") << int(ErrorKind::Unauthenticated);
        QTest::newRow("client refused") << QByteArray(R"({"wrongSecret": true})") << int(ErrorKind::Unavailable);
        QTest::newRow("something before it")
            << QByteArray(R"({"status": {"token": 400}})") << int(ErrorKind::Unavailable);
        QTest::newRow("token broken") << QByteArray(R"({"status": {"token": 502}})") << int(ErrorKind::Unavailable);
        QTest::newRow("keys") << QByteArray(R"({"status": {"jwks": 500}})") << int(ErrorKind::Unavailable);
    }
    void aProviderInTroubleIsNamedAtOnce()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, kind);
        m_kit.setFaults(fault);
        const auto signedIn = run();
        QVERIFY(!signedIn);
        QCOMPARE(int(signedIn.error().kind), kind);
    }

    void withoutAProfileTheClaimsAreEnough()
    {
        m_kit.setFaults(R"({"status": {"profile": 404}})");
        const auto signedIn = run();
        QVERIFY(signedIn);
        QVERIFY(signedIn->identity.may(NetworkRight::Update, 64496));
    }

    void scopesThatWereNotGrantedLeaveTheClaimsNull()
    {
        m_kit.setFaults(R"({"withhold": ["networks", "profile", "email"]})");
        const auto signedIn = run();
        QVERIFY(signedIn);
        QVERIFY(signedIn->identity.networks.isEmpty());
        QVERIFY(!signedIn->identity.verified);
        QCOMPARE(signedIn->identity.toString(), QStringLiteral("7"));
    }

    void newSigningKeysAreFetched()
    {
        QVERIFY(run());
        m_kit.control(QStringLiteral("/rotate"));
        m_clock.advance(std::chrono::seconds(31)); // keys are not fetched more often
        QVERIFY(run());
    }

    void aSignInThatNobodyFinishesTimesOut()
    {
        m_signIn->setPatience(std::chrono::milliseconds(50));
        const auto signedIn = outcomeOf(m_signIn->run(settings(), [](const QUrl &) {}));
        QCOMPARE(signedIn.error().kind, ErrorKind::TimedOut);
    }

    void aSignInCanBeCancelledAndTriedAgain()
    {
        redirectOfAnOpenSignIn();
        QCOMPARE(outcomeOf(m_signIn->run(settings(), [](const QUrl &) {})).error().kind, ErrorKind::Conflict);
        m_signIn->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(m_outcome.has_value(), 30'000);
        QCOMPARE(m_outcome->error().kind, ErrorKind::Cancelled);
        QVERIFY(run());
    }

    void aTakenRedirectPortIsNamed()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost), 0));
        ProviderSettings taken = settings();
        taken.redirectPort = other.serverPort();
        const auto signedIn = outcomeOf(m_signIn->run(taken, [](const QUrl &) {}));
        QCOMPARE(signedIn.error().kind, ErrorKind::Conflict);
        QVERIFY(signedIn.error().detail.contains(QString::number(other.serverPort())));
    }

    void anUnreachableProviderIsNamed()
    {
        ProviderSettings nowhere = settings();
        nowhere.issuer = QUrl(QStringLiteral("http://127.0.0.1:1/oauth2"));
        const auto signedIn = outcomeOf(m_signIn->run(nowhere, [](const QUrl &) {}));
        QCOMPARE(signedIn.error().kind, ErrorKind::Unreachable);
    }

    void anEndpointGetsATokenMadeForItAlone()
    {
        begin();
        const QUrl endpoint(QStringLiteral("http://127.0.0.1:5000/api/v1"));
        const auto token = outcomeOf(m_session->tokenFor(endpoint));
        QVERIFY(token);
        const auto jwt = parseJwt(token->reveal());
        QVERIFY(jwt);
        QCOMPARE(jwt->claims[u"aud"].toString(), endpoint.toString());
        QCOMPARE(jwt->claims[u"iss"].toString(), m_kit.issuer().toString());
        QVERIFY(Identity::fromClaims(jwt->claims).may(NetworkRight::Update, 64496));
        // Asked again while it is good, there is no call; a slash at the end is the same endpoint.
        m_kit.setFaults(R"({"status": {"token": 500}})");
        QVERIFY(*outcomeOf(m_session->tokenFor(QUrl(endpoint.toString() + u'/'))) == *token);
        QCOMPARE(outcomeOf(m_session->tokenFor(QUrl(QStringLiteral("http://127.0.0.1:5001")))).error().kind,
                 ErrorKind::Unavailable);
    }

    void rotatedTokensSurviveManyGrantsAtOnce()
    {
        begin();
        // The kit ends the whole sign-in when a rotated refresh token comes a second time.
        std::vector<std::optional<Result<Secret>>> tokens(5);
        std::vector<QCoro::Task<void>> tasks;
        for (int i = 0; i < 5; ++i) {
            auto task = m_session->tokenFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(6000 + i)));
            tasks.push_back(
                std::move(task).then([&tokens, i](Result<Secret> token) { tokens[size_t(i)] = std::move(token); }));
        }
        for (const auto &token : tokens) {
            QTRY_VERIFY_WITH_TIMEOUT(token.has_value(), 30'000);
            QVERIFY(*token);
        }
        QVERIFY(outcomeOf(m_session->renew()));
    }

    void renewingKnowsWhoItIs()
    {
        m_kit.control(QStringLiteral("/state"),
                      {{QStringLiteral("ttl"), QJsonObject{{QStringLiteral("access"), 100}}}});
        begin();
        QVERIFY(!m_session->isDue());
        m_clock.advance(std::chrono::seconds(76));
        QVERIFY(m_session->isDue());
        const auto identity = outcomeOf(m_session->renew());
        QVERIFY2(identity, identity ? "" : qPrintable(identity.error().detail));
        QCOMPARE(identity->subject, QStringLiteral("7"));
        QVERIFY(!m_session->isDue());
    }

    void aProviderThatIsDownDoesNotEndTheSignIn()
    {
        begin();
        m_kit.setFaults(R"({"status": {"token": 503}})");
        QCOMPARE(outcomeOf(m_session->renew()).error().kind, ErrorKind::Unavailable);
        QVERIFY(m_session->isActive());
        m_kit.setFaults("{}");
        QVERIFY(outcomeOf(m_session->renew()));
    }

    void aSignInTakenBackByTheProviderIsOver()
    {
        begin();
        m_kit.setFaults(R"({"wrongSecret": true})"); // which is nothing to the person
        QCOMPARE(outcomeOf(m_session->renew()).error().kind, ErrorKind::Unavailable);
        QVERIFY(m_session->isActive());
        m_kit.setFaults(R"({"grantGone": true})");
        QCOMPARE(outcomeOf(m_session->renew()).error().kind, ErrorKind::Unauthenticated);
        QVERIFY(!m_session->isActive());
    }

    void theNextStartGoesOnWithWhatWasStored()
    {
        begin();
        AuthSession next(*m_provider, *m_store, m_clock);
        const auto identity = outcomeOf(next.restore());
        QVERIFY(identity);
        QCOMPARE(identity->toString(), QStringLiteral("Mo Ops <mo@as64496.example>"));
        QVERIFY(identity->may(NetworkRight::Update, 64496));
        const auto renewed = outcomeOf(next.renew());
        QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().detail));
    }

    void signingOutTakesTheTokensBack()
    {
        begin();
        QVERIFY(outcomeOf(m_session->end()));
        QVERIFY(!m_session->isActive());
        QCOMPARE(outcomeOf(m_session->tokenFor(QUrl(QStringLiteral("http://127.0.0.1:5000")))).error().kind,
                 ErrorKind::Unauthenticated);
        QCOMPARE(outcomeOf(m_provider->profile(settings(), m_access)).error().kind, ErrorKind::Unauthenticated);
        AuthSession next(*m_provider, *m_store, m_clock);
        QVERIFY(!outcomeOf(next.restore()));
    }

private:
    [[nodiscard]] ProviderSettings settings() const
    {
        ProviderSettings settings;
        settings.issuer = m_kit.issuer();
        settings.clientId = m_kit.clientId();
        return settings;
    }

    Result<SignedIn> run()
    {
        return outcomeOf(m_signIn->run(settings(), [this](const QUrl &url) {
            m_opened = url;
            m_kit.browse(url);
        }));
    }

    void begin()
    {
        const auto signedIn = run();
        QVERIFY(signedIn);
        m_access = signedIn->tokens.access;
        std::optional<bool> begun;
        const auto task = m_session->begin(*signedIn).then([&begun] { begun = true; });
        QTRY_VERIFY_WITH_TIMEOUT(begun.has_value(), 30'000);
    }

    /// Starts a sign-in whose browser stays where it is; m_outcome is set when it ends.
    QUrl redirectOfAnOpenSignIn()
    {
        m_outcome.reset();
        m_opened.clear();
        m_task = std::make_unique<QCoro::Task<void>>(
            m_signIn->run(settings(), [this](const QUrl &url) { m_opened = url; })
                .then([this](Result<SignedIn> signedIn) { m_outcome = std::move(signedIn); }));
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_opened.isValid(), 30'000); }();
        return QUrl(QUrlQuery(m_opened).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    }

    ProviderKit m_kit;
    test::ManualClock m_clock;
    HttpClient m_http{loopbackAllowed()};
    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<TokenStore> m_store;
    std::unique_ptr<AuthSession> m_session;
    QUrl m_opened;
    Secret m_access;
    std::optional<Result<SignedIn>> m_outcome;
    std::unique_ptr<QCoro::Task<void>> m_task;
};

int main(int argc, char **argv)
{
    // No keychain of the machine: what is stored lives as long as its TokenStore.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    const QCoreApplication app(argc, argv);
    TstSignIn test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_signin.moc"
