// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/grants.h"

#include "auth/randomword.h"
#include "auth/wellknown.h"
#include "base/id.h"
#include "base/logging.h"
#include "endpoint/oauth/keyring.h"
#include "storage/auditstore.h"
#include "storage/database.h"

#include <QCoroFuture>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr std::chrono::milliseconds codeLife = std::chrono::minutes(1);
constexpr std::chrono::milliseconds grantLife = std::chrono::hours(30 * 24);
/// An access token made now ends before the rights in it are an hour old.
constexpr std::chrono::milliseconds rightsAge = std::chrono::hours(1) - Grants::accessLife;

/// What a code or a refresh token turned out to be. A refusal is no Error here, because what it changed has to stay.
struct Redeemed
{
    Grant grant;
    QString refusal;
};

Result<Redeemed> refusal(const QString &why)
{
    return Redeemed{{}, why};
}

Result<Redeemed> refusalThatEnds(QSqlDatabase &database, const Grant &grant, UtcMs now, const QString &why)
{
    if (const auto ended = GrantStanding::endHere(database, grant, now, why); !ended)
        return ended.error();
    return Redeemed{{}, why};
}

Result<Redeemed> redeemCode(QSqlDatabase &database, const Secret &code, const QString &verifier,
                            const QString &redirect, UtcMs now)
{
    GrantStore store(database);
    const auto found = store.byCode(wordHash(code));
    if (!found)
        return found.error();
    if (!*found)
        return refusal(QStringLiteral("the code is not known"));
    const Grant grant = **found;
    const auto first = store.useCode(grant.id, now);
    if (!first)
        return first.error();
    if (!*first)
        return refusalThatEnds(database, grant, now, QStringLiteral("the code was used twice"));
    if (grant.revokedAt != 0 || grant.codeUntil <= now)
        return refusal(QStringLiteral("the code has expired"));
    // Whoever has the code but not what belongs to it stole it, and it is used up now.
    if (redirect != grant.codeRedirect)
        return refusalThatEnds(database, grant, now, QStringLiteral("the code came with another redirect_uri"));
    if (!isCodeVerifier(verifier) || !(Secret(codeChallengeFor(verifier)) == Secret(grant.codeChallenge)))
        return refusalThatEnds(database, grant, now, QStringLiteral("the code came with another code_verifier"));
    return Redeemed{grant, {}};
}

} // namespace

Grants::Grants(Database &database, Federation &federation, KeyRing &keys, RightsRules rights, QString issuer,
               const Clock &clock)
    : m_database(database)
    , m_keys(keys)
    , m_standing(database, federation, std::move(rights), rightsAge, clock)
    , m_issuer(std::move(issuer))
    , m_clock(clock)
{
}

Result<Grant> Grants::grantOf(const Federation::Arrival &arrival, const QString &scope) const
{
    const Identity person = m_standing.rights().counted(arrival.person);
    if (!arrival.person.verified)
        return Error(ErrorKind::Denied, QStringLiteral("PeeringDB has not verified this person"));
    if (person.networks.isEmpty())
        return Error(ErrorKind::Denied,
                     QStringLiteral("this person may manage the peering sessions of no network that counts here"));
    Grant grant;
    grant.createdAt = m_clock.now();
    grant.id = newId(grant.createdAt);
    grant.subject = person.subject;
    grant.person = person.toString();
    grant.claims = claimsText(person);
    grant.scope = scope;
    grant.rightsReadAt = grant.createdAt;
    grant.expiresAt = grant.createdAt + grantLife.count();
    const auto sealed = m_database.envelope().seal(arrival.refresh, grant.id);
    if (!sealed)
        return sealed.error();
    grant.upstream = *sealed;
    return grant;
}

QCoro::Task<Result<QString>> Grants::begin(Federation::Arrival arrival, QString scope)
{
    const auto grant = grantOf(arrival, scope);
    if (!grant)
        co_return grant.error();
    auto future =
        m_database.write([grant = *grant](QSqlDatabase &database) { return GrantStore(database).add(grant); });
    if (const auto added = co_await future; !added)
        co_return added.error();
    co_return grant->id;
}

/// Strangers bring codes that nobody gave them: those cost a look, and not a turn among the writers.
QCoro::Task<Result<bool>> Grants::isKnown(Secret code)
{
    auto looking =
        m_database.read([hash = wordHash(code)](QSqlDatabase &database) { return GrantStore(database).byCode(hash); });
    const auto found = co_await looking;
    if (!found)
        co_return found.error();
    co_return found->has_value();
}

