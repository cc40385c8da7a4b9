// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/mapplace.h"
#include "workflow/candidates/candidaterow.h"

#include <optional>

namespace peerdesk {

/// What the map shows: all our exchanges, or, while a network is chosen, how it stands at each of them.
struct CandidatePlaces
{
    QList<MapPlace> placed;
    QList<MapPlace> unplaced; ///< the position is not known
};

[[nodiscard]] CandidatePlaces candidatePlaces(const QList<LocationRow> &locations,
                                              const std::optional<NetworkDetail> &chosen);

} // namespace peerdesk
