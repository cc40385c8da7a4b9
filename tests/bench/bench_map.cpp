// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times of the map with 1,300 exchanges, as `./dev bench map` prints them. A frame of 16 ms is one of 60 a second.
#include "map/mapwidget.h"
#include "theme/palette.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QRandomGenerator>
#include <QTextStream>
#include <QWheelEvent>

#include <algorithm>
#include <functional>

using namespace peerdesk;

namespace {

/// As the world has them: gathered round some dozens of cities.
QList<MapPlace> inventedPlaces(int count)
{
    QRandomGenerator random(64496);
    QList<QPointF> cities;
    for (int i = 0; i < 90; ++i)
        cities.append({random.bounded(110.0) - 45.0, random.bounded(300.0) - 130.0});
    QList<MapPlace> places;
    for (int i = 0; i < count; ++i) {
        const QPointF city = cities.at(static_cast<qsizetype>(random.bounded(90)));
        const auto kind = static_cast<MapPlace::Kind>(random.bounded(6));
        places.append({QString::number(i), QStringLiteral("Exchange %1").arg(i), city.x() + random.bounded(2.0),
                       city.y() + random.bounded(2.0), kind,
                       kind == MapPlace::Kind::SharedMissing ? random.bounded(1, 60) : 0, false});
    }
    return places;
}

void measure(const QString &name, int frames, const std::function<void(int)> &step)
{
    QList<double> times;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        step(i);
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    QTextStream(stdout) << QStringLiteral("%1 median %2 ms, 95 of 100 within %3 ms, longest %4 ms\n")
                               .arg(name, -34)
                               .arg(times.at(times.size() / 2), 6, 'f', 2)
                               .arg(times.at(times.size() * 95 / 100), 6, 'f', 2)
                               .arg(times.last(), 6, 'f', 2);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setPalette(paletteFor(Scheme::Light));
    const QList<MapPlace> places = inventedPlaces(1300);
    MapWidget map;
    map.resize(1600, 900);
    map.setPlaces(places);
    map.fit();
    QImage frame(map.size(), QImage::Format_ARGB32_Premultiplied);
    const auto paint = [&] { map.render(&frame); };
    const auto wheel = [&map](int notches) {
        const QPointF at(800, 400);
        QWheelEvent event(at, at, {}, {0, notches * 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&map, &event);
    };
    const auto drag = [&map](int from, int to) {
        QMouseEvent press(QEvent::MouseButtonPress, QPointF(from, 400), QPointF(from, 400), Qt::LeftButton,
                          Qt::LeftButton, Qt::NoModifier);
        QMouseEvent move(QEvent::MouseMove, QPointF(to, 400), QPointF(to, 400), Qt::LeftButton, Qt::LeftButton,
                         Qt::NoModifier);
        QMouseEvent release(QEvent::MouseButtonRelease, QPointF(to, 400), QPointF(to, 400), Qt::LeftButton,
                            Qt::NoButton, Qt::NoModifier);
        for (QMouseEvent *event : {&press, &move, &release})
            QCoreApplication::sendEvent(&map, event);
    };

    QTextStream(stdout) << QStringLiteral("%1 places, 1600x900\n").arg(places.size());
    measure(QStringLiteral("first frame"), 1, [&](int) { paint(); });
    measure(QStringLiteral("frame while nothing moves"), 100, [&](int) { paint(); });
    measure(QStringLiteral("frame while zooming in"), 12, [&](int) {
        wheel(1);
        paint();
    });
    measure(QStringLiteral("frame while panning at 15 times"), 100, [&](int i) {
        drag(800, 800 + (i % 40 < 20 ? 40 : -40));
        paint();
    });
    measure(QStringLiteral("frame while zooming out"), 12, [&](int) {
        wheel(-1);
        paint();
    });
    QList<QPointF> world;
    for (const MapPlace &place : places)
        world.append(MapView::project(place.latitude, place.longitude));
    measure(QStringLiteral("gathering 1,300 places"), 100,
            [&](int) { static_cast<void>(gather(places, world, 1600, 22)); });
    Basemap base;
    MapView view = map.view();
    measure(QStringLiteral("redrawing the world, whole"), 10,
            [&](int) { base.render(view, mapColors(map.palette()), 1); });
    view.zoomAt({800, 450}, 8);
    measure(QStringLiteral("redrawing the world, at 8 times"), 10,
            [&](int) { base.render(view, mapColors(map.palette()), 1); });
    return 0;
}
