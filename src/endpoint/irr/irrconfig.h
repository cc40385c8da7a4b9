// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/housekeepingrules.h"
#include "irr/maintainerstore.h"
#include "irr/routedesk.h"
#include "irr/trust.h"
#include "peering/ipaddress.h"
#include "workflow/registry/issuerclient.h"

namespace peerdesk {

class TomlTable;

/// The table [irr]: the registry of route objects that is kept here, where its queries are answered, and whose keys it
/// trusts for which addresses. Without it there is none.
struct IrrConfig
{
    struct Issuer
    {
        KeyIssuer issuer; ///< without its token
        QString tokenFile;
        QString spaceFile; ///< its registry's delegated statistics
    };

    bool enabled = false;
    QString source;
    IpAddress whoisAddress; ///< invalid: no queries are answered
    quint16 whoisPort = 0;
    Trust::Unvouched unvouched = Trust::Unvouched::Locked;
    HousekeepingRules rules;
    QList<Issuer> issuers;
    QList<Maintainer> maintainers; ///< without the time they were made
    RouteDesk::Names names = RouteDesk::Names::Listed;

    /// Notes faults in the table.
    [[nodiscard]] static IrrConfig read(TomlTable &top, bool allowPrivate);
    /// With what the files of delegated statistics hold. Storage if one cannot be read, Invalid if it is none.
    [[nodiscard]] Result<Trust> trust() const;
    /// With their tokens. Storage if a file cannot be read or is readable by everybody.
    [[nodiscard]] Result<QList<KeyIssuer>> keyIssuers() const;
    /// What a restart has to change; for EndpointConfig::fixedParts().
    [[nodiscard]] QString fixedText() const;
};

} // namespace peerdesk
