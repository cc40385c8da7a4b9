// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace peerdesk {

class PresentedToken;

/// Tokens whose signature and claims were found right a moment ago, so that a program which asks ten times in
/// a minute is checked once. Known by their digests, the tokens themselves are not kept. Nothing stays longer
/// than a minute, nor than the token itself holds: what an issuer takes back, its key for instance, is asked
/// about again soon. Owned by TokenVerifier.
class VerifiedTokens
{
public:
    /// Nothing if it is not known, holds no more, or the clock went back behind the moment when it was
    /// checked.
    [[nodiscard]] std::optional<Identity> find(const PresentedToken &token, UtcMs now) const;
    void add(const PresentedToken &token, const Identity &identity, UtcMs holdsUntil, UtcMs now);

    [[nodiscard]] qsizetype count() const { return m_tokens.size(); }
    static constexpr qsizetype most = 10'000; ///< when full, all go: those in use come back with their next request

private:
    struct Verified
    {
        Identity identity;
        UtcMs at = 0;
        UtcMs until = 0;
    };
    QHash<QByteArray, Verified> m_tokens;
};

} // namespace peerdesk
