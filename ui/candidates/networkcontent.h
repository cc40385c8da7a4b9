// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/detailcontent.h"
#include "workflow/candidates/candidaterow.h"

namespace peerdesk {

/// Everything a coordinator looks up of a network, as the detail pane shows it. The tables are called "exchanges" and
/// "facilities"; their rows are keyed by PeeringDB's id.
[[nodiscard]] DetailContent networkContent(const NetworkDetail &detail, UtcMs now);

/// What a click on an exchange shows.
[[nodiscard]] DetailContent locationContent(const LocationRow &row);

} // namespace peerdesk
