// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/housekeepingrules.h"
#include "irr/maintainerstore.h"
#include "irr/routedesk.h"
#include "irr/trust.h"
#include "peering/ipaddress.h"

namespace peerdesk {

class TomlTable;

/// The table [irr]: the registry of route objects that is kept here, and where its queries are answered. Without it
/// there is none. Whose keys it believes stands in [[rak.trust]].
struct IrrConfig
{
    bool enabled = false;
    QString source;
    IpAddress whoisAddress; ///< invalid: no queries are answered
    quint16 whoisPort = 0;
    Trust::Unvouched unvouched = Trust::Unvouched::Locked;
    HousekeepingRules rules;       ///< without the registries whose keys are trusted
    QList<Maintainer> maintainers; ///< without the time they were made
    RouteDesk::Names names = RouteDesk::Names::Listed;

    /// Notes faults in the table.
    [[nodiscard]] static IrrConfig read(TomlTable &top);
    /// What a restart has to change; for EndpointConfig::fixedParts().
    [[nodiscard]] QString fixedText() const;
};

} // namespace peerdesk
