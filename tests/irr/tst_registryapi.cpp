// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwkscache.h"
#include "auth/jwtsigner.h"
#include "endpoint/door.h"
#include "endpoint/irr/irrconfig.h"
#include "endpoint/irr/routeapi.h"
#include "base/tomltable.h"
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "irr/keyfollower.h"
#include "irr/objectkeeper.h"
#include "irr/routestore.h"
#include "storage/database.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "workflow/registry/issuerclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

HttpClientSettings local()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectIn(const HttpResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

/// An issuer behind HTTP, with one key for 192.0.2.0/24 and AS64500.
class WebIssuer
{
public:
    explicit WebIssuer(const Clock &clock)
        : m_clock(clock)
        , m_server(clock, [this](HttpRequest request) { return answer(std::move(request)); })
    {
        terms.reference = key.reference;
        terms.origin = Asn(64500);
        terms.prefixes = *PrefixSet::make({{QStringLiteral("192.0.2.0/24"), {}}});
        terms.expires = clock.now() + std::chrono::milliseconds(24h * 30).count();
        change(KeyState::Issued);
        if (!m_server.listen(QHostAddress::LocalHost, 0))
            qFatal("the issuer cannot listen");
    }

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()); }
    void change(KeyState state)
    {
        terms.state = state;
        terms.serial = terms.serial.next(m_clock.now());
        ++terms.sequence;
    }

    BearerKey key = BearerKey::generate(Registry::RipeTest);
    KeyTerms terms;
    QString saysItIs;        ///< in its statements; empty: its URL
    QByteArray gone;         ///< not empty: what it answers about changes, under 410
    QList<QByteArray> asked; ///< paths with query
    bool forgets = false;    ///< signs with a key that is not in its set

private:
    QByteArray statement() const
    {
        const auto told = statementOf(terms, saysItIs.isEmpty() ? url() : saysItIs, {}, m_clock.now(), 24h);
        return *signStatement(told, forgets ? m_stranger : m_signer);
    }
    QCoro::Task<HttpResponse> answer(HttpRequest request)
    {
        const QString path = request.url.path();
        asked.append(request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
        if (path == u"/rak/v1/jwks.json")
            co_return HttpResponse(200, m_signer.jwks(), "application/json");
        if (request.headers.value("Authorization") != "Bearer token of ours")
            co_return HttpResponse(401, "{\"detail\":\"who are you?\"}", "application/problem+json");
        const QJsonObject told = {{QStringLiteral("statement"), QString::fromLatin1(statement())}};
        if (path == u"/rak/v1/verify") {
            const QString text = QJsonDocument::fromJson(request.body).object().value(QLatin1String("key")).toString();
            co_return Secret(text) == key.toText() ? HttpResponse(200, compact(told), "application/json")
                                                   : HttpResponse(404, "{}", "application/problem+json");
        }
        if (path == QStringLiteral("/rak/v1/status/") + key.reference.toString())
            co_return HttpResponse(200, compact(told), "application/json");
        if (path == u"/rak/v1/changes" && !gone.isEmpty())
            co_return HttpResponse(410, gone, "application/problem+json");
        if (path == u"/rak/v1/changes")
            co_return HttpResponse(
                200,
                compact({{QStringLiteral("next"), terms.sequence},
                         {QStringLiteral("more"), false},
                         {QStringLiteral("events"),
                          QJsonArray{QJsonObject{{QStringLiteral("ref"), key.reference.toString()}}}}}),
                "application/json");
        co_return HttpResponse(404, "{}", "application/problem+json");
    }

    const Clock &m_clock;
    JwtSigner m_signer = *JwtSigner::generateEs256(QStringLiteral("rak-1"));
    JwtSigner m_stranger = *JwtSigner::generateEs256(QStringLiteral("rak-1"));
    HttpServer m_server;
};

} // namespace

/// The registry's API and the issuer that it asks, with real HTTP between them.
class TstRegistryApi : public QObject
{
    Q_OBJECT

