// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"
#include "auth/jwkscache.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/settings.h"
#include "http/httpmessage.h"

#include <QCoroTask>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <optional>

namespace peerdesk {

class HttpClient;

/// Where a provider answers, as its discovery document says (OpenID Connect Discovery 1.0 section 3).
struct ProviderMetadata
{
    QString issuer; ///< exactly as its tokens have it
    QUrl authorization;
    QUrl token;
    QUrl revocation; ///< empty if it has none
    QUrl jwks;
    QUrl profile; ///< PeeringDB's /profile/v1 beside it; no discovery document names it
};

/// What the token endpoint gave.
struct TokenAnswer
{
    Secret access;
    Secret refresh; ///< empty if it gave none
    Secret idToken;
    std::chrono::seconds lifetime{0}; ///< of the access token
};

/// The token endpoint's answer to any grant. Unauthenticated means that the grant itself was refused (invalid_grant, RFC
/// 6749 section 5.2) and nothing else: what the endpoint has against the client or the request, or whatever stands before
/// it says with a 400, is Unavailable.
[[nodiscard]] Result<TokenAnswer> readTokenAnswer(const Result<HttpResponse> &answer);

/// An OpenID Connect provider as PeeringDB is one: everything of a sign-in that needs no person. It keeps no tokens
/// and decides nothing. Owned by Account, lives as long as the program; GUI thread.
class Provider : public QObject
{
    Q_OBJECT

public:
    Provider(HttpClient &http, const Clock &clock, QObject *parent = nullptr);

    /// Read once an hour, whoever waits for it shares the call, and what failed is not tried again for ten seconds: else
    /// strangers who begin sign-ins could make us call, and wait, as often as they like.
    QCoro::Task<Result<ProviderMetadata>> metadata(QUrl issuer);
    /// Whether metadata() needs no call now.
    [[nodiscard]] bool knows(const QUrl &issuer) const;

    /// For a confidential client: goes into the body of every call (client_secret_post), the only way PeeringDB takes.
    void setClientSecret(Secret secret) { m_clientSecret = std::move(secret); }

    /// RFC 6749 section 4.1.3 with the verifier of RFC 7636.
    QCoro::Task<Result<TokenAnswer>> exchange(ProviderSettings settings, QString code, QString verifier, QUrl redirect);
    /// RFC 6749 section 6; with a resource RFC 8707 section 2.2: a token for that endpoint alone.
    QCoro::Task<Result<TokenAnswer>> refresh(ProviderSettings settings, Secret refreshToken, QUrl resource = {});
    /// RFC 7009. Revoking the refresh token takes the access tokens with it.
    QCoro::Task<Result<void>> revoke(ProviderSettings settings, Secret token);
    /// PeeringDB's profile, which knows more than the id_token; NotFound at a provider that has none.
    QCoro::Task<Result<Identity>> profile(ProviderSettings settings, Secret accessToken);

    /// Who the id_token names (OpenID Connect Core 1.0 section 3.1.3.7): signature, issuer, audience, times, nonce
    /// and the access token's hash. Without a nonce (after a refresh) that one check is left out.
    QCoro::Task<Result<Identity>> identify(ProviderSettings settings, TokenAnswer tokens, std::optional<QString> nonce);

private:
    QCoro::Task<void> fetch(QUrl issuer);
    QCoro::Task<Result<HttpResponse>> post(QUrl address, QList<std::pair<QString, QString>> form);

    struct Known
    {
        Result<ProviderMetadata> metadata = Error(ErrorKind::Unavailable);
        UtcMs until = 0;     ///< a new one is due
        QFuture<void> fetch; ///< finished while nothing is under way
    };

    HttpClient &m_http;
    const Clock &m_clock;
    Secret m_clientSecret;
    JwksCache m_keys;
    QHash<QUrl, Known> m_known;
};

} // namespace peerdesk
