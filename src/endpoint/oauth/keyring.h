// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwks.h"
#include "auth/jwtsigner.h"
#include "base/clock.h"
#include "storage/signingkeystore.h"

#include <QCoroTask>

#include <functional>

namespace peerdesk {

class Database;

/// The keys that our endpoint signs its tokens with. A key signs for 30 days. Its successor is published an hour before
/// it begins, as long as others may keep a key set, and it stays published for an hour after, longer than any token of
/// it lives: nobody meets a token whose key is not there. All daemons of one database sign with the same keys; the
/// private halves lie in it as envelopes. Owned by SigningIn, lives as long as the program.
class KeyRing
{
public:
    KeyRing(Database &database, const Clock &clock);

    /// Makes, retires and reads keys as the time wants it; for the start and every half minute. Storage or Internal.
    QCoro::Task<Result<void>> tend();
    /// Signed with the present key, as an access token (RFC 9068 section 2.1).
    QCoro::Task<Result<Secret>> sign(QJsonObject claims);
    /// The set to publish. A kid that another daemon may have made meanwhile is looked for.
    QCoro::Task<Result<Jwks>> keys(QString keyId);
    [[nodiscard]] QByteArray publishedSet() const;

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
    QList<Held> m_keys; ///< the one that signs last comes last
    Jwks m_set;         ///< their public halves
    UtcMs m_readAt = 0;
};

} // namespace peerdesk
