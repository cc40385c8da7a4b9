// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/basemap.h"
#include "map/mapclusters.h"

#include <QSet>
#include <QWidget>

class QFrame;
class QGestureEvent;
class QHelpEvent;
class QTimer;

namespace peerdesk {

class UnplacedList;

/// The exchanges of the world, drawn by QPainter over a cached outline; no OpenGL. Wheel and pinch zoom to the pointer,
/// dragging pans, the arrow keys, + and - and 0 do the same; Page Up and Page Down go from place to place and Enter
/// chooses one. Everything shown here is also in a table beside it: the map never is the only way.
class MapWidget : public QWidget
{
    Q_OBJECT

public:
    explicit MapWidget(QWidget *parent = nullptr);
    ~MapWidget() override;

    void setPlaces(const QList<MapPlace> &places);
    [[nodiscard]] const QList<MapPlace> &places() const { return m_places; }
    /// Listed, not drawn: their position is not known.
    void setUnplaced(const QList<MapPlace> &places);
    /// Ringed; the others fade. Empty for none.
    void setSelected(const QSet<QString> &keys);

    void zoomIn();
    void zoomOut();
    /// Shows everything that matters.
    void fit();

    [[nodiscard]] const MapView &view() const { return m_view; }
    [[nodiscard]] const QList<MapCluster> &clusters() const { return m_clusters; }
    [[nodiscard]] QRect clusterRect(int index) const;
    [[nodiscard]] QString clusterText(int index) const;
    [[nodiscard]] int focusedCluster() const { return m_focused; }
    void chooseCluster(int index);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A place or a cluster was chosen; empty when the sea was clicked.
    void placesChosen(const QStringList &keys);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addButtons();
    void placeControls();
    void zoom(const QPointF &at, double factor);
    void pan(const QPointF &by);
    void regather();
    void paintBase(QPainter *painter);
    void paintClusters(QPainter *painter);
    void focusCluster(int index);
    [[nodiscard]] bool isSelected(const MapCluster &cluster) const;
    [[nodiscard]] int clusterAt(const QPointF &position) const;
    bool pinch(const QGestureEvent *event);
    bool showToolTip(const QHelpEvent *event);

    MapView m_view;
    Basemap m_base;
    QList<MapPlace> m_places;
    QList<QPointF> m_world; ///< of the places, in the same order
    QList<MapCluster> m_clusters;
    double m_gatheredAt = 0; ///< the scale for which m_clusters holds
    QSet<QString> m_selected;
    int m_hovered = -1;
    int m_focused = -1;
    bool m_fitted = false;
    bool m_dragging = false;
    QPointF m_pressedAt;
    QPointF m_draggedTo;
    QTimer *m_sharpen;
    QFrame *m_buttons;
    UnplacedList *m_unplaced;
};

} // namespace peerdesk
