// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPainterPath>
#include <QRectF>

namespace peerdesk {

/// The countries' outlines from resources/map/world.bin (Natural Earth), in world units of MapView.
struct WorldOutline
{
    struct Polygon
    {
        QPainterPath path; ///< odd-even: rings inside are lakes and enclaves
        QRectF bounds;
    };
    QList<Polygon> coarse; ///< off by up to 0.2 degrees
    QList<Polygon> fine;   ///< 0.02 degrees
};

/// Reads the program's own resource; takes some 20 ms.
[[nodiscard]] WorldOutline loadWorldOutline();

} // namespace peerdesk
