// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keystatement.h"

#include "auth/jwks.h"
#include "auth/jwt.h"
#include "auth/jwtsigner.h"

#include <QJsonObject>

#include <algorithm>

namespace peerdesk {
namespace {

const QString statementType = QStringLiteral("rak-statement+jwt");
constexpr qsizetype maxStatementBytes = 2 * 1024 * 1024; // PrefixSet::maxCount long IPv6 prefixes take half of it

Error refusedStatement(ErrorKind kind, const QString &why)
{
    return Error(kind, why);
}

UtcMs wholeSeconds(UtcMs time)
{
    return time / 1000 * 1000;
}

/// A whole number that a double holds exactly.
std::optional<qint64> number(const QJsonObject &claims, const char *name, qint64 largest)
{
    const qint64 value = claims.value(QLatin1String(name)).toInteger(-1);
    return value >= 0 && value <= largest ? std::optional(value) : std::nullopt;
}

KeyState stateOf(KeyStatus status)
{
    if (status == KeyStatus::Revoked)
        return KeyState::Revoked;
    return status == KeyStatus::Withdrawn ? KeyState::Withdrawn : KeyState::Issued;
}

/// From claims whose signature was right, which makes them neither complete nor sensible.
Result<KeyStatement> readClaims(const QJsonObject &claims)
{
    constexpr qint64 latest = 253'402'300'799; // the last second of the year 9999
    const Error unreadable(ErrorKind::Protocol, QStringLiteral("the statement cannot be read"));
    const auto reference = KeyReference::parse(claims.value(QLatin1String("jti")).toString());
    const auto prefixes = PrefixSet::fromJson(claims.value(QLatin1String("prefixes")));
    const auto status = keyStatusOf(claims.value(QLatin1String("status")).toString());
    const auto origin = number(claims, "asn", 0xffffffffLL);
    const auto serial = number(claims, "serial", 0xffffffffLL);
    const auto sequence = number(claims, "seq", 1LL << 53);
    const auto notBefore = number(claims, "rak_nbf", latest);
    const auto keyExpires = number(claims, "rak_exp", latest);
    const auto issued = number(claims, "iat", latest);
    const auto expires = number(claims, "exp", latest);
    if (!reference || !prefixes || !status || !origin || !serial || !sequence || !notBefore || !keyExpires || !issued
        || !expires)
        return unreadable;
    KeyStatement statement;
    statement.issuer = claims.value(QLatin1String("iss")).toString();
    statement.audience = claims.value(QLatin1String("aud")).toString();
    statement.terms = {*reference,         Asn(static_cast<std::uint32_t>(*origin)),    *prefixes, *notBefore * 1000,
                       *keyExpires * 1000, Serial(static_cast<std::uint32_t>(*serial)), *sequence, stateOf(*status)};
    statement.status = *status;
    statement.issued = *issued * 1000;
    statement.expires = *expires * 1000;
    return statement;
}

} // namespace

KeyStatement statementOf(const KeyTerms &terms, const QString &issuer, const QString &audience, UtcMs now,
                         std::chrono::seconds life)
{
    KeyStatement statement;
    statement.issuer = issuer;
    statement.audience = audience;
    statement.terms = terms;
    statement.status = terms.status(now);
    statement.issued = wholeSeconds(now);
    statement.expires = wholeSeconds(now + std::chrono::milliseconds(life).count());
    if (statement.status == KeyStatus::Valid)
        statement.expires = std::min(statement.expires, wholeSeconds(terms.expires));
    return statement;
}

Result<QByteArray> signStatement(const KeyStatement &statement, const JwtSigner &signer)
{
    const KeyTerms &terms = statement.terms;
    QJsonObject claims = {{QStringLiteral("iss"), statement.issuer},
                          {QStringLiteral("jti"), terms.reference.toString()},
                          {QStringLiteral("asn"), static_cast<qint64>(terms.origin.number())},
                          {QStringLiteral("prefixes"), terms.prefixes.toJson()},
                          {QStringLiteral("serial"), static_cast<qint64>(terms.serial.number())},
                          {QStringLiteral("seq"), terms.sequence},
                          {QStringLiteral("status"), toText(statement.status)},
                          {QStringLiteral("rak_nbf"), static_cast<qint64>(terms.notBefore / 1000)},
                          {QStringLiteral("rak_exp"), static_cast<qint64>(terms.expires / 1000)},
                          {QStringLiteral("iat"), static_cast<qint64>(statement.issued / 1000)},
                          {QStringLiteral("exp"), static_cast<qint64>(statement.expires / 1000)}};
    if (!statement.audience.isEmpty())
        claims.insert(QStringLiteral("aud"), statement.audience);
    const QByteArray text = signer.sign(claims, statementType).reveal();
    if (text.endsWith('.'))
        return Error(ErrorKind::Internal, QStringLiteral("a statement could not be signed"));
    return text;
}

Result<KeyStatement> checkStatement(const QByteArray &text, const Jwks &keys, const StatementExpectations &expected,
                                    UtcMs now)
{
    const auto token = parseJwt(text.trimmed(), maxStatementBytes);
    if (!token)
        return token.error();
    const auto refuse = [](const QString &why) { return refusedStatement(ErrorKind::Unauthenticated, why); };
    if (token->type() != statementType)
        return refuse(QStringLiteral("this is a signed text, but no statement about a key"));
    if (token->algorithm() == u"RS256") // statements are ES256, or EdDSA
        return refuse(QStringLiteral("the statement's algorithm is not accepted"));
    if (const auto signature = keys.verify(*token); !signature)
        return signature.error();
    const QJsonValue audience = token->claims.value(QLatin1String("aud"));
    if (expected.issuer.isEmpty() || token->claims.value(QLatin1String("iss")).toString() != expected.issuer)
        return refuse(QStringLiteral("the statement comes from another issuer"));
    if (!audience.isUndefined() && (expected.audience.isEmpty() || audience.toString() != expected.audience))
        return refuse(QStringLiteral("the statement is for somebody else"));
    if (const auto times = checkTimes(token->claims, expected.tolerance, now); !times)
        return times.error();
    auto statement = readClaims(token->claims);
    if (!statement)
        return statement;
    if (statement->terms.reference.registry != expected.registry)
        return refusedStatement(ErrorKind::Denied,
                                QStringLiteral("the issuer speaks for %1, not for %2")
                                    .arg(toText(expected.registry), toText(statement->terms.reference.registry)));
    if (expected.known != Serial() && expected.known.isNewerThan(statement->terms.serial))
        return refusedStatement(ErrorKind::Conflict, QStringLiteral("a later version of the key is known already"));
    return statement;
}

} // namespace peerdesk
