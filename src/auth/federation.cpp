// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/federation.h"

#include "auth/randomword.h"

#include <QUrlQuery>

namespace peerdesk {

Federation::Federation(ProviderSettings settings, Secret clientSecret, HttpClient &http, const Clock &clock)
    : m_settings(std::move(settings))
    , m_provider(http, clock)
{
    m_provider.setClientSecret(std::move(clientSecret));
}

QCoro::Task<Result<ProviderMetadata>> Federation::metadata()
{
    auto reading = m_provider.metadata(m_settings.issuer);
    const auto known = co_await reading;
    if (!known)
        co_return known.error();
    for (const QUrl &address : {known->authorization, known->token, known->jwks, known->profile, known->revocation}) {
        if (address.isEmpty()) // not every provider takes tokens back
            continue;
        if (address.host() != m_settings.issuer.host() || address.port() != m_settings.issuer.port()
            || address.scheme() != m_settings.issuer.scheme())
            co_return Error(ErrorKind::Protocol,
                            QStringLiteral("the provider sends us to another host: %1").arg(address.host()));
    }
    co_return known;
}

QCoro::Task<Result<Federation::Departure>> Federation::depart(QUrl callback, QString challenge)
{
    auto reading = metadata();
    const auto known = co_await reading;
    if (!known)
        co_return known.error();
    Departure departure;
    departure.state = randomWord();
    departure.nonce = randomWord();
    departure.issuer = known->issuer;
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("response_type", QStringLiteral("code"));
    add("client_id", m_settings.clientId);
    add("redirect_uri", callback.toString(QUrl::FullyEncoded));
    add("scope", QStringLiteral("openid profile email networks")); // without it PeeringDB grants everything
    add("state", departure.state);
    add("nonce", departure.nonce);
    add("code_challenge", challenge);
    add("code_challenge_method", QStringLiteral("S256"));
    departure.address = known->authorization;
    departure.address.setQuery(query);
    co_return departure;
}

QCoro::Task<Result<Federation::Arrival>> Federation::arrive(QString code, QString nonce, QString verifier,
                                                            QUrl callback)
{
    auto pinning = metadata();
    const auto known = co_await pinning;
    if (!known)
        co_return known.error();
    auto exchanging = m_provider.exchange(m_settings, code, verifier, callback);
    const auto tokens = co_await exchanging;
    if (!tokens)
        co_return tokens.error();
    const std::optional<QString> expectedNonce = nonce;
    auto identifying = m_provider.identify(m_settings, *tokens, expectedNonce);
    const auto identity = co_await identifying;
    if (!identity)
        co_return identity.error();
    auto reading = m_provider.profile(m_settings, tokens->access);
    const auto profile = co_await reading;
    if (!profile)
        co_return profile.error();
    // OpenID Connect Core section 5.3.2, for the profile as for the userinfo: it must be the same person.
    if (profile->subject != identity->subject)
        co_return Error(ErrorKind::Unauthenticated, QStringLiteral("the profile is another person's"));
    Arrival arrival;
    arrival.person = *identity;
    arrival.person.verified = profile->verified;
    arrival.person.networks = profile->networks;
    arrival.refresh = tokens->refresh;
    co_return arrival;
}

QCoro::Task<Result<Federation::Renewal>> Federation::renew(Secret refresh)
{
    auto pinning = metadata();
    if (const auto known = co_await pinning; !known)
        co_return known.error();
    auto refreshing = m_provider.refresh(m_settings, refresh);
    const auto tokens = co_await refreshing;
    if (!tokens)
        co_return tokens.error();
    Renewal renewal;
    renewal.access = tokens->access;
    renewal.refresh = tokens->refresh.isEmpty() ? refresh : tokens->refresh;
    co_return renewal;
}

QCoro::Task<Result<Identity>> Federation::reread(Secret access)
{
    auto pinning = metadata();
    const auto known = co_await pinning;
    if (!known)
        co_return known.error();
    auto reading = m_provider.profile(m_settings, access);
    auto profile = co_await reading;
    // The token is a second old: a 401 or 403 is about something else than the person.
    if (!profile)
        co_return Error(ErrorKind::Unavailable, profile.error().detail);
    profile->issuer = known->issuer;
    co_return *profile;
}

QCoro::Task<Result<void>> Federation::giveBack(Secret refresh)
{
    auto pinning = metadata();
    if (const auto known = co_await pinning; !known)
        co_return known.error();
    auto revoking = m_provider.revoke(m_settings, refresh);
    co_return co_await revoking;
}

} // namespace peerdesk
