// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/signin.h"
#include "auth/tokenstore.h"

#include <QHash>
#include <QObject>

namespace peerdesk {

/// The tokens of the person who is signed in, from the end of a sign-in to its end: kept, renewed, traded for tokens
/// of endpoints, taken back. The refresh token is rotated by the provider at every use, so grants go one after the
/// other and each new one is stored before anything else happens; a copy that was used twice would end the sign-in.
/// PeeringDB's own tokens never leave for another network: an endpoint gets a token made for it alone (RFC 8707) or
/// none. Owned by Account, lives as long as the program; GUI thread.
class AuthSession : public QObject
{
    Q_OBJECT

public:
    AuthSession(Provider &provider, TokenStore &store, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool isActive() const { return !m_refresh.isEmpty(); }
    /// When the access token ends; renew() before.
    [[nodiscard]] bool isDue() const;

    /// What the keychain holds, without asking the provider; NotFound if nothing.
    QCoro::Task<Result<Identity>> restore();
    QCoro::Task<void> begin(SignedIn signedIn);
    /// Who it is by now. Unauthenticated when the provider no longer accepts the sign-in, which then is over.
    QCoro::Task<Result<Identity>> renew();
    /// A bearer that only that endpoint takes. Denied if the provider does not make such tokens.
    QCoro::Task<Result<Secret>> tokenFor(QUrl endpoint);
    /// Forgets everything, then takes the tokens back at the provider; an error only says that this did not reach it.
    QCoro::Task<Result<void>> end();

Q_SIGNALS:
    void granted();

private:
    struct EndpointToken
    {
        Secret token;
        UtcMs goodUntil = 0;
    };

    QCoro::Task<Result<TokenAnswer>> grant(QUrl resource);
    QCoro::Task<void> store();
    void forget();

    Provider &m_provider;
    TokenStore &m_store;
    const Clock &m_clock;
    ProviderSettings m_settings;
    Identity m_identity;
    Secret m_refresh;
    UtcMs m_renewAt = 0;
    QHash<QUrl, EndpointToken> m_endpointTokens;
    bool m_granting = false;
    int m_generation = 0; ///< counts sign-ins: an answer to an earlier one is not taken
};

} // namespace peerdesk
