// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"

#include "auth/scope.h"
#include "support/databaseplace.h"
#include "support/outcomeof.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace peerdesk::test {
namespace {

const JwtSigner &signer()
{
    static const JwtSigner one = *JwtSigner::generate(QStringLiteral("key-1"));
    return one;
}

struct Lan
{
    std::uint32_t exchange;
    const char *prefix4;
    const char *prefix6;
    const char *base4;
};
constexpr Lan lans[] = {{42, "192.0.2.0/24", "2001:db8:42::/64", "192.0.2."},
                        {7, "198.51.100.0/24", "2001:db8:7::/64", "198.51.100."},
                        {9, "203.0.113.0/24", "2001:db8:9::/64", "203.0.113."}};
constexpr std::pair<std::uint32_t, int> hosts[] = {{64496, 1}, {64497, 2}, {64500, 10}, {64501, 11}};

IpAddress addressAt(const Lan &lan, int host)
{
    return *IpAddress::parse(QString::fromLatin1(lan.base4) + QString::number(host));
}

int hostOf(Asn asn)
{
    const auto host =
        std::find_if(std::begin(hosts), std::end(hosts), [asn](const auto &known) { return Asn(known.first) == asn; });
    return host == std::end(hosts) ? 0 : host->second;
}

PortPair pairAt(const Lan &lan, Asn own, Asn other)
{
    PortPair pair;
    pair.exchangeId = lan.exchange;
    pair.ownAddress = addressAt(lan, hostOf(own));
    pair.otherAddress = addressAt(lan, hostOf(other));
    return pair;
}

HttpClientSettings laboratory()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

const QByteArray policy = R"(
[[rule]]
name = "everybody here"
verdict = "approve"
exchange = [42]
[[rule]]
name = "full"
verdict = "reject"
exchange = [7]
reason = "The port is full"
)";

} // namespace

Places smallWorld()
{
    Places places;
    places.facts = [](const Location &location, const QList<IpAddress> &) {
        ExchangeFacts facts;
        for (const Lan &lan : lans) {
            if (location != Location::exchange(lan.exchange))
                continue;
            facts.known = true;
            facts.lanPrefixes = {*IpPrefix::parse(QString::fromLatin1(lan.prefix4)),
                                 *IpPrefix::parse(QString::fromLatin1(lan.prefix6))};
            for (const auto &[asn, host] : hosts)
                facts.registeredTo.insert(addressAt(lan, host), Asn(asn));
        }
        return facts;
    };
    places.network = [](Asn asn) {
        Network network;
        network.asn = asn;
        network.policy = QStringLiteral("Open");
        return std::optional(network);
    };
    places.networkName = [](Asn asn) { return asn.toString(); };
    places.locationName = [](const Location &location) { return location.toString(); };
    places.shared = [](Asn own, Asn other) {
        QList<SharedExchange> list;
        const bool known = std::any_of(std::begin(hosts), std::end(hosts),
                                       [other](const auto &host) { return Asn(host.first) == other; });
        for (const Lan &lan : lans) {
            SharedExchange shared;
            shared.exchangeId = lan.exchange;
            if (known && (own != Asn(64497) || lan.exchange == 42))
                shared.pairs = {pairAt(lan, own, other)};
            if (known)
                list.append(shared);
        }
        return list;
    };
    return places;
}

Issuer::Issuer(const Clock &clock)
    : m_clock(clock)
    , m_signer(signer())
    , m_server(clock, [this](HttpRequest) -> QCoro::Task<HttpResponse> {
        co_return m_down ? HttpResponse(503) : HttpResponse(200, m_signer.jwks(), "application/json");
    })
{
    (void)m_server.listen(QHostAddress::LocalHost, 0);
}

QUrl Issuer::jwksAddress() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/jwks.json").arg(m_server.port()));
}

QJsonArray Issuer::networks(std::uint32_t asn, int rights)
{
    return {QJsonObject{
        {"id", 1}, {"name", "A network"}, {"asn", qint64(asn)}, {"perms", 3}, {"manage_peering_sessions", rights}}};
}

Secret Issuer::token(const QUrl &audience, std::uint32_t asn, int rights) const
{
    return token(audience, QJsonObject{{"networks", networks(asn, rights)}});
}

Secret Issuer::token(const QUrl &audience, const QJsonObject &extra) const
{
    const qint64 now = m_clock.now() / 1000;
    QJsonObject claims = {{"iss", name()},     {"aud", audience.toString()},     {"sub", "17"},
                          {"name", "M. Ops"},  {"email", "noc@as64500.example"}, {"iat", now},
                          {"exp", now + 3600}, {"verified_user", true},          {"email_verified", true},
                          {"scope", fullScope}};
    for (auto it = extra.begin(); it != extra.end(); ++it)
        claims.insert(it.key(), it.value());
    return m_signer.sign(claims);
}

