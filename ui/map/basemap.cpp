// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/basemap.h"

#include <QPainter>

namespace peerdesk {
namespace {

constexpr double reach = 0.25;       ///< of the view's size, drawn beyond each of its sides
constexpr double fineFrom = 2'600.0; ///< pixels round the world, from which the coarse outline would show

} // namespace

bool Basemap::coversAtThisScale(const MapView &view) const
{
    // A hair's breadth of tolerance: at the edge of the world the picture ends where the view does.
    constexpr double hair = 1e-9;
    return qFuzzyCompare(m_scale, view.scale()) && m_world.adjusted(-hair, -hair, hair, hair).contains(view.visible());
}

bool Basemap::fits(const MapView &view, const MapColors &colors, qreal devicePixelRatio) const
{
    return !m_picture.isNull() && m_land == colors.land.rgb() && qFuzzyCompare(m_ratio, devicePixelRatio)
           && coversAtThisScale(view);
}

void Basemap::render(const MapView &view, const MapColors &colors, qreal devicePixelRatio)
{
    if (m_outline.coarse.isEmpty())
        m_outline = loadWorldOutline();
    const QRectF seen = view.visible();
    m_world = seen.adjusted(-seen.width() * reach, -seen.height() * reach, seen.width() * reach, seen.height() * reach);
    m_scale = view.scale();
    m_ratio = devicePixelRatio;
    m_land = colors.land.rgb();
    m_picture = QPixmap((m_world.size() * m_scale * m_ratio).toSize());
    m_picture.setDevicePixelRatio(m_ratio);
    m_picture.fill(colors.sea);

    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_world.topLeft());
    QPen border(colors.border, 1);
    border.setCosmetic(true);
    painter.setPen(border);
    painter.setBrush(colors.land);
    const auto &level = m_scale < fineFrom ? m_outline.coarse : m_outline.fine;
    for (const WorldOutline::Polygon &polygon : level) {
        if (polygon.bounds.intersects(m_world))
            painter.drawPath(polygon.path);
    }
}

void Basemap::paint(QPainter *painter, const MapView &view) const
{
    const QPointF corner = view.toScreen(m_world.topLeft());
    const QSizeF size = m_world.size() * view.scale();
    if (qFuzzyCompare(m_scale, view.scale())) {
        // On whole device pixels, or the picture would be blurred by half of one.
        painter->drawPixmap(QPointF(qRound(corner.x() * m_ratio) / m_ratio, qRound(corner.y() * m_ratio) / m_ratio),
                            m_picture);
    } else {
        painter->drawPixmap(QRectF(corner, size), m_picture, QRectF(m_picture.rect()));
    }
}

} // namespace peerdesk
