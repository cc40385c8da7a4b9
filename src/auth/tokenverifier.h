// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"
#include "auth/jwks.h"
#include "auth/presentedtoken.h"
#include "auth/verifiedtokens.h"
#include "base/result.h"
#include "base/secret.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

namespace peerdesk {

class JwksCache;

/// Whoever may say who somebody is may say so of anybody; so each says for which networks it is asked.
struct TrustedIssuer
{
    TrustedIssuer() = default;

    QString issuer; ///< exactly as in `iss`
    QUrl jwksAddress;
    bool anyNetwork = false;      ///< its tokens may name every network
    QSet<std::uint32_t> networks; ///< else these alone
    QString scope;                ///< what its tokens carry in place of fullScope; empty: they carry ours

    /// What is left of a verified token: its networks cut down to those above, its scope in our words.
    [[nodiscard]] Identity bounded(Identity identity) const;
};

struct TokenRules
{
    TokenRules() = default;

    QList<TrustedIssuer> issuers;
    QString audience; ///< the base URL of the endpoint
    /// Access tokens only (RFC 9068 section 2.1): an id_token for somebody else is not accepted as one.
    QStringList types = {QStringLiteral("at+jwt"), QStringLiteral("application/at+jwt")};
};

/// Says who presents a bearer token. It may be a JWT access token (RFC 9068), signed with a key that its issuer
/// publishes, meant for us, and valid now; the issuers are those that the settings name, each for the networks that they
/// name with it, and, where people sign in here, ourselves. Or it is a credential that we gave to a machine. What they
/// may do is decided by RightsRules.
/// Owned by the composition root, lives as long as the program.
class TokenVerifier : public QObject
{
    Q_OBJECT

public:
    TokenVerifier(TokenRules rules, JwksCache &keys, const Clock &clock, QObject *parent = nullptr);

    /// The set that knows this kid, if anybody does.
    using KeySource = std::function<QCoro::Task<Result<Jwks>>(QString keyId)>;
    /// Tokens that we issue ourselves, under the audience's name.
    void acceptOwnTokens(KeySource keys) { m_ownKeys = std::move(keys); }
    /// NotFound from `source`: it is no credential of a machine.
    using CredentialSource = std::function<QCoro::Task<Result<Identity>>(PresentedToken credential)>;
    void acceptCredentials(CredentialSource source) { m_credentials = std::move(source); }

    /// Unauthenticated for every fault of the token or its absence, Unavailable if the issuer's keys cannot be had.
    QCoro::Task<Result<Identity>> verify(PresentedToken token);
    /// What verify() would say at once, because it was asked a moment ago.
    [[nodiscard]] std::optional<Identity> known(const PresentedToken &token) const;
    /// The machine whose credential held when it was shown a moment ago. Whether it was taken back since is to be asked
    /// with what is looked up for it.
    [[nodiscard]] std::optional<Identity> machineLately(const PresentedToken &credential) const;

private:
    QCoro::Task<Result<Jwks>> keysOf(QString issuer, QString keyId);
    [[nodiscard]] bool knows(const QString &issuer) const;
    [[nodiscard]] std::optional<TrustedIssuer> trusted(const QString &issuer) const;

    const TokenRules m_rules;
    JwksCache &m_keys;
    const Clock &m_clock;
    KeySource m_ownKeys;
    CredentialSource m_credentials;
    VerifiedTokens m_verified; ///< JSON Web Tokens only: a credential is asked about each time, it may be taken back
    VerifiedTokens m_machines; ///< by their credentials
};

} // namespace peerdesk
