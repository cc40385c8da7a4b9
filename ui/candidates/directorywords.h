// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/relation.h"

#include <QString>

#include <cstdint>
#include <optional>

/// How the directory's own words are shown and compared.
namespace peerdesk {

/// "100+Tbps" and "5-10Gbps" as "100+ Tbps" and "5–10 Gbps".
[[nodiscard]] QString trafficText(const QString &band);
/// The middle of a band in bit/s, so that `traffic>1G` finds "1-5Gbps"; nothing for words without a number.
[[nodiscard]] std::optional<double> trafficBits(const QString &band);

/// "10G", "100M"; nothing for a speed that is not known.
[[nodiscard]] QString speedText(std::uint32_t mbit);

/// "300,000", or "not disclosed" for none.
[[nodiscard]] QString prefixLimitText(const std::optional<std::uint32_t> &limit);
/// "300,000 / 250,000", IPv4 before IPv6; one "not disclosed" if neither is.
[[nodiscard]] QString prefixLimitsText(const std::optional<std::uint32_t> &limit4,
                                       const std::optional<std::uint32_t> &limit6);

/// Translated, sentence case.
[[nodiscard]] QString relationWord(Relation::Kind kind);

} // namespace peerdesk
