// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/authsession.h"

#include "auth/jwt.h"

#include <QCoroSignal>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace peerdesk {
namespace {

const QString storeKey = QStringLiteral("sign-in");

/// Renewed while a quarter of its life is left, at most five minutes before its end.
UtcMs renewalTime(UtcMs now, std::chrono::seconds lifetime)
{
    const std::chrono::milliseconds life = lifetime;
    return now + (life - std::min<std::chrono::milliseconds>(life / 4, std::chrono::minutes(5))).count();
}

bool isFor(const Secret &token, const QString &audience)
{
    const auto jwt = parseJwt(token.reveal());
    if (!jwt)
        return false;
    const auto aud = jwt->claims[u"aud"];
    const QJsonArray list = aud.isArray() ? aud.toArray() : QJsonArray{aud};
    return list.size() == 1 && list[0].toString() == audience;
}

} // namespace

AuthSession::AuthSession(Provider &provider, TokenStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_store(store)
    , m_clock(clock)
{
}

bool AuthSession::isDue() const
{
    return isActive() && m_clock.now() >= m_renewAt;
}

QCoro::Task<Result<Identity>> AuthSession::restore()
{
    auto reading = m_store.read(storeKey);
    const auto stored = co_await reading;
    if (!stored)
        co_return stored.error();
    const QJsonObject entry = QJsonDocument::fromJson(stored->reveal()).object();
    const Secret refresh(entry[u"refresh_token"].toString());
    if (refresh.isEmpty())
        co_return Error(ErrorKind::NotFound);
    ++m_generation;
    m_settings.issuer = QUrl(entry[u"issuer"].toString());
    m_settings.clientId = entry[u"client_id"].toString();
    m_refresh = refresh;
    m_identity = Identity::fromClaims(entry[u"claims"].toObject());
    m_renewAt = 0;                          // at the next opportunity: it may have been taken back meanwhile
    co_return Result<Identity>(m_identity); // QCoro moves from a bare member
}

QCoro::Task<void> AuthSession::begin(SignedIn signedIn)
{
    forget();
    m_settings = signedIn.provider;
    m_identity = signedIn.identity;
    m_refresh = signedIn.tokens.refresh;
    m_renewAt = renewalTime(m_clock.now(), signedIn.tokens.lifetime);
    co_await store();
}

QCoro::Task<Result<Identity>> AuthSession::renew()
{
    const int generation = m_generation;
    auto granting = grant({});
    const auto tokens = co_await granting;
    if (!tokens)
        co_return tokens.error();
    m_renewAt = renewalTime(m_clock.now(), tokens->lifetime);
    if (tokens->idToken.isEmpty())
        co_return Result<Identity>(m_identity); // QCoro moves from a bare member

    const std::optional<QString> noNonce;
    auto identifying = m_provider.identify(m_settings, *tokens, noNonce);
    auto identity = co_await identifying;
    if (generation != m_generation)
        co_return Error(ErrorKind::Cancelled);
    // OpenID Connect Core section 12.2: it must be the same person.
    if (identity && identity->subject != m_identity.subject)
        identity = Error(ErrorKind::Unauthenticated, tr("The provider renewed the sign-in for somebody else."));
    if (!identity)
        co_return identity.error();

    auto reading = m_provider.profile(m_settings, tokens->access);
    const auto profile = co_await reading;
    if (generation != m_generation)
        co_return Error(ErrorKind::Cancelled);
    if (profile && profile->subject == identity->subject && !profile->networks.isEmpty()) {
        identity->networks = profile->networks;
        identity->verified = profile->verified;
    }
    if (*identity != m_identity) {
        m_identity = *identity;
        co_await store();
    }
    co_return Result<Identity>(m_identity); // QCoro moves from a bare member
}

QCoro::Task<Result<Secret>> AuthSession::tokenFor(QUrl endpoint)
{
    const QUrl resource = endpoint.adjusted(QUrl::StripTrailingSlash);
    if (const auto known = m_endpointTokens.constFind(resource);
        known != m_endpointTokens.constEnd() && m_clock.now() < known->goodUntil)
        co_return known->token;
    const int generation = m_generation;
    auto granting = grant(resource);
    const auto tokens = co_await granting;
    if (!tokens)
        co_return tokens.error();
    // A provider that ignores `resource`, as PeeringDB does, answers with its own token: that one stays here.
    if (!isFor(tokens->access, resource.toString(QUrl::FullyEncoded)))
        co_return Error(ErrorKind::Denied, tr("The sign-in provider makes no tokens for other networks' endpoints."));
    if (generation == m_generation)
        m_endpointTokens.insert(resource, {tokens->access, renewalTime(m_clock.now(), tokens->lifetime)});
    co_return tokens->access;
}

QCoro::Task<Result<void>> AuthSession::end()
{
    const Secret refresh = m_refresh;
    const ProviderSettings settings = m_settings;
    forget();
    (void)co_await m_store.remove(storeKey); // what the keychain cannot do is in the store's state
    if (refresh.isEmpty())
        co_return {};
    auto revoking = m_provider.revoke(settings, refresh);
    const auto revoked = co_await revoking;
    co_return revoked;
}

QCoro::Task<Result<TokenAnswer>> AuthSession::grant(QUrl resource)
{
    while (m_granting)
        co_await qCoro(this, &AuthSession::granted);
    if (m_refresh.isEmpty())
        co_return Error(ErrorKind::Unauthenticated, tr("Nobody is signed in."));
    m_granting = true;
    const int generation = m_generation;
    auto refreshing = m_provider.refresh(m_settings, m_refresh, resource);
    auto tokens = co_await refreshing;
    if (generation != m_generation) {
        tokens = Error(ErrorKind::Cancelled);
    } else if (tokens && !tokens->refresh.isEmpty()) {
        m_refresh = tokens->refresh;
        co_await store();
    } else if (!tokens && tokens.error().kind == ErrorKind::Unauthenticated) {
        forget();
        (void)co_await m_store.remove(storeKey);
    }
    m_granting = false;
    Q_EMIT granted();
    co_return tokens;
}

QCoro::Task<void> AuthSession::store()
{
    const QJsonObject entry = {{QStringLiteral("issuer"), m_settings.issuer.toString()},
                               {QStringLiteral("client_id"), m_settings.clientId},
                               {QStringLiteral("refresh_token"), m_refresh.revealText()},
                               {QStringLiteral("claims"), m_identity.toClaims()}};
    const Secret secret(QJsonDocument(entry).toJson(QJsonDocument::Compact));
    auto writing = m_store.write(storeKey, secret);
    (void)co_await writing;
}

void AuthSession::forget()
{
    ++m_generation;
    m_refresh = Secret();
    m_identity = Identity();
    m_endpointTokens.clear();
    m_renewAt = 0;
}

} // namespace peerdesk
