// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwt.h"

#include <QHash>

#include <memory>

struct evp_pkey_st;

namespace peerdesk {

/// An issuer's public keys (RFC 7517), and the checking of signatures with them. Each key has one algorithm, RS256,
/// ES256 or EdDSA (Ed25519), which follows from what the key is and not from what a token asks for (RFC 8725 sections
/// 3.1 and 3.2): so neither `none` nor an HMAC keyed with the public key can pass. Keys of other types and curves, for
/// other uses, shorter than 2048 bits or not on their curve are left out.
class Jwks
{
public:
    /// Invalid if it is no key set; a set of which nothing is usable is empty and no error.
    [[nodiscard]] static Result<Jwks> parse(const QByteArray &json);

    [[nodiscard]] bool isEmpty() const { return m_keys.isEmpty(); }
    /// True for a token without kid as well, if there is one key only.
    [[nodiscard]] bool knows(const QString &keyId) const { return key(keyId) != nullptr; }
    /// Unauthenticated unless the algorithm is allowed, the key known and the signature right.
    [[nodiscard]] Result<void> verify(const Jwt &token) const;

private:
    struct Key
    {
        QString algorithm;
        std::shared_ptr<evp_pkey_st> key;
    };
    [[nodiscard]] const Key *key(const QString &keyId) const;

    QHash<QString, Key> m_keys; ///< by kid
};

} // namespace peerdesk
