// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/keyterms.h"

#include <chrono>

namespace peerdesk {

class Jwks;
class JwtSigner;

/// What an issuer says of a key at a moment, signed, so that whoever has it can check it without asking until it
/// expires: a compact JWS (RFC 7515) of type `rak-statement+jwt`. It holds no secret.
struct KeyStatement
{
    QString issuer;
    QString audience; ///< for whom alone it is; empty: for anybody
    KeyTerms terms;
    KeyStatus status = KeyStatus::Valid; ///< when it was issued
    UtcMs issued = 0;                    ///< whole seconds, as all times of a statement
    UtcMs expires = 0;

    /// From when on it should be replaced, and nobody can be content that it has not been.
    [[nodiscard]] UtcMs halfLife() const { return issued + (expires - issued) / 2; }
};

/// Of terms as they are now. It lives for `life`, and not beyond the key where that is valid.
[[nodiscard]] KeyStatement statementOf(const KeyTerms &terms, const QString &issuer, const QString &audience, UtcMs now,
                                       std::chrono::seconds life);

/// Internal where the signer cannot sign.
[[nodiscard]] Result<QByteArray> signStatement(const KeyStatement &statement, const JwtSigner &signer);

/// Who says it of what, and what the asker knows already.
struct StatementExpectations
{
    StatementExpectations() = default;

    QString issuer;
    Registry registry = Registry::RipeTest; ///< the one that this issuer speaks for
    QString audience;                       ///< our name at the issuer; statements for others are refused
    Serial known;                           ///< the latest version of the key that was seen; none by default
    std::chrono::seconds tolerance = std::chrono::seconds(60); ///< for clocks that differ
};

/// Unauthenticated if it is not signed by a key of that issuer, is for somebody else, has expired or comes from the
/// future; Denied if the issuer may not speak for that registry; Conflict if it is older than what is known already;
/// Protocol if it cannot be read. The signature is checked before anything of it is believed.
[[nodiscard]] Result<KeyStatement> checkStatement(const QByteArray &text, const Jwks &keys,
                                                  const StatementExpectations &expected, UtcMs now);

} // namespace peerdesk
