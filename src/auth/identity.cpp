// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/identity.h"

#include "auth/jwt.h"
#include "auth/scope.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace peerdesk {
namespace {

NetworkRights rightsFrom(const QJsonObject &network)
{
    const auto number = [&network](const char *name) -> std::uint32_t {
        const double value = network.value(QLatin1String(name)).toDouble();
        const bool fits = value >= 0 && value <= std::numeric_limits<std::uint32_t>::max();
        return fits ? static_cast<std::uint32_t>(value) : 0;
    };
    const bool special = network.contains(QLatin1String("manage_peering_sessions"));
    return {number("asn"), network.value(QLatin1String("name")).toString(),
            number(special ? "manage_peering_sessions" : "perms"), special};
}

/// The id_token calls it email_verified (OpenID Connect Core section 5.1), PeeringDB's profile verified_email. An address
/// that nobody confirmed is what somebody typed, and may be anybody's.
QString confirmedEmail(const QJsonObject &claims)
{
    const bool confirmed =
        claims.value(QLatin1String("email_verified")).toBool(claims.value(QLatin1String("verified_email")).toBool());
    const QString email = claims.value(QLatin1String("email")).toString();
    const bool isOne = std::none_of(email.begin(), email.end(),
                                    [](QChar c) { return c == u'<' || c == u'>' || c.isSpace() || !c.isPrint(); });
    return confirmed && isOne ? email : QString();
}

} // namespace

Identity Identity::fromClaims(const QJsonObject &claims)
{
    Identity identity;
    identity.issuer = claims.value(QLatin1String("iss")).toString();
    identity.subject = claims.value(QLatin1String("sub")).toString();
    // PeeringDB's profile has the number alone; `sub` is its text.
    if (const auto id = claims.value(QLatin1String("id")); identity.subject.isEmpty() && id.isDouble())
        identity.subject = QString::number(id.toInteger());
    identity.displayName = claims.value(QLatin1String("name")).toString();
    identity.email = confirmedEmail(claims);
    identity.expiresAt = numericDate(claims, QLatin1String("exp")).value_or(0);
    identity.verified = claims.value(QLatin1String("verified_user")).toBool();
    identity.scopes = claims.value(QLatin1String("scope")).toString();
    identity.readOnly = isReadOnly(identity.scopes);
    const QJsonArray networks = claims.value(QLatin1String("networks")).toArray();
    for (const QJsonValue &network : networks) {
        if (const NetworkRights rights = rightsFrom(network.toObject()); rights.asn != 0)
            identity.networks.append(rights);
    }
    return identity;
}

QJsonObject Identity::toClaims() const
{
    QJsonArray list;
    for (const NetworkRights &network : networks) {
        list.append(
            QJsonObject{{QStringLiteral("asn"), qint64(network.asn)},
                        {QStringLiteral("name"), network.name},
                        {network.forSessions ? QStringLiteral("manage_peering_sessions") : QStringLiteral("perms"),
                         qint64(network.rights)}});
    }
    return {{QStringLiteral("iss"), issuer},
            {QStringLiteral("sub"), subject},
            {QStringLiteral("name"), displayName},
            {QStringLiteral("email"), email},
            {QStringLiteral("email_verified"), !email.isEmpty()},
            {QStringLiteral("verified_user"), verified},
            {QStringLiteral("exp"), qint64(expiresAt / 1000)},
            {QStringLiteral("networks"), list}};
}

bool Identity::isMachine() const
{
    return issuer.isEmpty() && subject.startsWith(QLatin1String("machine:"));
}

bool Identity::may(NetworkRight right, std::uint32_t asn) const
{
    return std::any_of(networks.begin(), networks.end(),
                       [right, asn](const NetworkRights &network) { return network.asn == asn && network.may(right); });
}

QString Identity::toString() const
{
    QString name = displayName.isEmpty() ? subject : displayName;
    name.remove(u'<').remove(u'>'); // else a name could pass for an address
    if (email.isEmpty())
        return name;
    return name.isEmpty() ? email : QStringLiteral("%1 <%2>").arg(name, email);
}

} // namespace peerdesk
