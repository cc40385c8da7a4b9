// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/discovery.h"

#include "auth/wellknown.h"
#include "http/httpclient.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk {
namespace {

struct DiscoveryWords
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

constexpr qint64 maxDocument = 64 * 1024;

Error notSound(const QString &detail)
{
    return Error(ErrorKind::Protocol, detail);
}

bool sameHost(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

QCoro::Task<Result<QJsonObject>> document(HttpClient *http, QUrl address)
{
    HttpRequest request(address);
    request.headers.set("Accept", "application/json");
    HttpCall call;
    call.maxBody = maxDocument;
    auto sending = http->send(request, call);
    const auto answer = co_await sending;
    if (!answer)
        co_return answer.error();
    if (!answer->isSuccess())
        co_return Error(errorKindOfStatus(answer->status));
    const QJsonDocument json = QJsonDocument::fromJson(answer->body);
    if (!json.isObject())
        co_return notSound(DiscoveryWords::tr("%1 is not a JSON object").arg(address.toString()));
    co_return json.object();
}

/// The authorization server on the endpoint's own host that one of its two documents names.
QCoro::Task<Result<QUrl>> serverOf(HttpClient *http, QUrl endpoint)
{
    QStringList named;
    auto readingMetadata = document(http, wellKnown(endpoint, resourceMetadata));
    const auto metadata = co_await readingMetadata;
    if (metadata) {
        // RFC 9728 section 3.3: else one endpoint could speak for another.
        if (metadata->value(u"resource").toString() != endpoint.toString(QUrl::FullyEncoded))
            co_return notSound(DiscoveryWords::tr("The metadata is of another endpoint: %1")
                                   .arg(metadata->value(u"resource").toString()));
        const QJsonArray servers = metadata->value(u"authorization_servers").toArray();
        for (const QJsonValue &server : servers)
            named.append(server.toString());
    } else {
        QUrl address = endpoint;
        address.setPath(endpoint.path() + QStringLiteral("/auth"));
        auto readingHints = document(http, address);
        const auto hints = co_await readingHints;
        if (!hints && hints.error().kind != ErrorKind::NotFound)
            co_return hints.error();
        if (hints)
            named.append(hints->value(u"sign_in").toObject().value(u"authorization_server").toString());
    }
    for (const QString &name : std::as_const(named)) {
        const QUrl server(name, QUrl::StrictMode);
        if (server.isValid() && sameHost(server, endpoint) && !server.hasQuery() && !server.hasFragment())
            co_return server;
    }
    co_return Error(ErrorKind::Denied,
                    DiscoveryWords::tr("This endpoint lets nobody sign in; ask its people for a token."));
}

} // namespace

QCoro::Task<Result<SignInPlace>> discoverSignIn(HttpClient *http, QUrl endpoint)
{
    endpoint = endpoint.adjusted(QUrl::StripTrailingSlash);
    auto finding = serverOf(http, endpoint);
    const auto server = co_await finding;
    if (!server)
        co_return server.error();
    auto reading = document(http, wellKnown(*server, serverMetadata));
    const auto metadata = co_await reading;
    if (!metadata)
        co_return metadata.error();
    SignInPlace place;
    place.issuer = metadata->value(u"issuer").toString();
    // RFC 8414 section 3.3.
    if (place.issuer != server->toString(QUrl::FullyEncoded))
        co_return notSound(DiscoveryWords::tr("The metadata is of another server: %1").arg(place.issuer));
    place.authorization = QUrl(metadata->value(u"authorization_endpoint").toString(), QUrl::StrictMode);
    place.token = QUrl(metadata->value(u"token_endpoint").toString(), QUrl::StrictMode);
    place.revocation = QUrl(metadata->value(u"revocation_endpoint").toString(), QUrl::StrictMode);
    if (!sameHost(place.authorization, endpoint) || !sameHost(place.token, endpoint)
        || (!place.revocation.isEmpty() && !sameHost(place.revocation, endpoint)))
        co_return notSound(DiscoveryWords::tr("The endpoint sends to another host to sign in."));
    const QJsonArray methods = metadata->value(u"code_challenge_methods_supported").toArray();
    if (!methods.contains(QStringLiteral("S256")))
        co_return notSound(DiscoveryWords::tr("The endpoint's sign-in does not protect its codes (PKCE)."));
    place.clientId = nativeClientId;
    place.issuerAlways = metadata->value(u"authorization_response_iss_parameter_supported").toBool();
    co_return place;
}

} // namespace peerdesk