    HttpResponse send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                      const HttpHeaders &headers = {})
    {
        HttpRequest request(QUrl(QStringLiteral("http://registry.example/v1/irr/v1/") + path), method);
        request.headers = headers;
        request.body = body;
        const auto admission = std::make_shared<Admission>();
        admission->id = QStringLiteral("request-1");
        request.admission = admission;
        const HttpRouter::Match match = m_router.match(method, request.url);
        return match.route ? outcomeOf((*match.route)(request, match.arguments)) : HttpResponse(404);
    }
    QJsonObject wish(const QString &prefix = QStringLiteral("192.0.2.0/24"))
    {
        return {{QStringLiteral("prefix"), prefix},
                {QStringLiteral("origin"), QStringLiteral("AS64500")},
                {QStringLiteral("descr"), QStringLiteral("two\nlines")},
                {QStringLiteral("mnt_by"), QStringLiteral("MAINT-AS64500")},
                {QStringLiteral("key"), m_issuer->key.toText().revealText()}};
    }
    /// A desk and an API anew, over the same database.
    void takeNames(RouteDesk::Names names)
    {
        const auto space = delegatedSpace("x|NL|ipv4|192.0.2.0|256|19930901|allocated\n");
        const Trust trust({{Registry::RipeTest, *space}}, Trust::Unvouched::Locked);
        m_desk =
            std::make_unique<RouteDesk>(*m_database, m_clock, QStringLiteral("OURS"), trust, m_client->calls(), names);
        const auto whoAsks = [this](HttpRequest) -> QCoro::Task<Result<Identity>> {
            co_return m_isStranger ? Result<Identity>(Error(ErrorKind::Unauthenticated)) : Result<Identity>(m_asks);
        };
        m_router = HttpRouter();
        m_api = std::make_unique<RouteApi>(
            *m_desk, RouteApi::Door{whoAsks, [] { return QStringLiteral("noc@registry.example"); }, "Bearer here"});
        m_api->addRoutes(m_router, QStringLiteral("/v1"));
    }
    void tick()
    {
        QVERIFY(outcomeOf(m_follower->run()).ok());
        QVERIFY(outcomeOf(m_keeper->tend()).ok());
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(ManualClock().now());
        m_database = std::move(*Database::open(newDatabase(*m_folder), m_clock));
        m_issuer = std::make_unique<WebIssuer>(m_clock);
        m_http = std::make_unique<HttpClient>(local());
        m_keys = std::make_unique<JwksCache>(*m_http, m_clock);
        KeyIssuer trusted;
        trusted.issuer = m_issuer->url();
        trusted.api = QUrl(m_issuer->url());
        trusted.jwks = QUrl(m_issuer->url() + QStringLiteral("/rak/v1/jwks.json"));
        trusted.token = Secret(QByteArrayLiteral("token of ours"));
        m_client = std::make_unique<IssuerClient>(*m_http, *m_keys, m_clock, QList<KeyIssuer>{trusted});
        const QString ours = QStringLiteral("OURS");
        HousekeepingRules rules;
        rules.registries = {Registry::RipeTest};
        m_follower = std::make_unique<KeyFollower>(*m_database, m_clock, m_client->calls(), rules, m_witness);
        m_keeper = std::make_unique<ObjectKeeper>(*m_database, m_clock, ours, rules, m_witness);
        takeNames(RouteDesk::Names::Listed);
        m_isStranger = false;
        m_asks = Identity();
        NetworkRights rights;
        rights.asn = 64500;
        rights.rights = 3;
        m_asks.networks = {rights};
        const Maintainer one{QStringLiteral("MAINT-AS64500"), Asn(64500), {}, 1};
        auto putting = m_database->write([one](QSqlDatabase &db) { return MaintainerStore(db).put(one); });
        QVERIFY(putting.result().ok());
    }

    void anObjectGoesFromTheFirstDayToTheLast()
    {
        const HttpResponse created = send("POST", QStringLiteral("route-objects"), compact(wish()));
        QCOMPARE(created.status, 201);
        const QString id = objectIn(created).value(QLatin1String("id")).toString();
        QCOMPARE(objectIn(created).value(QLatin1String("key_ref")).toString(), m_issuer->key.reference.toString());
        QCOMPARE(objectIn(created).value(QLatin1String("key_expires")).toString(), toRfc3339(m_issuer->terms.expires));
        QCOMPARE(objectIn(created).value(QLatin1String("descr")).toString(), QStringLiteral("two\nlines"));
        QVERIFY(!created.body.contains(m_issuer->key.toText().reveal()));
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(wish())).status, 409);
        const QJsonArray list =
            objectIn(send("GET", QStringLiteral("route-objects"))).value(QLatin1String("route_objects")).toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first()[QLatin1String("key_expires")].toString(), toRfc3339(m_issuer->terms.expires));
        const HttpResponse text = send("GET", QStringLiteral("route-objects/") + id, {}, {{"Accept", "text/plain"}});
        QVERIFY2(text.body.startsWith("route:          192.0.2.0/24\n"), text.body.constData());
        const QByteArray changed = QByteArray(text.body).replace("two", "changed");
        const HttpResponse put =
            send("PUT", QStringLiteral("route-objects/") + id, changed, {{"Content-Type", "text/plain"}});
        QCOMPARE(put.status, 200);
        QVERIFY(put.body.contains("changed"));
        QCOMPARE(send("DELETE", QStringLiteral("route-objects/") + id).status, 204);
        QCOMPARE(send("GET", QStringLiteral("route-objects/") + id).status, 404);
    }

    void aChangeInJsonLeavesTheOtherAttributesAlone()
    {
        const QByteArray full = "route: 192.0.2.0/24\ndescr: one\ndescr: two\nholes: 192.0.2.128/25\norigin: AS64500\n"
                                "remarks: kept\nmnt-by: MAINT-AS64500\nsource: OURS\n";
        const HttpResponse made = send("POST", QStringLiteral("route-objects"), full,
                                       {{"Content-Type", "text/plain"}, {"Rak-Key", m_issuer->key.toText().reveal()}});
        QCOMPARE(made.status, 201);
        const QString path = QStringLiteral("route-objects/") + objectIn(made).value(QLatin1String("id")).toString();
        QCOMPARE(objectIn(made).value(QLatin1String("descr")).toString(), QStringLiteral("one\ntwo"));
        const HttpResponse put =
            send("PUT", path, compact({{QStringLiteral("descr"), QStringLiteral("other\nwords")}}));
        QCOMPARE(put.status, 200);
        const QString text = objectIn(put).value(QLatin1String("rpsl")).toString();
        QVERIFY2(text.startsWith(QStringLiteral("route:          192.0.2.0/24\n"
                                                "descr:          other\n"
                                                "descr:          words\n"
                                                "holes:          192.0.2.128/25\n"
                                                "origin:         AS64500\n"
                                                "remarks:        kept\n"
                                                "mnt-by:         MAINT-AS64500\n")),
                 qPrintable(text));
        QCOMPARE(send("PUT", path, compact({{QStringLiteral("origin"), 64501}})).status, 409);
        QCOMPARE(send("PUT", path, compact({{QStringLiteral("mnt_by"), QString()}})).status, 400);
        const QString smuggled = QStringLiteral("MAINT-AS64500\nholes: 10.0.0.0/8");
        QCOMPARE(send("PUT", path, compact({{QStringLiteral("mnt_by"), smuggled}})).status, 400);
    }

    void whatIsRevokedAtTheIssuerFallsHere()
    {
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(wish())).status, 201);
        tick();
        m_clock.advance(60s);
        m_issuer->change(KeyState::Revoked);
        tick();
        auto reading =
            m_database->read([](QSqlDatabase &db) { return RouteStore(db).prefixes({Asn(64500)}, Family::IPv4, 10); });
        QVERIFY(reading.result()->isEmpty());
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(wish())).status, 403);
    }

    void refusalsSayWhatIsWrong()
    {
        QJsonObject other = wish();
        other.insert(QStringLiteral("key"), BearerKey::generate(Registry::RipeTest).toText().revealText());
        const HttpResponse unknown = send("POST", QStringLiteral("route-objects"), compact(other));
        QCOMPARE(unknown.status, 403);
        QVERIFY2(unknown.body.contains("knows no such key"), unknown.body.constData());
        QCOMPARE(send("POST", QStringLiteral("route-objects"), "[]").status, 400);
        QCOMPARE(send("POST", QStringLiteral("route-objects"), "{}").status, 400);
        const HttpResponse bits =
            send("POST", QStringLiteral("route-objects"), compact(wish(QStringLiteral("192.0.2.1/24"))));
        QCOMPARE(bits.status, 400);
        QVERIFY2(bits.body.contains("192.0.2.1/24 has host bits"), bits.body.constData());
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(wish(QStringLiteral("10.0.0.0/8")))).status,
                 403);
        m_asks.readOnly = true;
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(wish())).status, 403);
        m_asks.networks.clear();
        QCOMPARE(send("GET", QStringLiteral("route-objects")).status, 403);
        m_isStranger = true;
        const HttpResponse stranger = send("GET", QStringLiteral("route-objects"));
        QCOMPARE(stranger.status, 401);
        QCOMPARE(stranger.headers.value("WWW-Authenticate"), QByteArray("Bearer here"));
        QCOMPARE(objectIn(stranger).value(QLatin1String("request_id")).toString(), QStringLiteral("request-1"));
    }

    void aNewNameIsItsFirstAuthors()
    {
        QJsonObject named = wish();
        named.insert(QStringLiteral("mnt_by"), QStringLiteral("MAINT-NEW"));
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(named)).status, 403);
        takeNames(RouteDesk::Names::New);
        NetworkRights second = m_asks.networks.first();
        second.asn = 64501;
        m_asks.networks.append(second);
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(named)).status, 403); // whose would it be?
        m_asks.networks.removeLast();
        m_asks.email = QStringLiteral("noc@as64500.example");
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(named)).status, 201);
        auto reading = m_database->read(
            [](QSqlDatabase &db) { return MaintainerStore(db).maintainer(QStringLiteral("MAINT-NEW")); });
        const auto maintainer = reading.result();
        QVERIFY(maintainer && *maintainer);
        QCOMPARE((*maintainer)->notify, m_asks.email); // who has to hear it when its objects fall
        const QByteArray set = "as-set: AS-OURS\nmembers: AS64500\nmnt-by: MAINT-NEW\nsource: OURS\n";
        m_asks.networks.first().asn = 64501;
        QCOMPARE(send("POST", QStringLiteral("sets"), set, {{"Content-Type", "text/plain"}}).status, 403);
        m_asks.networks.first().asn = 64500;
        QCOMPARE(send("POST", QStringLiteral("sets"), set, {{"Content-Type", "text/plain"}}).status, 200);
    }

    void whatIsNotSignedByTheIssuerIsNotBelieved()
    {
        m_issuer->forgets = true;
        QVERIFY(send("POST", QStringLiteral("route-objects"), compact(wish())).status >= 400);
        m_issuer->forgets = false;
        m_issuer->saysItIs = QStringLiteral("https://somebody.else.example");
        QVERIFY(send("POST", QStringLiteral("route-objects"), compact(wish())).status >= 400);
        m_issuer->saysItIs.clear();
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(wish())).status, 201);
    }

    void aJournalThatIsGoneSaysWhereToGoOn()
    {
        QCOMPARE(send("POST", QStringLiteral("route-objects"), compact(wish())).status, 201);
        m_issuer->gone = "{\"next\":77}";
        const auto news = outcomeOf(m_client->news(Registry::RipeTest, 5));
        QVERIFY(news.ok());
        QVERIFY(!news->complete);
        QCOMPARE(news->next, 77);
        QCOMPARE(outcomeOf(m_client->news(Registry::RipeTest, 100))->next, 77);
        m_issuer->gone = "{}";
        QCOMPARE(outcomeOf(m_client->news(Registry::RipeTest, 5)).error().kind, ErrorKind::Protocol);
    }

    void setsAreMadeOfRpsl()
    {
        const QByteArray set = "as-set: AS-OURS\nmembers: AS64500\nmnt-by: MAINT-AS64500\nsource: OURS\n";
        const HttpResponse put = send("POST", QStringLiteral("sets"), set, {{"Content-Type", "text/plain"}});
        QCOMPARE(put.status, 200);
        QCOMPARE(objectIn(put).value(QLatin1String("name")).toString(), QStringLiteral("AS-OURS"));
        QCOMPARE(send("DELETE", QStringLiteral("sets/as-ours")).status, 204);
        QCOMPARE(send("DELETE", QStringLiteral("sets/as-ours")).status, 404);
    }

    void theConfigurationSaysWhatIsKept()
    {
        const auto read = [](const QByteArray &text, QStringList &faults) {
            TomlTable::Faults found;
            IrrConfig config;
            {
                TomlTable top = TomlTable::parse(text, found);
                config = IrrConfig::read(top);
            }
            for (const FieldError &fault : found)
                faults.append(fault.field);
            return config;
        };
        const QByteArray good = "[irr]\nsource = \"ours\"\nlisten = \"127.0.0.1:4343\"\ngrace_hours = 24\n"
                                "new_maintainers = true\n"
                                "[[irr.maintainer]]\nname = \"maint-as64500\"\nasn = 64500\n";
        QStringList faults;
        const IrrConfig config = read(good, faults);
        QCOMPARE(faults, QStringList());
        QCOMPARE(config.source, QStringLiteral("OURS"));
        QCOMPARE(config.names, RouteDesk::Names::New);
        QCOMPARE(config.whoisPort, 4343);
        QCOMPARE(config.maintainers.first().name, QStringLiteral("MAINT-AS64500"));
        QCOMPARE(config.rules.grace, std::chrono::milliseconds(24h));
        read(QByteArray(good).replace("\"ours\"", "\"0\""), faults);
        QCOMPARE(faults, QStringList({QStringLiteral("irr.source")}));
    }

private:
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<WebIssuer> m_issuer;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<JwksCache> m_keys;
    std::unique_ptr<IssuerClient> m_client;
    std::unique_ptr<RouteDesk> m_desk;
    std::unique_ptr<KeyFollower> m_follower;
    ClockWitness m_witness;
    std::unique_ptr<ObjectKeeper> m_keeper;
    std::unique_ptr<RouteApi> m_api;
    HttpRouter m_router;
    Identity m_asks;
    bool m_isStranger = false; ///< whoever asks shows nothing that holds
};

QTEST_GUILESS_MAIN(TstRegistryApi)
#include "tst_registryapi.moc"
