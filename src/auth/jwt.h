// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <chrono>
#include <optional>

namespace peerdesk {

/// A signed JSON Web Token taken apart (RFC 7519, RFC 7515 compact serialisation). Nothing of it may be believed
/// before Jwks::verify() said so.
struct Jwt
{
    QJsonObject header;
    QJsonObject claims;
    QByteArray signedPart; ///< the bytes that the signature covers
    QByteArray signature;

    [[nodiscard]] QString algorithm() const { return header.value(QLatin1String("alg")).toString(); }
    [[nodiscard]] QString keyId() const { return header.value(QLatin1String("kid")).toString(); }
    [[nodiscard]] QString type() const { return header.value(QLatin1String("typ")).toString(); }
};

/// Takes a token apart. More than `maxBytes`, anything but three base64url parts with JSON objects in the first two,
/// and a header with `crit` (RFC 7515 section 4.1.11: what is not understood must be refused) are refused.
[[nodiscard]] Result<Jwt> parseJwt(const QByteArray &token, qsizetype maxBytes = 16 * 1024);

/// Who issued it for whom, and when it holds.
struct JwtExpectations
{
    JwtExpectations() = default;

    QString issuer;
    QString audience;
    std::chrono::seconds leeway = std::chrono::seconds(60); ///< for clocks that differ
};

/// Checks iss, aud, exp, iat and nbf (RFC 7519 section 4.1); exp and iat must be there.
[[nodiscard]] Result<void> checkClaims(const QJsonObject &claims, const JwtExpectations &expected, UtcMs now);

/// The part of it that is about time: exp, iat and nbf.
[[nodiscard]] Result<void> checkTimes(const QJsonObject &claims, std::chrono::seconds tolerance, UtcMs now);

/// NumericDate (RFC 7519 section 2) in milliseconds; nothing where it is no number, before 1970 or absurdly far ahead.
[[nodiscard]] std::optional<UtcMs> numericDate(const QJsonObject &claims, QLatin1String name);

[[nodiscard]] QByteArray toBase64Url(const QByteArray &bytes);
/// Nothing but the alphabet of RFC 4648 section 5 without padding; otherwise an empty optional.
[[nodiscard]] std::optional<QByteArray> fromBase64Url(const QByteArray &text);

} // namespace peerdesk
