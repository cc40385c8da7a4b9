// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/mapclusters.h"

#include <QRectF>

class QFont;
class QPainter;
class QPalette;

namespace peerdesk {

/// How places look: shape and colour both tell the kind, size tells how many sessions are missing.
struct MarkerState
{
    bool selected = false;
    bool hovered = false;
    bool faded = false; ///< something else is selected
};

/// In pixels; also what the pointer has to hit.
[[nodiscard]] double markerRadius(const MapCluster &cluster, int lineHeight);
void paintMarker(QPainter *painter, const QPointF &at, const MapCluster &cluster, const QFont &font,
                 const QPalette &palette, const MarkerState &state);
/// Where the legend stands; empty where the map is too narrow for it (the tooltips say the same).
[[nodiscard]] QRectF legendBox(const QRectF &map, const QFont &font);
void paintLegend(QPainter *painter, const QRectF &map, const QFont &font, const QPalette &palette);

} // namespace peerdesk
