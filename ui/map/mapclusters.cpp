// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mapclusters.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace peerdesk {
namespace {

struct MapClustersWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::MapClusters)
};

constexpr int mostNames = 8;

using Cell = std::pair<int, int>;

QList<int> byImportance(const QList<MapPlace> &places)
{
    QList<int> order(places.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&places](int one, int other) {
        const MapPlace &a = places.at(one);
        const MapPlace &b = places.at(other);
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return a.missing != b.missing ? a.missing > b.missing : a.key < b.key;
    });
    return order;
}

} // namespace

QList<MapCluster> gather(const QList<MapPlace> &places, const QList<QPointF> &world, double scale, double distance)
{
    const double reach = distance / scale;
    QHash<Cell, QList<int>> clustersIn;
    const auto cellOf = [reach](const QPointF &at) {
        return Cell(static_cast<int>(std::floor(at.x() / reach)), static_cast<int>(std::floor(at.y() / reach)));
    };
    QList<MapCluster> clusters;
    for (const int index : byImportance(places)) {
        const MapPlace &place = places.at(index);
        const QPointF at = world.at(index);
        const Cell cell = cellOf(at);
        int home = -1;
        double nearest = reach * reach;
        for (int dx = -1; dx <= 1 && place.kind != MapPlace::Kind::Elsewhere; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const QList<int> near = clustersIn.value(Cell(cell.first + dx, cell.second + dy));
                for (const int candidate : near) {
                    const QPointF apart = clusters.at(candidate).world - at;
                    const double square = QPointF::dotProduct(apart, apart);
                    if (square < nearest) {
                        nearest = square;
                        home = candidate;
                    }
                }
            }
        }
        if (home >= 0) {
            clusters[home].places.append(index);
            clusters[home].missing += place.missing;
        } else {
            if (place.kind != MapPlace::Kind::Elsewhere)
                clustersIn[cell].append(static_cast<int>(clusters.size()));
            clusters.append({at, {index}, place.kind, place.missing});
        }
    }
    return clusters;
}

QString describe(const MapPlace &place)
{
    QString words;
    switch (place.kind) {
    case MapPlace::Kind::SharedMissing:
        words = MapClustersWords::tr("%n session(s) missing", nullptr, place.missing);
        break;
    case MapPlace::Kind::SharedOpen:
        words = place.open > 0 ? MapClustersWords::tr("%n session(s) drafted or asked for", nullptr, place.open)
                               : MapClustersWords::tr("shared, no session possible");
        break;
    case MapPlace::Kind::SharedPeered:
        words = MapClustersWords::tr("shared, all there");
        break;
    case MapPlace::Kind::TheirsOnly:
        words = MapClustersWords::tr("theirs only");
        break;
    case MapPlace::Kind::OursOnly:
        words = MapClustersWords::tr("ours only");
        break;
    case MapPlace::Kind::Elsewhere:
        words = MapClustersWords::tr("not shared");
        break;
    }
    if (place.approximate)
        words = MapClustersWords::tr("%1, position of the city").arg(words);
    return MapClustersWords::tr("%1: %2", "exchange and what is there").arg(place.name, words);
}

QString describe(const MapCluster &cluster, const QList<MapPlace> &places)
{
    if (cluster.places.size() == 1)
        return describe(places.at(cluster.places.first()));
    QStringList lines;
    for (const int index : cluster.places.first(std::min<qsizetype>(cluster.places.size(), mostNames)))
        lines.append(describe(places.at(index)));
    if (cluster.places.size() > mostNames)
        lines.append(MapClustersWords::tr("and %n more", nullptr, static_cast<int>(cluster.places.size()) - mostNames));
    return lines.join(u'\n');
}

} // namespace peerdesk
