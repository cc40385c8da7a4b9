// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace peerdesk {

/// Which part of the world is seen, how large. World units are those of Web Mercator: x from 0 (180 W) to 1 (180 E),
/// y from 0 (north) to 1 (south). Mercator, because it keeps the shape of a city's surroundings at every zoom.
class MapView
{
public:
    [[nodiscard]] static QPointF project(double latitude, double longitude);

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] double scale() const { return m_scale; } ///< pixels for the width of the world
    [[nodiscard]] QPointF toScreen(const QPointF &world) const
    {
        return (world - m_center) * m_scale + QPointF(m_size.width() / 2, m_size.height() / 2);
    }
    [[nodiscard]] QPointF toWorld(const QPointF &screen) const
    {
        return (screen - QPointF(m_size.width() / 2, m_size.height() / 2)) / m_scale + m_center;
    }
    [[nodiscard]] QRectF visible() const { return {toWorld({0, 0}), m_size / m_scale}; }

    void resize(const QSizeF &size);
    void panBy(const QPointF &pixels);
    /// What is under `at` stays under it.
    void zoomAt(const QPointF &at, double factor);
    /// As large as fits, with room around.
    void fit(const QRectF &world, double marginPixels);

    bool operator==(const MapView &) const = default;

private:
    void clamp();

    QSizeF m_size{1, 1};
    QPointF m_center{0.5, 0.4};
    double m_scale = 1000;
};

} // namespace peerdesk
