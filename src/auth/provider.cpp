// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/provider.h"

#include "auth/jwt.h"
#include "http/httpclient.h"

#include <QCoroFuture>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <memory>

namespace peerdesk {
namespace {

constexpr std::chrono::milliseconds metadataAge = std::chrono::hours(1);
constexpr std::chrono::milliseconds metadataPatience = std::chrono::seconds(10);
constexpr std::chrono::milliseconds betweenTries = std::chrono::seconds(10);

Error notUnderstood(const QString &detail)
{
    return Error(ErrorKind::Protocol, detail);
}

/// What the provider says of a failure: OAuth's shape (RFC 6749 section 5.2) or PeeringDB's own.
QString wordsOf(const QJsonObject &body)
{
    const QString description = body[u"error_description"].toString();
    if (!description.isEmpty())
        return description;
    const QString code = body[u"error"].toString();
    return code.isEmpty() ? body[u"meta"][u"error"].toString() : code;
}

Result<QJsonObject> readObject(const Result<HttpResponse> &answer)
{
    if (!answer)
        return answer.error();
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    const QJsonObject body = document.object();
    if (!answer->isSuccess())
        return Error(errorKindOfStatus(answer->status), wordsOf(body));
    if (!document.isObject())
        return notUnderstood(QStringLiteral("the answer is not a JSON object"));
    return body;
}

Result<ProviderMetadata> readMetadata(const QUrl &issuer, const QJsonObject &document)
{
    const auto address = [&document](const char *name) {
        return QUrl(document[QLatin1String(name)].toString(), QUrl::StrictMode);
    };
    ProviderMetadata metadata;
    metadata.issuer = document[u"issuer"].toString();
    metadata.authorization = address("authorization_endpoint");
    metadata.token = address("token_endpoint");
    metadata.revocation = address("revocation_endpoint");
    metadata.jwks = address("jwks_uri");
    // Discovery section 4.3: else one provider could speak for another. A slash at the end is forgiven.
    if (QUrl(metadata.issuer).adjusted(QUrl::StripTrailingSlash) != issuer.adjusted(QUrl::StripTrailingSlash))
        return notUnderstood(QStringLiteral("the discovery document is of another issuer: %1").arg(metadata.issuer));
    for (const QUrl &needed : {metadata.authorization, metadata.token, metadata.jwks}) {
        if (!needed.isValid() || needed.isRelative())
            return notUnderstood(QStringLiteral("the discovery document lacks an address"));
        // The browser is sent there, and a plain connection could be read; loopback is for the laboratory.
        if (needed.scheme() != u"https" && needed.scheme() != issuer.scheme())
            return notUnderstood(QStringLiteral("the discovery document names an address without https"));
    }
    metadata.profile = issuer.resolved(QUrl(QStringLiteral("/profile/v1")));
    return metadata;
}

QByteArray halfHash(const Secret &token)
{
    // OpenID Connect Core section 3.1.3.6; RS256 goes with SHA-256.
    return toBase64Url(QCryptographicHash::hash(token.reveal(), QCryptographicHash::Sha256).left(16));
}

} // namespace

Result<TokenAnswer> readTokenAnswer(const Result<HttpResponse> &answer)
{
    if (answer && (answer->status == 400 || answer->status == 401)) {
        const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
        const bool grantRefused = body[u"error"].toString() == u"invalid_grant";
        return Error(grantRefused ? ErrorKind::Unauthenticated : ErrorKind::Unavailable, wordsOf(body));
    }
    const auto body = readObject(answer);
    if (!body)
        return body.error();
    TokenAnswer tokens;
    tokens.access = Secret((*body)[u"access_token"].toString());
    tokens.refresh = Secret((*body)[u"refresh_token"].toString());
    tokens.idToken = Secret((*body)[u"id_token"].toString());
    tokens.lifetime = std::chrono::seconds((*body)[u"expires_in"].toInt(3600));
    if (tokens.access.isEmpty() || (*body)[u"token_type"].toString().compare(u"bearer", Qt::CaseInsensitive) != 0)
        return notUnderstood(QStringLiteral("the answer holds no bearer token"));
    return tokens;
}

Provider::Provider(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_keys(http, clock)
{
}

bool Provider::knows(const QUrl &issuer) const
{
    const auto known = m_known.constFind(issuer);
    // One that holds for longer than that was read before the clock was set back.
    return known != m_known.constEnd() && m_clock.now() < known->until
           && known->until - m_clock.now() <= metadataAge.count();
}

QCoro::Task<Result<ProviderMetadata>> Provider::metadata(QUrl issuer)
{
    if (!m_known[issuer].fetch.isFinished()) {
        QFuture<void> underWay = m_known[issuer].fetch;
        co_await underWay;
    } else if (!knows(issuer)) {
        auto done = std::make_shared<QPromise<void>>();
        done->start();
        m_known[issuer].fetch = done->future();
        auto task = fetch(issuer);
        co_await task;
        done->finish();
    }
    co_return Result<ProviderMetadata>(m_known.value(issuer).metadata);
}

QCoro::Task<void> Provider::fetch(QUrl issuer)
{
    QUrl address = issuer.adjusted(QUrl::StripTrailingSlash);
    address.setPath(address.path() + QStringLiteral("/.well-known/openid-configuration"));
    HttpRequest request(address);
    HttpCall limits;
    limits.totalTimeout = metadataPatience;
    auto call = m_http.send(request, limits);
    const auto answer = co_await call;
    const auto document = readObject(answer);
    auto metadata = document ? readMetadata(issuer, *document) : Result<ProviderMetadata>(document.error());
    m_known[issuer].until = m_clock.now() + (metadata ? metadataAge : betweenTries).count();
    m_known[issuer].metadata = std::move(metadata);
}

QCoro::Task<Result<TokenAnswer>> Provider::exchange(ProviderSettings settings, QString code, QString verifier,
                                                    QUrl redirect)
{
    auto discovery = metadata(settings.issuer);
    const auto known = co_await discovery;
    if (!known)
        co_return known.error();
    QList<std::pair<QString, QString>> form;
    form.append({QStringLiteral("grant_type"), QStringLiteral("authorization_code")});
    form.append({QStringLiteral("code"), code});
    form.append({QStringLiteral("redirect_uri"), redirect.toString(QUrl::FullyEncoded)});
    form.append({QStringLiteral("code_verifier"), verifier});
    form.append({QStringLiteral("client_id"), settings.clientId});
    auto call = post(known->token, form);
    const auto answer = co_await call;
    co_return readTokenAnswer(answer);
}

QCoro::Task<Result<TokenAnswer>> Provider::refresh(ProviderSettings settings, Secret refreshToken, QUrl resource)
{
    auto discovery = metadata(settings.issuer);
    const auto known = co_await discovery;
    if (!known)
        co_return known.error();
    QList<std::pair<QString, QString>> form;
    form.append({QStringLiteral("grant_type"), QStringLiteral("refresh_token")});
    form.append({QStringLiteral("refresh_token"), refreshToken.revealText()});
    form.append({QStringLiteral("client_id"), settings.clientId});
    if (!resource.isEmpty())
        form.append({QStringLiteral("resource"), resource.toString(QUrl::FullyEncoded)});
    auto call = post(known->token, form);
    const auto answer = co_await call;
    co_return readTokenAnswer(answer);
}

QCoro::Task<Result<void>> Provider::revoke(ProviderSettings settings, Secret token)
{
    auto discovery = metadata(settings.issuer);
    const auto known = co_await discovery;
    if (!known)
        co_return known.error();
    if (known->revocation.isEmpty())
        co_return Error(ErrorKind::NotFound, QStringLiteral("the provider takes no tokens back"));
    QList<std::pair<QString, QString>> form;
    form.append({QStringLiteral("token"), token.revealText()});
    form.append({QStringLiteral("client_id"), settings.clientId});
    auto call = post(known->revocation, form);
    const auto answer = co_await call;
    if (!answer)
        co_return answer.error();
    if (!answer->isSuccess())
        co_return Error(errorKindOfStatus(answer->status));
    co_return {};
}

QCoro::Task<Result<Identity>> Provider::profile(ProviderSettings settings, Secret accessToken)
{
    auto discovery = metadata(settings.issuer);
    const auto known = co_await discovery;
    if (!known)
        co_return known.error();
    HttpRequest request(known->profile);
    request.headers.set("Authorization", "Bearer " + accessToken.reveal());
    auto call = m_http.send(std::move(request));
    const auto answer = co_await call;
    const auto body = readObject(answer);
    if (!body)
        co_return body.error();
    co_return Identity::fromClaims(*body);
}

QCoro::Task<Result<Identity>> Provider::identify(ProviderSettings settings, TokenAnswer tokens,
                                                 std::optional<QString> nonce)
{
    auto discovery = metadata(settings.issuer);
    const auto known = co_await discovery;
    if (!known)
        co_return known.error();
    const auto jwt = parseJwt(tokens.idToken.reveal());
    if (!jwt)
        co_return jwt.error();
    auto fetching = m_keys.keys(known->jwks, jwt->keyId());
    const auto keys = co_await fetching;
    if (!keys)
        co_return keys.error();
    if (const auto verified = keys->verify(*jwt); !verified)
        co_return verified.error();

    JwtExpectations expected;
    expected.issuer = known->issuer;
    expected.audience = settings.clientId;
    if (const auto checked = checkClaims(jwt->claims, expected, m_clock.now()); !checked)
        co_return checked.error();
    if (jwt->claims[u"aud"].toArray().size() > 1 && jwt->claims[u"azp"].toString() != settings.clientId)
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("the id_token is meant for others as well"));
    if (nonce && jwt->claims[u"nonce"].toString() != *nonce)
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("the id_token belongs to another sign-in (nonce)"));
    const auto hash = jwt->claims[u"at_hash"];
    if (!hash.isUndefined() && hash.toString().toLatin1() != halfHash(tokens.access))
        co_return Error(ErrorKind::Unauthenticated,
                        QStringLiteral("the id_token belongs to another access token (at_hash)"));
    const Identity identity = Identity::fromClaims(jwt->claims);
    if (identity.subject.isEmpty())
        co_return notUnderstood(QStringLiteral("the id_token names nobody"));
    co_return identity;
}

QCoro::Task<Result<HttpResponse>> Provider::post(QUrl address, QList<std::pair<QString, QString>> form)
{
    // QUrlQuery leaves "+" as it is, which a form takes for a blank: encode everything (HTML, URL-encoded forms).
    if (!m_clientSecret.isEmpty())
        form.append({QStringLiteral("client_secret"), m_clientSecret.revealText()});
    QByteArray body;
    for (const auto &[name, value] : form) {
        if (!body.isEmpty())
            body.append('&');
        body.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    }
    HttpRequest request(address, "POST");
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.headers.set("Accept", "application/json");
    request.body = body;
    auto call = m_http.send(std::move(request));
    const auto answer = co_await call;
    co_return answer;
}

} // namespace peerdesk
