// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"
#include "base/result.h"
#include "base/secret.h"

#include <QCoroTask>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace peerdesk {

class JwksCache;

struct TrustedIssuer
{
    QString issuer; ///< exactly as in `iss`
    QUrl jwksAddress;
};

struct TokenRules
{
    TokenRules() = default;

    QList<TrustedIssuer> issuers;
    QString audience; ///< the base URL of the endpoint
    /// Access tokens only (RFC 9068 section 2.1): an id_token for somebody else is not accepted as one.
    QStringList types = {QStringLiteral("at+jwt"), QStringLiteral("application/at+jwt")};
};

/// Says who presents a bearer token: a JWT access token (RFC 9068) of an issuer that the settings name, signed with
/// a key that the issuer publishes, meant for us, and valid now. What that person may do is not decided here.
/// Owned by the composition root, lives as long as the program.
class TokenVerifier : public QObject
{
    Q_OBJECT

public:
    TokenVerifier(TokenRules rules, JwksCache &keys, const Clock &clock, QObject *parent = nullptr);

    /// Unauthenticated for every fault of the token, Unavailable if the issuer's keys cannot be had.
    QCoro::Task<Result<Identity>> verify(Secret token);

private:
    const TokenRules m_rules;
    JwksCache &m_keys;
    const Clock &m_clock;
};

} // namespace peerdesk
