// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwt.h"

#include <QHash>

#include <memory>

struct evp_pkey_st;

namespace peerdesk {

/// An issuer's public keys (RFC 7517), and the checking of signatures with them. Of the algorithms only RS256 is
/// allowed, whatever a token asks for (RFC 8725 section 3.1): so neither `none` nor an HMAC keyed with the public
/// key can pass. Keys of other types, for other uses and shorter than 2048 bits are left out.
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
    using Key = std::shared_ptr<evp_pkey_st>;
    [[nodiscard]] Key key(const QString &keyId) const;

    QHash<QString, Key> m_keys; ///< by kid
};

} // namespace peerdesk
