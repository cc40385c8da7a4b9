// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/mapplace.h"
#include "widgets/rowmodel.h"
#include "workflow/candidates/candidaterow.h"

namespace peerdesk {

/// The columns of the Locations table and what its filter knows.
[[nodiscard]] RowTraits<LocationRow> locationTraits();
[[nodiscard]] QList<FilterField> locationFields();

[[nodiscard]] MapPlace::Kind placeKind(LocationRow::Standing standing);

[[nodiscard]] inline QString locationKey(std::uint32_t exchangeId)
{
    return QString::number(exchangeId);
}

} // namespace peerdesk
