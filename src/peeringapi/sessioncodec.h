// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/jsontext.h"
#include "peering/dialect.h"
#include "peering/session.h"

#include <QJsonObject>

#include <optional>

namespace peerdesk {

// One session object of the wire, shared by both halves of the codec.

/// A session as it stands on the wire: names resolved, ends not yet told apart.
struct WireSession
{
    Asn localAsn;
    Asn peerAsn;
    IpAddress localAddress;
    IpAddress peerAddress;
    Location location;
    Secret secret;
    EndTerms localTerms;
    EndTerms peerTerms;
    QString itemId;
    QString sessionId;
    QString requestId;
    QString status;
    QString reason;
    UtcMs configureBy = 0;
    bool namesInitiator = false; ///< it said initiator and target instead: local is the initiator
};

/// Reads every alias the published documents and servers use. Each member that is there and cannot be read becomes
/// a FieldError under `path`; what is missing stays default.
[[nodiscard]] WireSession readWireSession(const QJsonObject &object, const QString &path, QList<FieldError> &errors);

/// The members that make up what was asked for: numbers, addresses, roles, type and location; never the secret.
[[nodiscard]] JsonText writeProposal(const SessionProposal &proposal, Dialect::Orientation orientation);

/// `local` becomes the initiator or the receiver.
[[nodiscard]] SessionProposal orientedProposal(const WireSession &session, Dialect::Orientation orientation);

/// A location object, "pdb:ix:42", or bare digits.
[[nodiscard]] std::optional<Location> readLocation(const QJsonValue &value, const QString &peerType);

[[nodiscard]] JsonText writeLocation(const Location &location);
[[nodiscard]] QString locationTypeOf(const Location &location);

} // namespace peerdesk