QCoro::Task<Result<void>> Grants::refuseReplay(Secret code)
{
    auto asking = isKnown(code);
    const auto known = co_await asking;
    if (!known)
        co_return known.error();
    if (!*known)
        co_return Result<void>();
    const UtcMs now = m_clock.now();
    auto future = m_database.write([code, now](QSqlDatabase &database) -> Result<Redeemed> {
        const auto found = GrantStore(database).byCode(wordHash(code));
        if (!found)
            return found.error();
        if (!*found)
            return Redeemed();
        return refusalThatEnds(database, **found, now, QStringLiteral("the code was handed over twice"));
    });
    const auto looked = co_await future;
    if (!looked)
        co_return looked.error();
    if (!looked->refusal.isEmpty())
        co_return refusedGrant(looked->refusal);
    co_return Result<void>();
}

QCoro::Task<Result<IssuedTokens>> Grants::takeOver(Federation::Arrival arrival, QString scope, Secret code,
                                                   QString redirect)
{
    const auto grant = grantOf(arrival, scope);
    if (!grant)
        co_return grant.error();
    const Secret refresh(randomWord());
    auto future = m_database.write([grant = *grant, code, redirect, refresh](QSqlDatabase &database) -> Result<void> {
        GrantStore store(database);
        if (const auto added = store.add(grant); !added)
            return added;
        // The code is remembered as used: refuseReplay() finds it.
        const auto set = store.setCode(grant.id, wordHash(code), {}, redirect, grant.createdAt);
        if (!set)
            return set.error();
        if (const auto used = store.useCode(grant.id, grant.createdAt); !used)
            return used.error();
        AuditEntry entry;
        entry.at = grant.createdAt;
        entry.who = grant.person;
        entry.noun = QStringLiteral("grant");
        entry.nounId = grant.id;
        entry.toState = QStringLiteral("granted");
        entry.why = QStringLiteral("code handed over from %1").arg(redirect);
        if (const auto noted = AuditStore(database).append(entry); !noted)
            return noted;
        return store.addRefreshToken(wordHash(refresh), grant.id, grant.createdAt);
    });
    if (const auto stored = co_await future; !stored)
        co_return stored.error();
    auto issuing = issue(*grant, refresh);
    co_return co_await issuing;
}

QCoro::Task<Result<Grant>> Grants::waiting(QString id)
{
    auto future = m_database.read([id](QSqlDatabase &database) { return GrantStore(database).grant(id); });
    const auto found = co_await future;
    if (!found)
        co_return found.error();
    const bool waits = *found && (*found)->codeChallenge.isEmpty() && (*found)->revokedAt == 0
                       && m_clock.now() - (*found)->createdAt < std::chrono::milliseconds(consentLife).count();
    if (!waits)
        co_return Error(ErrorKind::NotFound);
    co_return **found;
}

QCoro::Task<Result<Secret>> Grants::agree(QString id, QString challenge, QString redirect)
{
    auto looking = waiting(id);
    const auto grant = co_await looking;
    if (!grant)
        co_return grant.error();
    const Secret code(randomWord());
    const UtcMs now = m_clock.now();
    AuditEntry entry;
    entry.at = now;
    entry.who = grant->person;
    entry.noun = QStringLiteral("grant");
    entry.nounId = id;
    entry.toState = QStringLiteral("granted");
    auto future = m_database.write([id, code, challenge, redirect, now, entry](QSqlDatabase &database) -> Result<void> {
        const auto set = GrantStore(database).setCode(id, wordHash(code), challenge, redirect, now + codeLife.count());
        if (!set)
            return set.error();
        if (!*set)
            return Error(ErrorKind::NotFound);
        return AuditStore(database).append(entry);
    });
    if (const auto done = co_await future; !done)
        co_return done.error();
    co_return code;
}

QCoro::Task<Result<void>> Grants::refuse(QString id)
{
    return m_standing.end(id, QStringLiteral("the person did not agree"));
}

QCoro::Task<Result<IssuedTokens>> Grants::exchange(Secret code, QString verifier, QString redirect)
{
    auto asking = isKnown(code);
    const auto known = co_await asking;
    if (!known)
        co_return known.error();
    if (!*known)
        co_return refusedGrant(QStringLiteral("the code is not known"));
    const Secret refresh(randomWord());
    const UtcMs now = m_clock.now();
    auto future = m_database.write([code, verifier, redirect, refresh, now](QSqlDatabase &database) {
        auto redeemed = redeemCode(database, code, verifier, redirect, now);
        if (redeemed && redeemed->refusal.isEmpty()) {
            if (const auto added = GrantStore(database).addRefreshToken(wordHash(refresh), redeemed->grant.id, now);
                !added)
                return Result<Redeemed>(added.error());
        }
        return redeemed;
    });
    const auto redeemed = co_await future;
    if (!redeemed)
        co_return redeemed.error();
    if (!redeemed->refusal.isEmpty())
        co_return refusedGrant(redeemed->refusal);
    auto issuing = issue(redeemed->grant, refresh);
    co_return co_await issuing;
}

