// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/presentedtoken.h"

#include <QString>

namespace peerdesk {

/// 43 characters from 256 random bits: a code verifier (RFC 7636 section 4.1), a state, a nonce, a code, a token.
[[nodiscard]] QString randomWord();

/// What is kept of such a word where a reader must not be able to use it: SHA-256 in hexadecimal. Its 256 bits need
/// no salt.
[[nodiscard]] QString wordHash(const PresentedToken &word);

/// S256 of a code verifier (RFC 7636 section 4.2).
[[nodiscard]] QString codeChallengeFor(const QString &verifier);
/// 43 to 128 unreserved characters (RFC 7636 section 4.1).
[[nodiscard]] bool isCodeVerifier(const QString &text);
/// What S256 makes: 43 characters of base64url.
[[nodiscard]] bool isCodeChallenge(const QString &text);

} // namespace peerdesk
