// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/keyterms.h"

namespace peerdesk {

/// A key as its issuer tells its holder of it. The secret is not part of it: it was shown once, and nobody has it but
/// whom it was given to.
struct HeldKey
{
    KeyTerms terms;
    QString label;        ///< the holder's own words for it
    QString holder;       ///< whose resources they are, as the issuer names it
    QString audience;     ///< the third party it was made for; empty for any
    bool renews = false;  ///< by itself, as long as the resources are held
    QStringList notify;   ///< mail addresses that are told of it beside the holder's
    UtcMs lastUsed = 0;   ///< when somebody last verified it; 0 for never
    QByteArray statement; ///< the issuer's signed statement, where it came along; holds no secret

    [[nodiscard]] QString id() const { return terms.reference.toString(); }

    bool operator==(const HeldKey &) const = default;
};

/// What issuing gives, once.
struct FreshKey
{
    Secret key;
    KeyReference reference;
};

} // namespace peerdesk
