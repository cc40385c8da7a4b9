// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QList>
#include <QString>

#include <cstdint>

class QJsonObject;

namespace peerdesk {

/// What PeeringDB lets a person do with a network, as the bits of its permission masks.
enum class NetworkRight : std::uint32_t { Read = 1, Update = 2, Create = 4, Delete = 8 };

struct NetworkRights
{
    std::uint32_t asn = 0;
    QString name;
    std::uint32_t rights = 0; ///< bits of NetworkRight
    bool forSessions = false; ///< they are of the mask for peering sessions; else of the general one

    [[nodiscard]] bool may(NetworkRight right) const { return (rights & static_cast<std::uint32_t>(right)) != 0; }
    bool operator==(const NetworkRights &) const = default;
};

/// Who somebody is, from claims that were verified before: a person of a network, or a program of it.
struct Identity
{
    QString issuer;
    QString subject;
    QString displayName;
    QString email;                 ///< empty unless whoever names it has confirmed that it is theirs
    bool verified = false;         ///< PeeringDB has seen that the person belongs to their organisation
    QList<NetworkRights> networks; ///< also those with read access only: PeeringDB lists every one of the person's
    UtcMs expiresAt = 0;
    bool readOnly = false; ///< the token says so by its scope (auth/scope.h)
    QString scopes;        ///< as the token has them; not kept in the keychain

    /// Reads the claims of PeeringDB's vocabulary, as they stand in its id_token, in its profile and in the access
    /// tokens of issuers that follow it. The mask `manage_peering_sessions` goes before `perms` wherever the key is there,
    /// whatever it holds.
    [[nodiscard]] static Identity fromClaims(const QJsonObject &claims);
    /// What fromClaims() reads as the same, for the keychain.
    [[nodiscard]] QJsonObject toClaims() const;

    /// A program with a credential that we gave it. Whatever comes of a token names its issuer.
    [[nodiscard]] bool isMachine() const;
    [[nodiscard]] bool may(NetworkRight right, std::uint32_t asn) const;
    /// "M. Ops <noc@as64500.example>", or what there is of it: to be read by people, never to be taken apart again.
    [[nodiscard]] QString toString() const;
    bool operator==(const Identity &) const = default;
};

} // namespace peerdesk
