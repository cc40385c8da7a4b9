// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/trust.h"
#include "workflow/registry/issuerclient.h"

namespace peerdesk {

class TomlTable;

/// The tables [[rak.trust]]: which issuers' keys are believed here, for which addresses. The registry of route objects
/// and the keys that come with session requests are judged by the same.
struct KeyTrustConfig
{
    struct Issuer
    {
        KeyIssuer issuer;  ///< without its token
        QString tokenFile; ///< empty: its statements are checked, and it is asked nothing
        QString spaceFile; ///< its registry's delegated statistics
    };

    QList<Issuer> issuers;

    /// Notes faults in the tables. Whoever asks issuers for keys `needsTokens`.
    [[nodiscard]] static KeyTrustConfig read(TomlTable &rak, bool allowPrivate, bool needsTokens);
    [[nodiscard]] QList<Registry> registries() const;
    /// With what the files of delegated statistics hold. Storage if one cannot be read, Invalid if it is none.
    [[nodiscard]] Result<Trust> trust(Trust::Unvouched unvouched) const;
    /// With their tokens. Storage if a file cannot be read or is readable by everybody.
    [[nodiscard]] Result<QList<KeyIssuer>> keyIssuers() const;
    /// What a restart has to change; for EndpointConfig::fixedParts().
    [[nodiscard]] QString fixedText() const;
};

} // namespace peerdesk
