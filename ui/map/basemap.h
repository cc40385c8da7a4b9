// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/mapview.h"
#include "map/worldoutline.h"
#include "theme/palette.h"

#include <QPixmap>

namespace peerdesk {

/// Land and sea, drawn once into a pixmap somewhat larger than the widget and then only moved; while somebody zooms,
/// the old picture is stretched until `render` makes a sharp one. Owned by MapWidget.
class Basemap
{
public:
    /// Whether the picture at hand is sharp and covers the view.
    [[nodiscard]] bool fits(const MapView &view, const MapColors &colors, qreal devicePixelRatio) const;
    [[nodiscard]] bool isEmpty() const { return m_picture.isNull(); }
    [[nodiscard]] bool coversAtThisScale(const MapView &view) const;
    void render(const MapView &view, const MapColors &colors, qreal devicePixelRatio);
    void paint(QPainter *painter, const MapView &view) const;

private:
    WorldOutline m_outline;
    QPixmap m_picture;
    QRectF m_world; ///< what the picture shows
    double m_scale = 0;
    qreal m_ratio = 0;
    QRgb m_land = 0;
};

} // namespace peerdesk
