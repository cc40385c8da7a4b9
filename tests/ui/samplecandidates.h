// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/candidates/candidaterow.h"
#include "workflow/reports/sessionreport.h"

/// Invented values for pages: networks and exchanges of documentation ranges, and a report of what became of them.
namespace peerdesk::sample {

[[nodiscard]] UtcMs now();
[[nodiscard]] Asn own();

/// `count` networks from AS64500 on (from AS4200000000 on after the first few): AS64501 is hidden, AS64502 without an
/// entry in the directory.
[[nodiscard]] QList<NetworkRow> networks(int count = 40);
/// 19 exchanges in real cities; one has no position.
[[nodiscard]] QList<LocationRow> locations();
/// AS64500 as networks() has it, at all of locations().
[[nodiscard]] NetworkDetail detail(Asn other = Asn(64500));
/// Those of networks() at an exchange: every third.
[[nodiscard]] QList<Asn> networksAt(std::uint32_t exchangeId);

[[nodiscard]] SessionReport report(int rows = 60);

} // namespace peerdesk::sample
