// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "rak/registry.h"

#include <compare>
#include <cstdint>

namespace peerdesk {

/// What a key is known by in public: it can be looked up with it and nothing else. Its text is what stands in route
/// objects and letters, such as "00K-380J6-HB7H6-NWVVR-ZHHVW-8".
struct KeyReference
{
    Registry registry = Registry::RipeTest;
    std::uint64_t id = 0; ///< random

    /// Invalid, with a sentence that says what is wrong with the text: never a text that was mistyped in one character
    /// or with two neighbours exchanged. Case, dashes and blanks do not matter.
    [[nodiscard]] static Result<KeyReference> parse(QStringView text);
    [[nodiscard]] QString toString() const;

    auto operator<=>(const KeyReference &) const = default;
};

size_t qHash(const KeyReference &reference, size_t seed = 0);

/// A Resource Authentication Key as its holder hands it to a third party: a reference and the secret that proves that
/// the holder did. In text it is the registry's two digits, 'K', and the rest with a checksum in Crockford's base32,
/// which people can read aloud and type. The checksum finds typing errors and lets scanners find keys that leaked; it
/// is no protection.
struct BearerKey
{
    static constexpr int secretOctets = 16;

    KeyReference reference;
    Secret secret; ///< secretOctets

    [[nodiscard]] static BearerKey generate(Registry registry);
    /// As KeyReference::parse(); the sentence repeats nothing of the text but a character that no key has.
    [[nodiscard]] static Result<BearerKey> parse(const Secret &text);
    [[nodiscard]] Secret toText() const;
};

/// Whether somebody has pasted a key, however it was written, into a text that others will read.
[[nodiscard]] bool holdsBearerKey(QStringView text);

/// What an issuer keeps instead of the secret: HMAC-SHA-256 under a pepper that is not in the database. The secret has
/// 128 random bits, so there is nothing to guess that a slow hash would protect.
[[nodiscard]] Secret keyHash(const Secret &pepper, const Secret &secret);

} // namespace peerdesk
