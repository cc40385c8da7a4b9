// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "peering/dialect.h"
#include "peering/validation.h"

namespace peerdesk {

/// A validation finding as the wire reports it: "sessions[1].peer_ip".
[[nodiscard]] FieldError fieldErrorOf(const Finding &finding, Dialect::Orientation orientation);

/// Which session and which of its parts a wire path speaks of.
struct FieldTarget
{
    int index = -1; ///< of the session in the batch, -1 for the batch itself
    Finding::Part part = Finding::Part::Whole;

    bool operator==(const FieldTarget &) const = default;
};
[[nodiscard]] FieldTarget fieldTargetOf(QStringView field, Dialect::Orientation orientation);

/// Fills in the itemId of every error that names its session by position or by address.
void assignItems(QList<FieldError> &errors, const QList<SessionProposal> &asked);

} // namespace peerdesk
