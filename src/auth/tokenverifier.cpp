// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenverifier.h"

#include "auth/jwkscache.h"
#include "auth/scope.h"

#include <algorithm>
#include <limits>

namespace peerdesk {

Identity TrustedIssuer::bounded(Identity identity) const
{
    identity.networks.removeIf(
        [this](const NetworkRights &network) { return !anyNetwork && !networks.contains(network.asn); });
    if (!scope.isEmpty() && hasScope(identity.scopes, scope)) {
        identity.scopes += u' ' + fullScope;
        identity.readOnly = false;
    }
    return identity;
}

TokenVerifier::TokenVerifier(TokenRules rules, JwksCache &keys, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_keys(keys)
    , m_clock(clock)
{
}

bool TokenVerifier::knows(const QString &issuer) const
{
    return (m_ownKeys && issuer == m_rules.audience) || trusted(issuer);
}

std::optional<TrustedIssuer> TokenVerifier::trusted(const QString &issuer) const
{
    const auto found = std::find_if(m_rules.issuers.begin(), m_rules.issuers.end(),
                                    [&issuer](const TrustedIssuer &candidate) { return candidate.issuer == issuer; });
    return found == m_rules.issuers.end() ? std::nullopt : std::optional(*found);
}

QCoro::Task<Result<Jwks>> TokenVerifier::keysOf(QString issuer, QString keyId)
{
    const auto other = trusted(issuer);
    auto asking = other ? m_keys.keys(other->jwksAddress, keyId) : m_ownKeys(keyId);
    co_return co_await asking;
}

std::optional<Identity> TokenVerifier::known(const PresentedToken &token) const
{
    return m_verified.find(token, m_clock.now());
}

std::optional<Identity> TokenVerifier::machineLately(const PresentedToken &credential) const
{
    return m_machines.find(credential, m_clock.now());
}

QCoro::Task<Result<Identity>> TokenVerifier::verify(PresentedToken token)
{
    if (token.isEmpty())
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("A bearer token is needed"));
    if (const auto before = known(token))
        co_return *before;
    if (m_credentials) {
        auto asking = m_credentials(token);
        const auto machine = co_await asking;
        if (machine)
            m_machines.add(token, *machine, std::numeric_limits<UtcMs>::max(), m_clock.now());
        if (machine || machine.error().kind != ErrorKind::NotFound)
            co_return machine;
    }
    const auto jwt = parseJwt(token.text().reveal());
    if (!jwt)
        co_return jwt.error();
    if (!m_rules.types.contains(jwt->type(), Qt::CaseInsensitive))
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("the token is not an access token"));
    const QString issuer = jwt->claims.value(QLatin1String("iss")).toString();
    if (!knows(issuer))
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("the token comes from another issuer"));

    // Before any key is fetched: what can be refused without calling anybody is.
    JwtExpectations expected;
    expected.issuer = issuer;
    expected.audience = m_rules.audience;
    if (const auto checked = checkClaims(jwt->claims, expected, m_clock.now()); !checked)
        co_return checked.error();

    auto task = keysOf(issuer, jwt->keyId());
    const auto keys = co_await task;
    if (!keys)
        co_return keys.error();
    if (const auto verified = keys->verify(*jwt); !verified)
        co_return verified.error();
    const auto other = trusted(issuer);
    const Identity named = Identity::fromClaims(jwt->claims);
    const Identity identity = other ? other->bounded(named) : named;
    const UtcMs leeway = std::chrono::milliseconds(expected.leeway).count();
    m_verified.add(token, identity, identity.expiresAt + leeway, m_clock.now());
    co_return identity;
}

} // namespace peerdesk
