// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mapclusters.h"
#include "map/mapview.h"
#include "map/mapwidget.h"
#include "map/worldoutline.h"
#include "theme/palette.h"

#include <QAccessible>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

using namespace peerdesk;

namespace {

using Kind = MapPlace::Kind;

const MapPlace frankfurt{
    QStringLiteral("1"), QStringLiteral("DE-CIX Frankfurt"), 50.11, 8.68, Kind::SharedMissing, 4, false};
const MapPlace kleyrex{QStringLiteral("2"), QStringLiteral("KleyReX"), 50.12, 8.73, Kind::SharedMissing, 3, false};
const MapPlace tokyo{
    QStringLiteral("3"), QStringLiteral("JPNAP <b>Tokyo</b>"), 35.68, 139.69, Kind::SharedPeered, 0, true};
const MapPlace seattle{QStringLiteral("4"), QStringLiteral("SIX Seattle"), 47.6, -122.3, Kind::TheirsOnly, 0, false};
const MapPlace nairobi{QStringLiteral("5"), QStringLiteral("KIXP"), -1.29, 36.82, Kind::Elsewhere, 0, false};
const QList<MapPlace> all = {frankfurt, kleyrex, tokyo, seattle, nairobi};

QList<QPointF> projected(const QList<MapPlace> &places)
{
    QList<QPointF> world;
    for (const MapPlace &place : places)
        world.append(MapView::project(place.latitude, place.longitude));
    return world;
}

bool isLand(const WorldOutline &outline, double latitude, double longitude)
{
    const QPointF at = MapView::project(latitude, longitude);
    return std::any_of(outline.coarse.cbegin(), outline.coarse.cend(),
                       [&](const auto &polygon) { return polygon.path.contains(at); });
}

} // namespace

class TstMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_map = std::make_unique<MapWidget>();
        m_map->resize(900, 500);
        m_map->setPlaces(all);
        m_map->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
    }
    void cleanup() { m_map.reset(); }

    void theWorldHasLandAndSeaWhereTheyAre()
    {
        const WorldOutline outline = loadWorldOutline();
        QVERIFY(outline.coarse.size() > 200);
        QVERIFY(outline.fine.size() > outline.coarse.size());
        QVERIFY(isLand(outline, 50.0, 8.0));
        QVERIFY(isLand(outline, -25.0, 135.0));
        QVERIFY(isLand(outline, 66.0, 179.5));  // Chukotka, east of it ...
        QVERIFY(isLand(outline, 66.5, -175.0)); // ... and beyond the antimeridian
        QVERIFY(!isLand(outline, 30.0, -40.0));
        QVERIFY(!isLand(outline, 0.0, -160.0));
        QVERIFY(!isLand(outline, 60.0, -178.0));
    }

    void noOutlineRunsAcrossTheMap()
    {
        // A ring that was not cut at the antimeridian would be nearly as wide as the world and only a few pixels high.
        const WorldOutline outline = loadWorldOutline();
        for (const auto &polygon : outline.fine)
            QVERIFY(polygon.bounds.width() < 0.95 && polygon.bounds.left() >= -1e-9
                    && polygon.bounds.right() <= 1 + 1e-9);
    }

    void nearPlacesGatherAndPartAgainWhenZoomed()
    {
        const auto world = projected(all);
        const auto far = gather(all, world, 1000, 24);
        QCOMPARE(far.size(), 4);
        QCOMPARE(far.first().places.size(), 2);
        QCOMPARE(far.first().missing, 7);
        QCOMPARE(far.first().kind, Kind::SharedMissing);
        QCOMPARE(gather(all, world, 400'000, 24).size(), 5);
    }

    void onlyWhatExistsEverywhereIsSaidToBeAllThere()
    {
        MapPlace place{QStringLiteral("6"), QStringLiteral("Polder-IX"), 52.3, 4.7, Kind::SharedPeered, 0, false};
        QCOMPARE(describe(place), QStringLiteral("Polder-IX: shared, all there"));
        place.kind = Kind::SharedOpen;
        QCOMPARE(describe(place), QStringLiteral("Polder-IX: shared, no session possible"));
        place.open = 2;
        QCOMPARE(describe(place), QStringLiteral("Polder-IX: 2 session(s) drafted or asked for"));
    }

    void theWheelZoomsToThePointer()
    {
        const QPoint at = m_map->clusterRect(clusterOf(seattle)).center();
        const QPointF before = m_map->view().toWorld(at);
        for (int i = 0; i < 4; ++i) {
            QWheelEvent wheel(at, m_map->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                              false);
            QCoreApplication::sendEvent(m_map.get(), &wheel);
        }
        QVERIFY(m_map->view().scale() > 1.5 * 900);
        const QPointF after = m_map->view().toWorld(at);
        QVERIFY((after - before).manhattanLength() * m_map->view().scale() < 2.0);
    }

    void draggingMovesTheWorldAndChoosesNothing()
    {
        m_map->zoomIn();
        m_map->zoomIn();
        QSignalSpy chosen(m_map.get(), &MapWidget::placesChosen);
        const QPointF held = m_map->view().toWorld({450, 250});
        QTest::mousePress(m_map.get(), Qt::LeftButton, {}, {450, 250});
        QTest::mouseMove(m_map.get(), {470, 260});
        QTest::mouseMove(m_map.get(), {510, 270});
        QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, {510, 270});
        QVERIFY((m_map->view().toScreen(held) - QPointF(510, 270)).manhattanLength() < 1.0);
        QCOMPARE(chosen.count(), 0);
    }

    void aClickChoosesAClusterAndTheSeaNothing()
    {
        QSignalSpy chosen(m_map.get(), &MapWidget::placesChosen);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, m_map->clusterRect(clusterOf(frankfurt)).center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toStringList(), QStringList({QStringLiteral("1"), QStringLiteral("2")}));
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, {5, 5});
        QVERIFY(chosen.last().first().toStringList().isEmpty());
    }

    void theKeyboardReachesEveryPlace()
    {
        QSignalSpy chosen(m_map.get(), &MapWidget::placesChosen);
        m_map->setFocus();
        QSet<int> seen;
        for (int i = 0; i < m_map->clusters().size(); ++i) {
            QTest::keyClick(m_map.get(), Qt::Key_PageDown);
            seen.insert(m_map->focusedCluster());
        }
        QCOMPARE(seen.size(), m_map->clusters().size());
        QTest::keyClick(m_map.get(), Qt::Key_PageDown);
        QTest::keyClick(m_map.get(), Qt::Key_Return);
        QCOMPARE(chosen.first().first().toStringList().size(), 2); // the most important comes first
        const double scale = m_map->view().scale();
        QTest::keyClick(m_map.get(), Qt::Key_Plus);
        QVERIFY(m_map->view().scale() > scale);
        QTest::keyClick(m_map.get(), Qt::Key_0);
        QCOMPARE(m_map->view().scale(), scale);
    }

    void theButtonsZoom()
    {
        const double scale = m_map->view().scale();
        const auto buttons = m_map->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 3);
        QTest::mouseClick(buttons.at(0), Qt::LeftButton);
        QVERIFY(m_map->view().scale() > scale);
        QTest::mouseClick(buttons.at(2), Qt::LeftButton);
        QCOMPARE(m_map->view().scale(), scale);
        for (const auto *button : buttons)
            QVERIFY(!button->accessibleName().isEmpty());
    }

    void assistiveTechnologyReadsAndPressesPlaces()
    {
        QAccessibleInterface *map = QAccessible::queryAccessibleInterface(m_map.get());
        QVERIFY(map);
        QVERIFY(map->childCount() >= m_map->clusters().size());
        QAccessibleInterface *place = map->child(clusterOf(seattle));
        QCOMPARE(place->role(), QAccessible::Button);
        QVERIFY(place->text(QAccessible::Name).contains(QStringLiteral("SIX Seattle")));
        QSignalSpy chosen(m_map.get(), &MapWidget::placesChosen);
        place->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen.first().first().toStringList(), QStringList{QStringLiteral("4")});
        QCOMPARE(map->indexOfChild(place), clusterOf(seattle));
    }

    void aPlaceWithoutAPositionIsListed()
    {
        QSignalSpy chosen(m_map.get(), &MapWidget::placesChosen);
        m_map->setUnplaced({frankfurt, tokyo});
        auto *button = m_map->findChild<QPushButton *>();
        QVERIFY(button->isVisible());
        QVERIFY(button->text().contains(u'2'));
    }

    void whatIsSelectedLooksSelected()
    {
        const QImage before = m_map->grab().toImage();
        m_map->setSelected({QStringLiteral("3")});
        const QRect around = m_map->clusterRect(clusterOf(tokyo)).adjusted(-3, -3, 3, 3);
        QVERIFY(m_map->grab().toImage().copy(around) != before.copy(around));
    }

private:
    [[nodiscard]] int clusterOf(const MapPlace &place) const
    {
        const auto &clusters = m_map->clusters();
        for (int i = 0; i < clusters.size(); ++i) {
            for (const int index : clusters.at(i).places) {
                if (m_map->places().at(index).key == place.key)
                    return i;
            }
        }
        return -1;
    }

    std::unique_ptr<MapWidget> m_map;
};

QTEST_MAIN(TstMap)
#include "tst_map.moc"
