// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mapview.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace peerdesk {
namespace {

// The part of the world that resources/map holds: 84 N to 60 S.
constexpr double northEdge = 0.031;
constexpr double southEdge = 0.711;
constexpr double largest = 120'000; // below this a pixel is some 300 m, finer than the outline

} // namespace

QPointF MapView::project(double latitude, double longitude)
{
    const double bounded = std::clamp(latitude, -85.0, 85.0) * std::numbers::pi / 180;
    const double y = std::log(std::tan(std::numbers::pi / 4 + bounded / 2));
    return {(longitude + 180) / 360, 0.5 - y / (2 * std::numbers::pi)};
}

void MapView::resize(const QSizeF &size)
{
    m_size = size;
    clamp();
}

void MapView::panBy(const QPointF &pixels)
{
    m_center -= pixels / m_scale;
    clamp();
}

void MapView::zoomAt(const QPointF &at, double factor)
{
    const QPointF under = toWorld(at);
    m_scale *= factor;
    clamp();
    m_center += under - toWorld(at);
    clamp();
}

void MapView::fit(const QRectF &world, double marginPixels)
{
    const double width = std::max(world.width(), 0.002);
    const double height = std::max(world.height(), 0.002);
    m_scale = std::min((m_size.width() - 2 * marginPixels) / width, (m_size.height() - 2 * marginPixels) / height);
    m_center = world.center();
    clamp();
}

/// The world always fills the widget's width, and is never dragged out of it.
void MapView::clamp()
{
    m_scale = std::clamp(m_scale, std::max(1.0, m_size.width()), std::max(largest, m_size.width()));
    const double halfWidth = std::min(0.5, m_size.width() / m_scale / 2);
    m_center.setX(std::clamp(m_center.x(), halfWidth, 1 - halfWidth));
    const double halfHeight = m_size.height() / m_scale / 2;
    const double top = northEdge + halfHeight;
    const double bottom = southEdge - halfHeight;
    m_center.setY(top < bottom ? std::clamp(m_center.y(), top, bottom) : (northEdge + southEdge) / 2);
}

} // namespace peerdesk
