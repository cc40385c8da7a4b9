// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/tokenverifier.h"
#include "endpoint/oauth/browsersignin.h"
#include "endpoint/oauth/handover.h"
#include "endpoint/oauth/keyring.h"
#include "endpoint/oauth/machinecredentials.h"
#include "endpoint/oauth/signinconfig.h"
#include "endpoint/oauth/tokenendpoint.h"

namespace peerdesk {

struct EndpointConfig;

/// Everything of signing in at our endpoint: a small authorization server that sends people to PeeringDB and issues
/// tokens of its own, credentials for machines, and the documents that tell others where and how (RFC 8414, RFC 9728,
/// `GET /auth`). What is switched off is not routed. Owned by the composition root, lives as long as the program.
class SigningIn
{
public:
    SigningIn(const EndpointConfig &config, const QUrl &publicUrl, Secret clientSecret, Database &database,
              HttpClient &http, const Clock &clock);

    void addRoutes(HttpRouter &router);
    /// Lets it take what we issue.
    void introduceTo(TokenVerifier &verifier);
    /// Rotates keys and drops what has ended; for the start and every half minute.
    QCoro::Task<Result<void>> tend();

    /// Takes over what may change while it serves: the contact, and the rights for tokens that are issued from now on.
    void apply(const EndpointConfig &config);

    [[nodiscard]] Grants &grants() { return m_grants; }
    [[nodiscard]] MachineCredentials &machines() { return m_machines; }

private:
    [[nodiscard]] QByteArray resourceDocument() const;
    [[nodiscard]] QByteArray serverDocument() const;
    [[nodiscard]] QByteArray authDocument() const;
    [[nodiscard]] QString own(const QString &path) const;

    const SignInConfig m_config;
    const QUrl m_publicUrl;
    const QList<TrustedIssuer> m_issuers;
    QString m_contact;
    KeyRing m_keys;
    Federation m_federation;
    SignInCalls m_calls;
    Grants m_grants;
    MachineCredentials m_machines;
    BrowserSignIn m_browser;
    TokenEndpoint m_tokens;
    HandOver m_handOver;
};

} // namespace peerdesk
