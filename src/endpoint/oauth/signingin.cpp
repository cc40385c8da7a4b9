// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/signingin.h"

#include "auth/scope.h"
#include "auth/wellknown.h"
#include "endpoint/endpointconfig.h"
#include "http/answered.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk {
namespace {

QByteArray textOf(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

const QJsonArray scopesOffered = {fullScope, readScope};

} // namespace

SigningIn::SigningIn(const EndpointConfig &config, const QUrl &publicUrl, Secret clientSecret, Database &database,
                     HttpClient &http, const Clock &clock)
    : m_config(config.signIn)
    , m_publicUrl(publicUrl)
    , m_issuers(config.issuers)
    , m_contact(config.contact)
    , m_keys(database, clock)
    , m_federation(config.signIn.provider, std::move(clientSecret), http, clock)
    , m_calls(clock)
    , m_grants(database, m_federation, m_keys, config.signIn.rights, audienceOf(publicUrl), clock)
    , m_machines(database, clock)
    , m_browser(publicUrl, database, m_federation, m_grants, m_calls, clock)
    , m_tokens(m_grants)
    , m_handOver(config.signIn.handOverRedirects, database, m_federation, m_grants, m_calls, clock)
{
}

void SigningIn::addRoutes(HttpRouter &router)
{
    const QString prefix = m_publicUrl.path() == u"/" ? QString() : m_publicUrl.path();
    const auto publish = [&router](const QString &path, std::function<QByteArray()> document) {
        router.add("GET", path, [document](HttpRequest, QStringList) {
            return answered(HttpResponse(200, document(), QByteArrayLiteral("application/json")));
        });
    };
    publish(wellKnown(m_publicUrl, resourceMetadata).path(), [this] { return resourceDocument(); });
    publish(prefix + QStringLiteral("/auth"), [this] { return authDocument(); });
    const HttpResponse notEnabled(
        403,
        textOf({{QStringLiteral("error"), QStringLiteral("access_denied")},
                {QStringLiteral("error_description"), QStringLiteral("Registration of clients is not enabled here")}}),
        QByteArrayLiteral("application/json"));
    router.add("POST", prefix + QStringLiteral("/oauth/client_register"),
               [notEnabled](HttpRequest, QStringList) { return answered(notEnabled); });
    if (!m_config.people)
        return;
    publish(wellKnown(m_publicUrl, serverMetadata).path(), [this] { return serverDocument(); });
    publish(prefix + QStringLiteral("/oauth/keys"), [this] { return m_keys.publishedSet(); });
    m_browser.addRoutes(router, prefix);
    m_tokens.addRoutes(router, prefix);
    if (!m_config.handOverRedirects.isEmpty())
        m_handOver.addRoutes(router, prefix);
}

void SigningIn::introduceTo(TokenVerifier &verifier)
{
    if (m_config.people)
        verifier.acceptOwnTokens([this](QString keyId) { return m_keys.keys(std::move(keyId)); });
    if (m_config.machines)
        verifier.acceptCredentials(
            [this](PresentedToken presented) { return m_machines.identify(std::move(presented)); });
}

void SigningIn::apply(const EndpointConfig &config)
{
    m_grants.setRights(config.signIn.rights);
    m_contact = config.contact;
}

QCoro::Task<Result<void>> SigningIn::tend()
{
    if (!m_config.people)
        co_return Result<void>();
    auto tending = m_keys.tend();
    if (const auto tended = co_await tending; !tended)
        co_return tended;
    auto purging = m_grants.purge();
    co_return co_await purging;
}

QString SigningIn::own(const QString &path) const
{
    return m_publicUrl.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) + path;
}

/// RFC 9728 section 2.
QByteArray SigningIn::resourceDocument() const
{
    QJsonArray servers;
    if (m_config.people)
        servers.append(own({}));
    for (const TrustedIssuer &issuer : m_issuers)
        servers.append(issuer.issuer);
    return textOf({{QStringLiteral("resource"), own({})},
                   {QStringLiteral("authorization_servers"), servers},
                   {QStringLiteral("scopes_supported"), scopesOffered},
                   {QStringLiteral("bearer_methods_supported"), QJsonArray{QStringLiteral("header")}},
                   {QStringLiteral("resource_name"), QStringLiteral("Peering API of %1").arg(m_publicUrl.host())},
                   {QStringLiteral("resource_documentation"), own(QStringLiteral("/openapi.yaml"))}});
}

/// RFC 8414 section 2, with RFC 9207 section 3 and RFC 9728 section 4.
QByteArray SigningIn::serverDocument() const
{
    const QJsonArray none{QStringLiteral("none")};
    return textOf({{QStringLiteral("issuer"), own({})},
                   {QStringLiteral("authorization_endpoint"), own(QStringLiteral("/oauth/authorize"))},
                   {QStringLiteral("token_endpoint"), own(QStringLiteral("/oauth/token"))},
                   {QStringLiteral("revocation_endpoint"), own(QStringLiteral("/oauth/revoke"))},
                   {QStringLiteral("jwks_uri"), own(QStringLiteral("/oauth/keys"))},
                   {QStringLiteral("scopes_supported"), scopesOffered},
                   {QStringLiteral("response_types_supported"), QJsonArray{QStringLiteral("code")}},
                   {QStringLiteral("response_modes_supported"), QJsonArray{QStringLiteral("query")}},
                   {QStringLiteral("grant_types_supported"),
                    QJsonArray{QStringLiteral("authorization_code"), QStringLiteral("refresh_token")}},
                   {QStringLiteral("token_endpoint_auth_methods_supported"), none},
                   {QStringLiteral("revocation_endpoint_auth_methods_supported"), none},
                   {QStringLiteral("code_challenge_methods_supported"), QJsonArray{QStringLiteral("S256")}},
                   {QStringLiteral("authorization_response_iss_parameter_supported"), true},
                   {QStringLiteral("protected_resources"), QJsonArray{own({})}}});
}

/// The draft names `GET /auth` and leaves open what it says: where and how to sign in.
QByteArray SigningIn::authDocument() const
{
    QJsonObject document{
        {QStringLiteral("resource"), own({})},
        {QStringLiteral("resource_metadata"), wellKnown(m_publicUrl, resourceMetadata).toString(QUrl::FullyEncoded)},
        {QStringLiteral("machine_credentials"), m_config.machines},
        {QStringLiteral("client_registration"), false},
        {QStringLiteral("contact"), m_contact}};
    QJsonArray issuers;
    for (const TrustedIssuer &issuer : m_issuers)
        issuers.append(issuer.issuer);
    document.insert(QStringLiteral("trusted_issuers"), issuers);
    if (m_config.people) {
        document.insert(QStringLiteral("sign_in"),
                        QJsonObject{{QStringLiteral("authorization_server"), own({})},
                                    {QStringLiteral("metadata"),
                                     wellKnown(m_publicUrl, serverMetadata).toString(QUrl::FullyEncoded)},
                                    {QStringLiteral("client_id"), nativeClientId},
                                    {QStringLiteral("provider"), m_config.provider.issuer.toString()}});
        if (!m_config.handOverRedirects.isEmpty())
            document.insert(QStringLiteral("hand_over"), own(QStringLiteral("/oauth/hand_over")));
    }
    return textOf(document);
}

} // namespace peerdesk
