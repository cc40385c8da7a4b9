// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mapmarkers.h"

#include "theme/palette.h"
#include "theme/statuslook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace peerdesk {
namespace {

using Kind = MapPlace::Kind;

struct MapMarkersWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::MapMarkers)
};

QColor colorOf(Kind kind, const QPalette &palette)
{
    switch (kind) {
    case Kind::SharedMissing:
        return palette.color(role::accent);
    case Kind::SharedOpen:
        return toneColor(Tone::Pending, palette);
    case Kind::SharedPeered:
        return toneColor(Tone::Established, palette);
    case Kind::TheirsOnly:
        return toneColor(Tone::Unestablished, palette);
    case Kind::OursOnly:
        return toneColor(Tone::Muted, palette);
    case Kind::Elsewhere:
        break;
    }
    return blend(palette.color(role::secondaryText), mapColors(palette).land, 120);
}

QString shortNumber(int number)
{
    return number < 1000 ? QString::number(number)
                         : QStringLiteral("%1k").arg(number / 1000.0, 0, 'f', number < 10'000 ? 1 : 0);
}

void paintShape(QPainter *painter, const QPointF &at, double radius, Kind kind, const QPalette &palette)
{
    const QColor color = colorOf(kind, palette);
    const QColor ground = palette.color(QPalette::Base);
    switch (kind) {
    case Kind::SharedMissing:
    case Kind::SharedPeered:
        painter->setPen(QPen(ground, 1.2));
        painter->setBrush(color);
        painter->drawEllipse(at, radius, radius);
        return;
    case Kind::SharedOpen:
        painter->setPen(QPen(color, radius * 0.36));
        painter->setBrush(ground);
        painter->drawEllipse(at, radius * 0.82, radius * 0.82);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(at, radius * 0.36, radius * 0.36);
        return;
    case Kind::TheirsOnly: {
        const std::array<QPointF, 4> corners = {at + QPointF(0, -radius), at + QPointF(radius, 0),
                                                at + QPointF(0, radius), at + QPointF(-radius, 0)};
        painter->setPen(QPen(color, 1.4));
        painter->setBrush(ground);
        painter->drawConvexPolygon(corners.data(), static_cast<int>(corners.size()));
        return;
    }
    case Kind::OursOnly:
        painter->setPen(QPen(color, 1.5));
        painter->setBrush(ground);
        painter->drawEllipse(at, radius, radius);
        return;
    case Kind::Elsewhere:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(at, radius, radius);
        return;
    }
}

std::array<std::pair<Kind, QString>, 5> legendEntries()
{
    return {{{Kind::SharedMissing, MapMarkersWords::tr("sessions missing")},
             {Kind::SharedOpen, MapMarkersWords::tr("asked for or not possible")},
             {Kind::SharedPeered, MapMarkersWords::tr("all there")},
             {Kind::TheirsOnly, MapMarkersWords::tr("theirs only")},
             {Kind::OursOnly, MapMarkersWords::tr("ours only")}}};
}

QFont legendFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

} // namespace

double markerRadius(const MapCluster &cluster, int lineHeight)
{
    const double unit = lineHeight / 18.0;
    switch (cluster.kind) {
    case Kind::SharedMissing:
        return unit * std::min(15.0, 6.0 + 1.6 * std::log2(1.0 + cluster.missing));
    case Kind::SharedOpen:
    case Kind::SharedPeered:
        return unit * 5.0;
    case Kind::TheirsOnly:
        return unit * (cluster.places.size() > 1 ? 6.0 : 4.8);
    case Kind::OursOnly:
        return unit * 3.6;
    case Kind::Elsewhere:
        break;
    }
    return unit * 1.3;
}

void paintMarker(QPainter *painter, const QPointF &at, const MapCluster &cluster, const QFont &font,
                 const QPalette &palette, const MarkerState &state)
{
    const double radius = markerRadius(cluster, QFontMetrics(font).height());
    painter->setOpacity(state.faded ? 0.35 : 1.0);
    if (state.selected || state.hovered) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette.color(QPalette::Text), state.selected ? 2.0 : 1.2));
        painter->drawEllipse(at, radius + 3, radius + 3);
    }
    paintShape(painter, at, radius, cluster.kind, palette);
    if (cluster.kind == Kind::SharedMissing && cluster.missing > 0) {
        QFont small = font;
        small.setWeight(QFont::Bold);
        const QString number = shortNumber(cluster.missing);
        small.setPointSizeF(font.pointSizeF() * (number.size() > 2 ? 0.62 : 0.7));
        painter->setFont(small);
        painter->setPen(palette.color(role::onAccent));
        painter->drawText(QRectF(at.x() - 2 * radius, at.y() - radius, 4 * radius, 2 * radius), Qt::AlignCenter,
                          number);
    }
    painter->setOpacity(1);
}

QRectF legendBox(const QRectF &map, const QFont &font)
{
    const QFontMetricsF metrics(legendFont(font));
    const double line = metrics.height();
    double width = line * 0.6;
    for (const auto &[kind, words] : legendEntries())
        width += metrics.horizontalAdvance(words) + line * 1.6;
    const QRectF box(map.left() + line * 0.7, map.bottom() - line * 2.1, width, line * 1.45);
    return box.right() > map.right() - line ? QRectF() : box;
}

void paintLegend(QPainter *painter, const QRectF &map, const QFont &given, const QPalette &palette)
{
    const QRectF box = legendBox(map, given);
    if (box.isEmpty())
        return;
    QColor ground = palette.color(QPalette::Base);
    ground.setAlpha(225);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 4, 4);
    const QFont font = legendFont(given);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    painter->setFont(font);
    double x = box.left() + line * 0.9;
    for (const auto &[kind, words] : legendEntries()) {
        paintShape(painter, {x, box.center().y()}, line * 0.27, kind, palette);
        painter->setPen(palette.color(role::secondaryText));
        painter->drawText(QRectF(x + line * 0.5, box.top(), box.width(), box.height()),
                          Qt::AlignVCenter | Qt::AlignLeft, words);
        x += metrics.horizontalAdvance(words) + line * 1.6;
    }
}

} // namespace peerdesk
