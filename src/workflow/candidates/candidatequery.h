// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/candidates/candidaterow.h"
#include "workflow/candidates/deskknowledge.h"

namespace peerdesk {

class MirrorIndex;

/// The directory and the desk's knowledge joined into what the page shows. Pure: any thread, no I/O.
[[nodiscard]] QList<NetworkRow> networkRows(const MirrorIndex &index, Asn own, const DeskKnowledge &knowledge,
                                            UtcMs now);
[[nodiscard]] QList<LocationRow> locationRows(const MirrorIndex &index, Asn own, const DeskKnowledge &knowledge,
                                              UtcMs now);

/// What the desk knows of one network beyond DeskKnowledge.
struct EndpointKnowledge
{
    std::optional<NetworkEndpoint> endpoint;
    QList<Location> locations;  ///< as its GET /locations said
    UtcMs locationsAskedAt = 0; ///< 0: never, or it named none
};

[[nodiscard]] NetworkDetail networkDetail(const MirrorIndex &index, Asn own, Asn other, const DeskKnowledge &knowledge,
                                          const EndpointKnowledge &endpoint);

} // namespace peerdesk
