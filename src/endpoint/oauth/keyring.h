// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwks.h"
#include "auth/jwtsigner.h"
#include "base/clock.h"
#include "storage/signingkeystore.h"

#include <QCoroTask>

#include <chrono>

namespace peerdesk {

class Database;

/// How long a key of a ring does what.
struct KeyRingRules
{
    SigningKeyStore::Purpose purpose = SigningKeyStore::Purpose::Tokens;
    std::chrono::hours signs = std::chrono::days(30);
    std::chrono::hours publishedBefore = std::chrono::hours(1); ///< as long as others may keep a key set
    std::chrono::hours publishedAfter = std::chrono::hours(1);  ///< longer than what it signs lives
};

/// The keys that our endpoint signs with: its tokens with RSA, a registry's statements with P-256. A key's successor is
/// published before it begins, and it stays published after: nobody meets a token whose key is not there. All daemons of
/// one database sign with the same keys; the private halves lie in it as envelopes. Owned by SigningIn and RakRoutes,
/// lives as long as the program.
class KeyRing
{
public:
    KeyRing(Database &database, const Clock &clock, const KeyRingRules &rules = {});

    /// Makes, retires and reads keys as the time wants it; for the start and every half minute. Storage or Internal.
    QCoro::Task<Result<void>> tend();
    /// Signed with the present key, as an access token (RFC 9068 section 2.1).
    QCoro::Task<Result<Secret>> sign(QJsonObject claims);
    /// The set to publish. A kid that another daemon may have made meanwhile is looked for.
    QCoro::Task<Result<Jwks>> keys(QString keyId);
    [[nodiscard]] QByteArray publishedSet() const;
    /// The one that signs now; null before tend() has made or read one.
    [[nodiscard]] const JwtSigner *signer() const;

private:
    struct Held
    {
        UtcMs signsFrom = 0;
        JwtSigner signer;
    };
    QCoro::Task<Result<void>> read();
    [[nodiscard]] const Held *present() const;

    Database &m_database;
    const Clock &m_clock;
    const KeyRingRules m_rules;
    QList<Held> m_keys; ///< the one that signs last comes last
    Jwks m_set;         ///< their public halves
    UtcMs m_readAt = 0;
};

} // namespace peerdesk
