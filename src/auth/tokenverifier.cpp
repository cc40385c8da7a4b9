// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenverifier.h"

#include "auth/jwkscache.h"

#include <algorithm>

namespace peerdesk {

TokenVerifier::TokenVerifier(TokenRules rules, JwksCache &keys, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_keys(keys)
    , m_clock(clock)
{
}

QCoro::Task<Result<Identity>> TokenVerifier::verify(Secret token)
{
    const auto jwt = parseJwt(token.reveal());
    if (!jwt)
        co_return jwt.error();
    if (!m_rules.types.contains(jwt->type(), Qt::CaseInsensitive))
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("the token is not an access token"));
    const QString claimed = jwt->claims.value(QLatin1String("iss")).toString();
    const auto issuer = std::find_if(m_rules.issuers.begin(), m_rules.issuers.end(),
                                     [&claimed](const TrustedIssuer &candidate) { return candidate.issuer == claimed; });
    if (issuer == m_rules.issuers.end())
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("the token comes from another issuer"));

    // Before any key is fetched: what can be refused without calling anybody is.
    JwtExpectations expected;
    expected.issuer = issuer->issuer;
    expected.audience = m_rules.audience;
    if (const auto checked = checkClaims(jwt->claims, expected, m_clock.now()); !checked)
        co_return checked.error();

    auto task = m_keys.keys(issuer->jwksAddress, jwt->keyId());
    const auto keys = co_await task;
    if (!keys)
        co_return keys.error();
    if (const auto verified = keys->verify(*jwt); !verified)
        co_return verified.error();
    co_return Identity::fromClaims(jwt->claims);
}

} // namespace peerdesk
