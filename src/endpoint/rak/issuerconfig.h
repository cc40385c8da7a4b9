// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rak/issuerrules.h"

namespace peerdesk {

class TomlTable;

/// The table [rak.issuer]: the registry that issues keys here. Without it none does.
struct IssuerConfig
{
    bool enabled = false;
    QString holdersFile;
    QString pepperFile;
    IssuerRules rules; ///< without the pepper, and without the name, which is the endpoint's URL

    /// Notes faults in the table.
    [[nodiscard]] static IssuerConfig read(TomlTable &rak);
    /// With what the pepper's file holds. Storage if it cannot be read or is readable by everybody; Invalid if it is
    /// too short.
    [[nodiscard]] Result<IssuerConfig> withPepper() const;
    /// What a restart has to change; for EndpointConfig::fixedParts().
    [[nodiscard]] QString fixedText() const;
};

} // namespace peerdesk
