// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringdb/mirrorrecords.h"

/// Where networks meet: the questions that everything else is built on. Private to the room.
namespace peerdesk {

/// Where both have ports, with every pair of them per family, by exchange id.
[[nodiscard]] QList<SharedExchange> sharedExchanges(const MirrorRecords &records, const NetworkRecord &ours,
                                                    const NetworkRecord &theirs);
/// Every network that shares an exchange with `ours`, by ASN.
[[nodiscard]] QList<Partner> partnersOf(const MirrorRecords &records, const NetworkRecord &ours);
/// The same by exchange: each where `ours` has a port, by id.
[[nodiscard]] QList<ExchangeReach> reachOf(const MirrorRecords &records, const NetworkRecord &ours);

} // namespace peerdesk
