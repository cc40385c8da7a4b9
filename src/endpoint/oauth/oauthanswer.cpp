// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/oauthanswer.h"

#include "auth/wellknown.h"
#include "base/logging.h"
#include "endpoint/oauth/formfields.h"
#include "endpoint/oauth/grants.h"

#include <QJsonDocument>

namespace peerdesk {

HttpResponse oauthJson(int status, const QJsonObject &body)
{
    return HttpResponse(status, QJsonDocument(body).toJson(QJsonDocument::Compact),
                        QByteArrayLiteral("application/json"));
}

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
    case ErrorKind::Denied:
        return oauthError(403, "access_denied", error.detail);
    case ErrorKind::Throttled:
    case ErrorKind::Unavailable: {
        HttpResponse response =
            oauthError(error.kind == ErrorKind::Throttled ? 429 : 503, "temporarily_unavailable", error.detail);
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
                           {QStringLiteral("expires_in"), qint64(issued->lifetime.count())},
                           {QStringLiteral("refresh_token"), issued->refresh.revealText()},
                           {QStringLiteral("scope"), issued->scope}});
}

} // namespace peerdesk
