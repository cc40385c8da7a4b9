// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/provider.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QOAuth2AuthorizationCodeFlow;

namespace peerdesk {

class LoopbackReply;

/// What a sign-in ends with.
struct SignedIn
{
    ProviderSettings provider;
    Identity identity;
    TokenAnswer tokens;
};

/// Signing in with a browser: OpenID Connect's authorization code flow with PKCE (RFC 7636), for an application on
/// the person's own machine (RFC 8252).
///
///     Peerdesk                          browser                        provider
///        |-- discovery ------------------------------------------------->|
///        |   listens on 127.0.0.1, makes state, nonce, verifier          |
///        |-- opens --------------------->|                               |
///        |                               |-- authorize?challenge,state ->|
///        |                               |      the person signs in      |
///        |                               |<-- redirect ?code,state ------|
///        |<-- GET 127.0.0.1/cb?code -----|                               |
///        |   state right? -- page ------>|                               |
///        |-- code, verifier -------------------------------------------->|
///        |<-- access, refresh, id_token ---------------------------------|
///        |-- keys (JWKS) ----------------------------------------------->|
///        |   signature, iss, aud, exp, nonce, at_hash right?             |
///        |-- profile --------------------------------------------------->|
///        |<-- networks, rights ------------------------------------------|
///
/// QtNetworkAuth makes the authorization address and exchanges the code; its gaps are closed here and in
/// LoopbackReply: it knows neither PKCE (before 6.8) nor nonces, its own state is short, it waits for ever. What
/// comes after, renewing and signing out, is AuthSession's. Owned by Account, lives as long as the program; GUI
/// thread.
class SignIn : public QObject
{
    Q_OBJECT

public:
    using Browser = std::function<void(QUrl)>;

    SignIn(Provider &provider, HttpClient &http, const Clock &clock, QObject *parent = nullptr);
    ~SignIn() override;

    /// One at a time (Conflict). Fails with TimedOut when the person does not finish, Cancelled after cancel(),
    /// Denied when the person or the provider said no, Unauthenticated when the answer does not hold.
    QCoro::Task<Result<SignedIn>> run(ProviderSettings settings, Browser browser);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// How long a person may take in the browser; ten minutes.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

private:
    struct Attempt;

    QCoro::Task<Result<SignedIn>> runOnce(ProviderSettings settings, Browser browser);
    Result<void> open(const ProviderMetadata &metadata, const ProviderSettings &settings, const Browser &browser);
    QCoro::Task<Result<Identity>> learn(ProviderSettings settings, TokenAnswer tokens, QString nonce);
    void finish(const Result<TokenAnswer> &tokens);

    Provider &m_provider;
    HttpClient &m_http;
    const Clock &m_clock;
    std::chrono::milliseconds m_patience = std::chrono::minutes(10);
    std::unique_ptr<Attempt> m_attempt;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace peerdesk
