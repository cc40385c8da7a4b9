// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/tokenendpoint.h"

#include "auth/wellknown.h"
#include "base/logging.h"
#include "endpoint/oauth/formfields.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk {
namespace {

HttpResponse oauthJson(int status, const QJsonObject &body)
{
    return HttpResponse(status, QJsonDocument(body).toJson(QJsonDocument::Compact),
                        QByteArrayLiteral("application/json"));
}

/// RFC 6749 section 5.2.
HttpResponse oauthError(int status, const char *code, const QString &words)
{
    return oauthJson(
        status, {{QStringLiteral("error"), QString::fromLatin1(code)}, {QStringLiteral("error_description"), words}});
}

HttpResponse oauthError(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
        return oauthError(400, "invalid_request", error.detail);
    case ErrorKind::Unauthenticated:
        return oauthError(400, "invalid_grant", error.detail);
    case ErrorKind::Unavailable: {
        HttpResponse response = oauthError(503, "temporarily_unavailable", error.detail);
        response.headers.set("Retry-After",
                             QByteArray::number(qint64(error.retryAfter.value_or(std::chrono::seconds(30)).count())));
        return response;
    }
    default:
        // Paths and statements are for our log, not for strangers.
        qCWarning(lcEndpoint).noquote() << "token endpoint:" << toText(error.kind) << error.detail;
        return oauthError(500, "server_error", QStringLiteral("The endpoint has a problem of its own"));
    }
}

/// The form, if the client is the one we know and authenticates as a public client does: not at all.
std::optional<HttpResponse> faultOfClient(const HttpRequest &request, const Result<FormFields> &fields)
{
    const QByteArray type = request.headers.value("Content-Type").split(';').first().trimmed().toLower();
    if (type != "application/x-www-form-urlencoded")
        return oauthError(400, "invalid_request", QStringLiteral("the body must be application/x-www-form-urlencoded"));
    if (!fields)
        return oauthError(fields.error());
    if (request.headers.contains("Authorization") || !fields->value("client_secret").isEmpty()
        || fields->value("client_id") != nativeClientId) {
        HttpResponse response = oauthError(
            401, "invalid_client", QStringLiteral("the only client is %1, without a secret").arg(nativeClientId));
        response.headers.set("WWW-Authenticate", "Basic realm=\"peering\""); // RFC 6749 section 5.2 asks for one
        return response;
    }
    return std::nullopt;
}

HttpResponse tokensOf(const Result<IssuedTokens> &issued)
{
    if (!issued)
        return oauthError(issued.error());
    return oauthJson(200, {{QStringLiteral("access_token"), issued->access.revealText()},
                           {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                           {QStringLiteral("expires_in"), qint64(std::chrono::seconds(Grants::accessLife).count())},
                           {QStringLiteral("refresh_token"), issued->refresh.revealText()},
                           {QStringLiteral("scope"), issued->scope}});
}

} // namespace

TokenEndpoint::TokenEndpoint(Grants &grants)
    : m_grants(grants)
{
}

void TokenEndpoint::addRoutes(HttpRouter &router, const QString &prefix)
{
    router.add("POST", prefix + QStringLiteral("/oauth/token"),
               [this](HttpRequest request, const QStringList &) { return token(std::move(request)); });
    router.add("POST", prefix + QStringLiteral("/oauth/revoke"),
               [this](HttpRequest request, const QStringList &) { return revoke(std::move(request)); });
}

QCoro::Task<HttpResponse> TokenEndpoint::token(HttpRequest request)
{
    const auto fields = FormFields::parse(request.body);
    if (const auto fault = faultOfClient(request, fields))
        co_return *fault;
    const QString grant = fields->value("grant_type");
    if (grant == u"authorization_code") {
        const Secret code(fields->value("code"));
        auto exchanging = m_grants.exchange(code, fields->value("code_verifier"), fields->value("redirect_uri"));
        const auto issued = co_await exchanging;
        co_return tokensOf(issued);
    }
    if (grant == u"refresh_token") {
        const Secret presented(fields->value("refresh_token"));
        auto refreshing = m_grants.refresh(presented);
        const auto issued = co_await refreshing;
        co_return tokensOf(issued);
    }
    co_return oauthError(400, "unsupported_grant_type",
                         QStringLiteral("grant_type must be authorization_code or refresh_token"));
}

QCoro::Task<HttpResponse> TokenEndpoint::revoke(HttpRequest request)
{
    const auto fields = FormFields::parse(request.body);
    if (const auto fault = faultOfClient(request, fields))
        co_return *fault;
    const Secret presented(fields->value("token"));
    auto revoking = m_grants.revoke(presented);
    const auto revoked = co_await revoking;
    if (!revoked)
        co_return oauthError(revoked.error());
    co_return HttpResponse(200); // also for what is no token of ours (RFC 7009 section 2.2)
}

} // namespace peerdesk
