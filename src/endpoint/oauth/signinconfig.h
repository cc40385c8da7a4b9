// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/rights.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/settings.h"

namespace peerdesk {

class TomlTable;

/// How one signs in at the endpoint, beside the tokens of trusted issuers: [sign_in] and [access] of the configuration.
struct SignInConfig
{
    bool people = false; ///< through PeeringDB, in the browser
    ProviderSettings provider;
    QString clientSecretFile;
    /// Where web programs of other networks wait for codes that they may hand over to us; none: nobody may.
    QStringList handOverRedirects;
    bool machines = false; ///< with credentials that `peerdeskd credential` issues
    RightsRules rights;

    /// Notes faults in the tables.
    [[nodiscard]] static SignInConfig read(TomlTable &top, bool allowPrivate);
    /// From the file, which only its owner and group may read; empty where people cannot sign in.
    [[nodiscard]] Result<Secret> clientSecret() const;
};

} // namespace peerdesk
