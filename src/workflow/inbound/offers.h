// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/policy.h"
#include "peering/validation.h"

#include <functional>

namespace peerdesk {

/// Every usable pair of addresses at the exchanges that the networks of `asked` share, in both families, as it would
/// ask for it.
[[nodiscard]] QList<SessionProposal> possibleBeside(const SessionProposal &asked, const QList<SharedExchange> &shared);

/// What else the two networks could set up: of what is possible beside `asked` all that was not asked for and does not
/// stand in `context`, as long as the policy would approve it by itself. Pure.
[[nodiscard]] QList<SessionProposal> offersBeside(const QList<SessionProposal> &asked,
                                                  const QList<SessionProposal> &possible, ValidationContext context,
                                                  const std::function<bool(const SessionProposal &)> &policyApproves);

} // namespace peerdesk