QCoro::Task<Result<IssuedTokens>> Grants::refresh(Secret token)
{
    const QString hash = wordHash(token);
    auto looking = m_database.read([hash](QSqlDatabase &database) { return GrantStore(database).refreshToken(hash); });
    const auto known = co_await looking;
    if (!known)
        co_return known.error();
    if (!*known)
        co_return refusedGrant(QStringLiteral("the refresh token is not known"));
    const Grant held = (*known)->grant;
    if (held.revokedAt != 0 || held.expiresAt <= m_clock.now())
        co_return endedSignIn();
    // A used one changes nothing at the provider; below it ends the family.
    Result<Grant> grant(held);
    if ((*known)->usedAt == 0) {
        auto reading = m_standing.refreshed(held);
        grant = co_await reading;
    }
    if (!grant)
        co_return grant.error();

    const Secret next(randomWord());
    const UtcMs now = m_clock.now();
    const Grant fresh = *grant;
    auto future = m_database.write([hash, fresh, next, now](QSqlDatabase &database) -> Result<Redeemed> {
        GrantStore store(database);
        const auto first = store.useRefreshToken(hash, fresh.id, now);
        if (!first)
            return first.error();
        if (!*first)
            return refusalThatEnds(database, fresh, now, QStringLiteral("a refresh token was used twice"));
        const auto present = store.grant(fresh.id);
        if (!present)
            return present.error();
        if (!*present || (*present)->revokedAt != 0)
            return refusal(endedSignIn().detail);
        if (const auto added = store.addRefreshToken(wordHash(next), fresh.id, now); !added)
            return added.error();
        return Redeemed{fresh, {}};
    });
    const auto redeemed = co_await future;
    if (!redeemed)
        co_return redeemed.error();
    if (!redeemed->refusal.isEmpty())
        co_return refusedGrant(redeemed->refusal);
    auto issuing = issue(redeemed->grant, next);
    co_return co_await issuing;
}

QCoro::Task<Result<void>> Grants::revoke(Secret token)
{
    const QString hash = wordHash(token);
    auto looking = m_database.read([hash](QSqlDatabase &database) { return GrantStore(database).refreshToken(hash); });
    const auto known = co_await looking;
    if (!known)
        co_return known.error();
    if (!*known || (*known)->grant.revokedAt != 0)
        co_return Result<void>();
    auto ending = m_standing.end((*known)->grant.id, QStringLiteral("signed out"));
    co_return co_await ending;
}

QCoro::Task<Result<void>> Grants::purge()
{
    const UtcMs now = m_clock.now();
    auto future = m_database.write([now](QSqlDatabase &database) {
        return GrantStore(database).purge(now, now - std::chrono::milliseconds(consentLife).count());
    });
    co_return co_await future;
}

QCoro::Task<Result<IssuedTokens>> Grants::issue(Grant grant, Secret refresh)
{
    const Identity person = Identity::fromClaims(QJsonDocument::fromJson(grant.claims.toUtf8()).object());
    QJsonObject claims = person.toClaims();
    const qint64 now = m_clock.now() / 1000;
    // No token outlives the sign-in that it comes from.
    const std::chrono::seconds left(std::max<qint64>(0, grant.expiresAt / 1000 - now));
    IssuedTokens tokens;
    tokens.lifetime = std::min<std::chrono::seconds>(accessLife, left);
    claims.insert(QStringLiteral("iss"), m_issuer);
    claims.insert(QStringLiteral("aud"), m_issuer);
    claims.insert(QStringLiteral("sub"), grant.subject);
    claims.insert(QStringLiteral("client_id"), nativeClientId);
    claims.insert(QStringLiteral("iat"), now);
    claims.insert(QStringLiteral("exp"), now + tokens.lifetime.count());
    claims.insert(QStringLiteral("jti"), newId(m_clock.now()));
    claims.insert(QStringLiteral("scope"), grant.scope);
    auto signing = m_keys.sign(claims);
    const auto access = co_await signing;
    if (!access)
        co_return access.error();
    tokens.access = *access;
    tokens.refresh = refresh;
    tokens.scope = grant.scope;
    co_return tokens;
}

} // namespace peerdesk
