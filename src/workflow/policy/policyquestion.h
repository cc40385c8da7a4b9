// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/policy.h"

namespace peerdesk {

/// The part of the questions that is the same for every session of a request: who asks, what the two networks have in
/// common, and when. `proposal`, `registered` and `validKey` are left to be filled in.
[[nodiscard]] PolicyQuestion questionAbout(const std::optional<Network> &initiator, const QList<SharedExchange> &shared,
                                           int existingSessions, const QString &senderAddress, UtcMs now);

} // namespace peerdesk
