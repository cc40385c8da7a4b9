// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "auth/endpointsessions.h"
#include "auth/tokenstore.h"
#include "base/settings.h"
#include "endpoint/signinrig.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"
#include "workflow/account/account.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

/// What several programs of one person share.
class Shelf
{
public:
    [[nodiscard]] SessionShelf open()
    {
        SessionShelf shelf;
        shelf.read = [this](QString key) -> QCoro::Task<Result<Secret>> {
            if (!entries.contains(key))
                co_return Error(ErrorKind::NotFound);
            co_return entries.value(key);
        };
        shelf.write = [this](QString key, Secret entry) -> QCoro::Task<Result<void>> {
            entries.insert(key, entry);
            co_return {};
        };
        shelf.remove = [this](QString key) -> QCoro::Task<Result<void>> {
            entries.remove(key);
            co_return {};
        };
        shelf.lockFile = folder.filePath("lock");
        return shelf;
    }

    QHash<QString, Secret> entries;
    QTemporaryDir folder;
};

} // namespace

/// A program signs in at an endpoint of which it knows nothing but the address.
class TstEndpointSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_TOOL(m_kit.start(SignInRig::kitConfiguration(SignInRig::Address::Loopback)), m_kit.why());
    }

    void init()
    {
        m_rig = std::make_unique<SignInRig>(m_kit, QByteArray(), SignInRig::Address::Loopback);
        m_shelf = std::make_unique<Shelf>();
        m_sessions = program();
    }

    void cleanup()
    {
        m_sessions.reset();
        m_front.reset();
        m_rig.reset();
    }

    void theAddressIsAllThatHasToBeKnown()
    {
        const auto person = signIn(m_rig->base());
        QVERIFY2(person.ok(), person.ok() ? "" : qPrintable(person.error().detail));
        QCOMPARE(person->toString(), QStringLiteral("Mo Ops <mo@as64496.example>"));
        const Secret token = *outcomeOf(m_sessions->tokenFor(m_rig->base()));
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496", token.revealText()).status, 200);
        QCOMPARE(*outcomeOf(m_sessions->identity(m_rig->base())), *person);
    }

    void anotherProgramOfThePersonIsSignedInToo()
    {
        QVERIFY(signIn(m_rig->base()).ok());
        QVERIFY(outcomeOf(program()->tokenFor(m_rig->base())).ok());
    }

    void aTokenIsRenewedBeforeItEnds()
    {
        QVERIFY(signIn(m_rig->base()).ok());
        const Secret first = *outcomeOf(m_sessions->tokenFor(m_rig->base()));
        QVERIFY(*outcomeOf(m_sessions->tokenFor(m_rig->base())) == first);
        m_rig->clock.advance(9min + 1s);
        const Secret second = *outcomeOf(m_sessions->tokenFor(m_rig->base()));
        QVERIFY(!(second == first));
        QCOMPARE(m_rig->get("/v1/sessions?asn=64496", second.revealText()).status, 200);
    }

    void programsThatRenewAtOnceTakeTurns() // else reuse would end the sign-in (RFC 9700 section 4.14.2)
    {
        QVERIFY(signIn(m_rig->base()).ok());
        m_rig->clock.advance(9min + 1s);
        std::vector<std::unique_ptr<EndpointSessions>> programs;
        std::vector<QCoro::Task<Result<Secret>>> tasks;
        for (int i = 0; i < 5; ++i) {
            programs.push_back(program());
            tasks.push_back(programs.back()->tokenFor(m_rig->base()));
        }
        QSet<QByteArray> tokens;
        for (auto &task : tasks) {
            const auto token = outcomeOf(std::move(task));
            QVERIFY(token.ok());
            tokens.insert(token->reveal());
        }
        QCOMPARE(tokens.size(), 1);
        m_rig->clock.advance(9min + 1s);
        QVERIFY(outcomeOf(m_sessions->tokenFor(m_rig->base())).ok());
    }

    void anEndpointThatIsSlowHoldsUpNobodyElse()
    {
        QVERIFY(signIn(m_rig->base()).ok());
        QPromise<void> gate;
        gate.start();
        HttpServer slow(m_rig->clock, [&gate](HttpRequest) -> QCoro::Task<HttpResponse> {
            QFuture<void> opened = gate.future();
            co_await opened;
            co_return HttpResponse(503);
        });
        QVERIFY(slow.listen(QHostAddress::LocalHost, 0).ok());
        const QString there = QStringLiteral("http://127.0.0.1:%1/v1").arg(slow.port());
        const QJsonObject entry{{"issuer", there},           {"token_endpoint", there + "/oauth/token"},
                                {"client_id", "peerdesk"},   {"access_token", "old"},
                                {"refresh_token", "a word"}, {"good_until", 0}};
        m_shelf->entries.insert("sign-in at " + there, Secret(QJsonDocument(entry).toJson()));
        const auto other = program();
        auto waiting = other->tokenFor(QUrl(there));
        m_rig->clock.advance(9min + 1s);
        QVERIFY(outcomeOf(m_sessions->tokenFor(m_rig->base())).ok());
        gate.finish();
        QCOMPARE(outcomeOf(std::move(waiting)).error().kind, ErrorKind::Unavailable);
    }

    void signingOutEndsItThereToo()
    {
        QVERIFY(signIn(m_rig->base()).ok());
        const QJsonObject entry = QJsonDocument::fromJson(m_shelf->entries.cbegin()->reveal()).object();
        QVERIFY(outcomeOf(m_sessions->signOut(m_rig->base())).ok());
        QCOMPARE(outcomeOf(m_sessions->tokenFor(m_rig->base())).error().kind, ErrorKind::NotFound);
        QCOMPARE(m_rig->refresh(entry["refresh_token"].toString()).status, 400);
    }

    void aSignInThatEndedThereIsForgotten()
    {
        QVERIFY(signIn(m_rig->base()).ok());
        m_rig->clock.advance(30 * 24h);
        QCOMPARE(outcomeOf(m_sessions->tokenFor(m_rig->base())).error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(outcomeOf(m_sessions->tokenFor(m_rig->base())).error().kind, ErrorKind::NotFound);
    }

    void theDesksOwnNetworksAreProvenByTheirEndpointsAddressAlone()
    {
        const QUrl elsewhere(QStringLiteral("https://peering.as64500.example/v1"));
        SettingsFile settings(m_shelf->folder.filePath("peerdesk.ini"));
        TokenStore store;
        const auto opened = [open = browser()](const QUrl &address) {
            open(address);
            return true;
        };
        Account account(settings, m_rig->http, store, m_rig->clock, opened);
        QVERIFY2(!account.canSignInDirectly(), "PeeringDB takes no program on a person's machine for its client");
        account.signInThrough(m_rig->base());
        QTRY_COMPARE_WITH_TIMEOUT(account.state(), Account::State::SignedIn, 30'000);
        QCOMPARE(account.person(), QStringLiteral("Mo Ops <mo@as64496.example>"));
        QVERIFY(account.network(Asn(64496)).proven);
        QVERIFY2(!account.network(Asn(64497)).asn.isValid(), "the person may only read it");
        QVERIFY(outcomeOf(account.tokenFor(m_rig->base())).ok());
        QCOMPARE(outcomeOf(account.tokenFor(elsewhere)).error().kind, ErrorKind::Unauthenticated);

        Account next(settings, m_rig->http, store, m_rig->clock, opened);
        next.restore();
        QTRY_COMPARE_WITH_TIMEOUT(next.state(), Account::State::SignedIn, 30'000);
        QVERIFY(next.network(Asn(64496)).proven);
        m_rig->clock.advance(30 * 24h);
        QCOMPARE(outcomeOf(next.tokenFor(m_rig->base())).error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(next.state(), Account::State::Expired);
        QVERIFY(!next.network(Asn(64496)).proven);
    }

    void whoRefusesIsNotSignedIn()
    {
        m_answer = "refuse";
        const auto person = signIn(m_rig->base());
        m_answer = "allow";
        QCOMPARE(person.error().kind, ErrorKind::Denied);
        QVERIFY(m_shelf->entries.isEmpty());
    }

    void anEndpointSendsTheBrowserToNobodyElse() // RFC 9700 section 4.4, RFC 9728 section 3.3, RFC 8414 section 3.3
    {
        const auto failure = [this](const QByteArray &resource, const QByteArray &server) {
            serve(resource, server);
            const auto person = signIn(frontUrl());
            return person.ok() ? QStringLiteral("signed in") : toText(person.error().kind);
        };
        const QByteArray us = frontUrl().toEncoded();
        const QByteArray resource = "{\"resource\":\"" + us + "\",\"authorization_servers\":[\"" + us + "\"]}";
        const auto server = [&us](const QByteArray &issuer, const QByteArray &authorization,
                                  const QByteArray &methods) -> QByteArray {
            return "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + authorization
                   + "\",\"token_endpoint\":\"" + us + "/token\",\"code_challenge_methods_supported\":" + methods + "}";
        };
        QCOMPARE(
            failure("{\"resource\":\"https://other.example/v1\",\"authorization_servers\":[\"" + us + "\"]}", "{}"),
            QStringLiteral("protocol"));
        QCOMPARE(failure("{\"resource\":\"" + us + "\",\"authorization_servers\":[\"https://other.example\"]}", "{}"),
                 QStringLiteral("denied"));
        QCOMPARE(failure(resource, server("https://other.example", us + "/authorize", "[\"S256\"]")),
                 QStringLiteral("protocol"));
        QCOMPARE(failure(resource, server(us, "https://other.example/authorize", "[\"S256\"]")),
                 QStringLiteral("protocol"));
        QCOMPARE(failure(resource, server(us, us + "/authorize", "[\"plain\"]")), QStringLiteral("protocol"));
        QCOMPARE(failure("<html>", "{}"), QStringLiteral("denied"));
    }

private:
    std::unique_ptr<EndpointSessions> program()
    {
        return std::make_unique<EndpointSessions>(m_rig->http, m_rig->clock, m_shelf->open());
    }

    /// The person: signs in, reads the consent page, and answers.
    Result<Identity> signIn(const QUrl &endpoint) { return outcomeOf(m_sessions->signIn(endpoint, browser())); }
    CodeFlow::Browser browser()
    {
        return [this](const QUrl &address) {
            QMetaObject::invokeMethod(
                this, [this, address] { visit(address); }, Qt::QueuedConnection);
        };
    }

    void visit(const QUrl &address)
    {
        SignInRig::Browser browser;
        m_rig->redirect = QUrlQuery(address).queryItemValue("redirect_uri", QUrl::FullyDecoded);
        m_rig->browse(browser, address);
        m_rig->answer(browser, m_answer);
        HttpRequest back(browser.address);
        (void)outcomeOf(m_rig->http.send(back));
    }

    void serve(const QByteArray &resource, const QByteArray &server)
    {
        m_resource = resource;
        m_server = server;
    }

    /// An endpoint that says what the test wants it to.
    QUrl frontUrl()
    {
        if (!m_front) {
            m_front =
                std::make_unique<HttpServer>(m_rig->clock, [this](HttpRequest request) -> QCoro::Task<HttpResponse> {
                    if (request.url.path() == "/.well-known/oauth-protected-resource/v1")
                        co_return HttpResponse(200, m_resource, "application/json");
                    if (request.url.path() == "/.well-known/oauth-authorization-server/v1")
                        co_return HttpResponse(200, m_server, "application/json");
                    co_return HttpResponse(404);
                });
            (void)m_front->listen(QHostAddress::LocalHost, 0);
        }
        return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(m_front->port()));
    }

    ProviderKit m_kit;
    std::unique_ptr<SignInRig> m_rig;
    std::unique_ptr<Shelf> m_shelf;
    std::unique_ptr<EndpointSessions> m_sessions;
    std::unique_ptr<HttpServer> m_front;
    QByteArray m_resource;
    QByteArray m_server;
    QByteArray m_answer = "allow";
};

QTEST_GUILESS_MAIN(TstEndpointSessions)
#include "tst_endpointsessions.moc"
