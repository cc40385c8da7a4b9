// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/issuercalls.h"
#include "irr/trust.h"
#include "workflow/inbound/keyfinding.h"

namespace peerdesk {

/// Whose keys are believed here, for which addresses, and how their statements are checked: with the signing keys of
/// the issuers that the configuration names, and of no others. A plain value; none by default.
struct KeyTrust
{
    QList<Registry> registries;
    Trust trust;
    decltype(IssuerCalls::check) check;
};

/// One finding for each key, in order. It asks nobody for anything but an issuer for its signing keys.
[[nodiscard]] QCoro::Task<QList<KeyFinding>> checkKeys(KeyTrust trust, QList<NamedKey> keys, UtcMs now);

} // namespace peerdesk