EndpointRig::EndpointRig(const QByteArray &extraConfig, const QByteArray &ofNetwork, const QByteArray &believedFor)
    : http(laboratory())
{
    const DatabaseAddress place = newDatabase(folder, QStringLiteral("desk.db"));
    const QString text =
        QStringLiteral("contact = \"peering@as64496.example\"\ndatabase = \"%1\"\ndatabase_key = \"%2\"\n"
                       "allow_private_addresses = true\n")
            .arg(place.location, place.keyPath())
        + QString::fromLatin1(extraConfig)
        + QStringLiteral(
              "\n[[issuer]]\nissuer = \"%1\"\njwks = \"%2\"\nnetworks = %4\n[[network]]\nasn = 64496\n%3\n[[network]]\nasn = 64497\n")
              .arg(issuer.name(), issuer.jwksAddress().toString(), QString::fromLatin1(ofNetwork),
                   QString::fromLatin1(believedFor))
        + QString::fromLatin1(policy);
    const auto config = EndpointConfig::parse(text.toUtf8());
    if (!config)
        qFatal("%s: %s", qPrintable(config.error().fields.first().field),
               qPrintable(config.error().fields.first().messages.first()));
    database = std::move(*Database::open(config->database, clock));
    keys = std::make_unique<JwksCache>(http, clock);
    reception = std::make_unique<Reception>(*database, clock, smallWorld(), config->networks);
    states = std::make_unique<SessionStates>(*database, clock);
    server = std::make_unique<HttpServer>(
        clock, [this](HttpRequest request) { return endpoint->answer(std::move(request)); }, config->limits);
    server->setRefusal([this](int status, const QString &reason) { return endpoint->refusal(status, reason); });
    server->setScreen([this](HttpRequest &head) { return endpoint->screen(head); });
    (void)server->listen(QHostAddress::LocalHost, 0);
    TokenRules rules;
    rules.issuers = config->issuers;
    rules.audience = base().toString();
    verifier = std::make_unique<TokenVerifier>(rules, *keys, clock);
    endpoint = std::make_unique<PeeringEndpoint>(*config, base(), *reception, *verifier, clock);
}

QUrl EndpointRig::base() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(server->port()));
}

QUrl EndpointRig::url(const QString &path) const
{
    return QUrl(base().toString() + path);
}

HttpResponse EndpointRig::get(const QString &path, std::uint32_t asn)
{
    HttpRequest request(url(path));
    request.headers.append("Authorization", "Bearer " + issuer.token(base(), asn).reveal());
    return send(request);
}

HttpResponse EndpointRig::post(const QJsonObject &body, std::uint32_t asn)
{
    HttpRequest request(url(QStringLiteral("/sessions")), "POST");
    request.headers.append("Authorization", "Bearer " + issuer.token(base(), asn).reveal());
    request.headers.append("Content-Type", "application/json");
    request.body = QJsonDocument(body).toJson();
    return send(request);
}

HttpResponse EndpointRig::remove(const QString &path, std::uint32_t asn, const QByteArray &prefer)
{
    HttpRequest request(url(path), "DELETE");
    request.headers.append("Authorization", "Bearer " + issuer.token(base(), asn).reveal());
    if (!prefer.isEmpty())
        request.headers.append("Prefer", prefer);
    return send(request);
}

HttpResponse EndpointRig::send(HttpRequest request)
{
    const auto response = outcomeOf(http.send(std::move(request)));
    if (!response)
        qFatal("no answer: %s", qPrintable(response.error().detail));
    return *response;
}

QJsonObject EndpointRig::session(const QString &item, const QString &localIp, const QString &peerIp, int exchange,
                                 qint64 asn)
{
    return {{"item_id", item},
            {"local_asn", asn},
            {"local_ip", localIp},
            {"peer_asn", 64496},
            {"peer_ip", peerIp},
            {"peer_type", "public"},
            {"location", QJsonObject{{"id", QStringLiteral("pdb:ix:%1").arg(exchange)}, {"type", "public"}}}};
}

QJsonObject EndpointRig::batch(const QString &requestId, const QList<QJsonObject> &sessions)
{
    QJsonArray list;
    for (const QJsonObject &one : sessions)
        list.append(one);
    QJsonObject object = {{"sessions", list}};
    if (!requestId.isEmpty())
        object.insert("request_id", requestId);
    return object;
}

QJsonObject EndpointRig::body(const HttpResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

} // namespace peerdesk::test
