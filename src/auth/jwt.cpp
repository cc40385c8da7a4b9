// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwt.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace peerdesk {
namespace {

Error refused(const QString &why)
{
    return Error(ErrorKind::Unauthenticated, why);
}

std::optional<QJsonObject> jsonObject(const QByteArray &part)
{
    const auto json = fromBase64Url(part);
    if (!json)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

bool isFor(const QJsonValue &audience, const QString &us)
{
    return audience.isArray() ? audience.toArray().contains(QJsonValue(us)) : audience.toString() == us;
}

} // namespace

std::optional<UtcMs> numericDate(const QJsonObject &claims, QLatin1String name)
{
    constexpr double latest = 1e11; // the year 5138
    const QJsonValue value = claims.value(name);
    const double seconds = value.toDouble();
    if (!value.isDouble() || seconds < 0 || seconds > latest)
        return std::nullopt;
    return static_cast<UtcMs>(seconds * 1000);
}

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    if (text.contains('='))
        return std::nullopt;
    const auto result =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(*result) : std::nullopt;
}

Result<Jwt> parseJwt(const QByteArray &token, qsizetype maxBytes)
{
    if (token.size() > maxBytes)
        return refused(QStringLiteral("the token is too large"));
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return refused(QStringLiteral("the token is not a signed JSON Web Token"));
    const auto header = jsonObject(parts.at(0));
    const auto claims = jsonObject(parts.at(1));
    const auto signature = fromBase64Url(parts.at(2));
    if (!header || !claims || !signature || header->contains(QLatin1String("crit")))
        return refused(QStringLiteral("the token cannot be read"));
    return Jwt{*header, *claims, parts.at(0) + '.' + parts.at(1), *signature};
}

Result<void> checkClaims(const QJsonObject &claims, const JwtExpectations &expected, UtcMs now)
{
    if (expected.issuer.isEmpty() || claims.value(QLatin1String("iss")).toString() != expected.issuer)
        return refused(QStringLiteral("the token comes from another issuer"));
    if (expected.audience.isEmpty() || !isFor(claims.value(QLatin1String("aud")), expected.audience))
        return refused(QStringLiteral("the token is for somebody else"));
    return checkTimes(claims, expected.leeway, now);
}

Result<void> checkTimes(const QJsonObject &claims, std::chrono::seconds tolerance, UtcMs now)
{
    const UtcMs leeway = std::chrono::milliseconds(tolerance).count();
    const auto expires = numericDate(claims, QLatin1String("exp"));
    const auto issued = numericDate(claims, QLatin1String("iat"));
    if (!expires || !issued)
        return refused(QStringLiteral("the token does not say when it was issued and expires"));
    if (*expires + leeway <= now)
        return refused(QStringLiteral("the token has expired"));
    if (*issued - leeway > now)
        return refused(QStringLiteral("the token was issued in the future"));
    if (claims.contains(QLatin1String("nbf"))) {
        const auto notBefore = numericDate(claims, QLatin1String("nbf"));
        if (!notBefore || *notBefore - leeway > now)
            return refused(QStringLiteral("the token is not valid yet"));
    }
    return {};
}

} // namespace peerdesk
