// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/oauth/grantstanding.h"

namespace peerdesk {

class Database;
class KeyRing;

/// What the token endpoint gives.
struct IssuedTokens
{
    Secret access;
    Secret refresh;
    QString scope;
    std::chrono::seconds lifetime{0}; ///< of the access token
};

/// What people let programs do in their name here, from the sign-in to the end, without the HTTP of it.
///
/// A grant begins without anybody's consent; the consent gives it one authorization code, for one minute and one use.
/// The code gives the first refresh token, and each refresh token its successor: all of one grant are a family. Whoever
/// presents a code or a refresh token for the second time ends the whole family, because one of the two who had it
/// stole it (RFC 6749 section 10.5, RFC 9700 section 4.14.2). Access tokens live ten minutes and are not looked up; so
/// a revocation, which is passed on to the provider, takes up to ten minutes to be felt. They carry rights that were
/// read at PeeringDB at most an hour before they end, and after 30 days the person has to sign in again. Owned by
/// SigningIn, lives as long as the program.
class Grants
{
public:
    static constexpr std::chrono::minutes accessLife{10};
    static constexpr std::chrono::minutes consentLife{10};

    Grants(Database &database, Federation &federation, KeyRing &keys, RightsRules rights, QString issuer,
           const Clock &clock);

    /// For a person who has signed in, before they agreed; the grant's id. Denied if no network counts.
    QCoro::Task<Result<QString>> begin(Federation::Arrival arrival, QString scope);
    /// What the consent page tells. NotFound if it waits for no consent.
    QCoro::Task<Result<Grant>> waiting(QString id);
    /// The authorization code. NotFound if somebody has agreed or refused already.
    QCoro::Task<Result<Secret>> agree(QString id, QString challenge, QString redirect);
    QCoro::Task<Result<void>> refuse(QString id);

    /// Unauthenticated if somebody handed this code of the provider over before; that ends what it began.
    QCoro::Task<Result<void>> refuseReplay(Secret code);
    /// For a person whose code was handed over and redeemed: begun, agreed to and exchanged in one. Denied if no network
    /// counts.
    QCoro::Task<Result<IssuedTokens>> takeOver(Federation::Arrival arrival, QString scope, Secret code,
                                               QString redirect);

    /// Unauthenticated stands for invalid_grant (RFC 6749 section 5.2).
    QCoro::Task<Result<IssuedTokens>> exchange(Secret code, QString verifier, QString redirect);
    /// Unavailable if rights have to be read again and the provider cannot be asked: the refresh token then still holds.
    QCoro::Task<Result<IssuedTokens>> refresh(Secret token);
    /// RFC 7009, of a refresh token. Content as well with what is none of ours.
    QCoro::Task<Result<void>> revoke(Secret token);

    QCoro::Task<Result<void>> purge();
    /// For the tokens that are issued from now on.
    void setRights(const RightsRules &rights) { m_standing.setRights(rights); }

private:
    [[nodiscard]] Result<Grant> grantOf(const Federation::Arrival &arrival, const QString &scope) const;
    QCoro::Task<Result<bool>> isKnown(Secret code);
    QCoro::Task<Result<IssuedTokens>> issue(Grant grant, Secret refresh);

    Database &m_database;
    KeyRing &m_keys;
    GrantStanding m_standing;
    const QString m_issuer;
    const Clock &m_clock;
};

} // namespace peerdesk
