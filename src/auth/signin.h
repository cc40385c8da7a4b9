// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/codeflow.h"

namespace peerdesk {

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
/// The browser's part is CodeFlow's, what comes after, renewing and signing out, AuthSession's. Owned by Account, lives
/// as long as the program; GUI thread.
class SignIn : public QObject
{
    Q_OBJECT

public:
    using Browser = CodeFlow::Browser;

    SignIn(Provider &provider, HttpClient &http, const Clock &clock, QObject *parent = nullptr);

    /// One at a time (Conflict). Fails with TimedOut when the person does not finish, Cancelled after cancel(),
    /// Denied when the person or the provider said no, Unauthenticated when the answer does not hold.
    QCoro::Task<Result<SignedIn>> run(ProviderSettings settings, Browser browser);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// How long a person may take in the browser; ten minutes.
    void setPatience(std::chrono::milliseconds patience) { m_flow.setPatience(patience); }

private:
    QCoro::Task<Result<SignedIn>> runOnce(ProviderSettings settings, Browser browser);
    QCoro::Task<Result<Identity>> learn(ProviderSettings settings, TokenAnswer tokens, QString nonce);

    Provider &m_provider;
    CodeFlow m_flow;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace peerdesk
