// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mapwidget.h"

#include "map/mapaccessible.h"
#include "map/mapmarkers.h"
#include "map/unplacedlist.h"
#include "theme/icons.h"

#include <QAccessible>
#include <QApplication>
#include <QFrame>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace peerdesk {
namespace {

constexpr double step = 1.5; ///< of the buttons and keys

} // namespace

MapWidget::MapWidget(QWidget *parent)
    : QWidget(parent)
    , m_sharpen(new QTimer(this))
    , m_buttons(new QFrame(this))
    , m_unplaced(new UnplacedList(this))
{
    installMapAccessibility();
    setAccessibleName(tr("Map of exchanges"));
    setAccessibleDescription(tr("The same exchanges are in the table of locations."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::ArrowCursor);
    grabGesture(Qt::PinchGesture);
    m_sharpen->setSingleShot(true);
    m_sharpen->setInterval(70);
    connect(m_sharpen, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(m_unplaced, &UnplacedList::placeChosen, this, [this](const QString &key) { Q_EMIT placesChosen({key}); });
    addButtons();
}

MapWidget::~MapWidget() = default;

void MapWidget::addButtons()
{
    m_buttons->setFrameShape(QFrame::StyledPanel);
    m_buttons->setBackgroundRole(QPalette::Base);
    m_buttons->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(m_buttons);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(1);
    const auto add = [&](Icon name, const QString &text, auto act) {
        auto *button = new QToolButton(m_buttons);
        button->setAutoRaise(true);
        button->setIcon(icon(name));
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, act);
        column->addWidget(button);
    };
    add(Icon::Plus, tr("Zoom in"), &MapWidget::zoomIn);
    add(Icon::Minus, tr("Zoom out"), &MapWidget::zoomOut);
    add(Icon::Fit, tr("Show everything"), &MapWidget::fit);
}

QSize MapWidget::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 19};
}

QSize MapWidget::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 7};
}

void MapWidget::setPlaces(const QList<MapPlace> &places)
{
    if (places == m_places)
        return;
    m_places = places;
    m_world.clear();
    m_world.reserve(places.size());
    for (const MapPlace &place : places)
        m_world.append(MapView::project(place.latitude, place.longitude));
    m_gatheredAt = 0;
    regather();
    if (!m_fitted && !places.isEmpty() && width() > 100)
        fit();
    update();
}

void MapWidget::setUnplaced(const QList<MapPlace> &places)
{
    m_unplaced->setPlaces(places);
    placeControls();
}

void MapWidget::placeControls()
{
    const int margin = fontMetrics().height() * 2 / 3;
    m_buttons->adjustSize();
    m_buttons->move(width() - m_buttons->width() - margin, margin);
    const int left = width() - m_unplaced->width() - margin;
    const QRectF legend = legendBox(rect(), font());
    const int bottom = legend.right() > left - margin ? int(legend.top()) : height();
    m_unplaced->move(left, bottom - m_unplaced->height() - margin);
}

void MapWidget::setSelected(const QSet<QString> &keys)
{
    if (keys == m_selected)
        return;
    m_selected = keys;
    update();
}

void MapWidget::regather()
{
    if (m_gatheredAt == m_view.scale())
        return;
    m_gatheredAt = m_view.scale();
    m_hovered = m_focused = -1;
    m_clusters = gather(m_places, m_world, m_view.scale(), fontMetrics().height() * 1.25);
    // The most important ones last, so that they are painted on top.
    std::reverse(m_clusters.begin(), m_clusters.end());
    QAccessibleEvent changed(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
}

void MapWidget::zoom(const QPointF &at, double factor)
{
    m_view.zoomAt(at, factor);
    regather();
    m_sharpen->start();
    update();
}

void MapWidget::pan(const QPointF &by)
{
    m_view.panBy(by);
    update();
}

void MapWidget::zoomIn()
{
    zoom(rect().center(), step);
}

void MapWidget::zoomOut()
{
    zoom(rect().center(), 1 / step);
}

void MapWidget::fit()
{
    QRectF world;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const QRectF point(m_world.at(i), QSizeF(1e-6, 1e-6));
        if (m_places.at(i).kind != MapPlace::Kind::Elsewhere)
            world = world.isNull() ? point : world.united(point);
    }
    m_view.resize(size());
    m_view.fit(world.isNull() ? QRectF(0, 0.1, 1, 0.55) : world, fontMetrics().height() * 2.5);
    m_fitted = true;
    m_sharpen->stop();
    regather();
    update();
}

int MapWidget::clusterAt(const QPointF &position) const
{
    const int line = fontMetrics().height();
    for (qsizetype i = m_clusters.size() - 1; i >= 0; --i) {
        const QPointF apart = m_view.toScreen(m_clusters.at(i).world) - position;
        const double reach = std::max(markerRadius(m_clusters.at(i), line), line / 4.0) + 1;
        if (QPointF::dotProduct(apart, apart) <= reach * reach)
            return static_cast<int>(i);
    }
    return -1;
}

QRect MapWidget::clusterRect(int index) const
{
    const MapCluster &cluster = m_clusters.at(index);
    const double radius = markerRadius(cluster, fontMetrics().height()) + 2;
    const QPointF at = m_view.toScreen(cluster.world);
    return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius).toAlignedRect();
}

QString MapWidget::clusterText(int index) const
{
    return describe(m_clusters.at(index), m_places);
}

void MapWidget::chooseCluster(int index)
{
    QStringList keys;
    if (index >= 0) {
        for (const int place : m_clusters.at(index).places)
            keys.append(m_places.at(place).key);
    }
    Q_EMIT placesChosen(keys);
}

bool MapWidget::isSelected(const MapCluster &cluster) const
{
    return std::any_of(cluster.places.cbegin(), cluster.places.cend(),
                       [this](int place) { return m_selected.contains(m_places.at(place).key); });
}

void MapWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // east is right in every language
    painter.setRenderHint(QPainter::Antialiasing);
    paintBase(&painter);
    paintClusters(&painter);
    paintLegend(&painter, rect(), font(), palette());
    if (hasFocus() && m_focused < 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(role::accent));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void MapWidget::paintBase(QPainter *painter)
{
    const MapColors colors = mapColors(palette());
    const bool fits = m_base.fits(m_view, colors, devicePixelRatioF());
    // While the wheel turns the old picture is stretched: redrawing the world at every notch would stutter.
    const bool stretch = !fits && m_sharpen->isActive() && !m_base.isEmpty();
    if (stretch)
        painter->fillRect(rect(), colors.sea);
    else if (!fits)
        m_base.render(m_view, colors, devicePixelRatioF());
    m_base.paint(painter, m_view);
}

void MapWidget::paintClusters(QPainter *painter)
{
    const double margin = fontMetrics().height();
    const QRectF seen = QRectF(rect()).adjusted(-margin, -margin, margin, margin);
    for (int i = 0; i < m_clusters.size(); ++i) {
        const MapCluster &cluster = m_clusters.at(i);
        const QPointF at = m_view.toScreen(cluster.world);
        if (!seen.contains(at))
            continue;
        const bool selected = !m_selected.isEmpty() && isSelected(cluster);
        const MarkerState state{.selected = selected || (i == m_focused && hasFocus()),
                                .hovered = i == m_hovered,
                                .faded = !m_selected.isEmpty() && !selected};
        paintMarker(painter, at, cluster, font(), palette(), state);
    }
}

void MapWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QPointF middle = m_view.toWorld(QPointF(m_view.size().width() / 2, m_view.size().height() / 2));
    m_view.resize(size());
    m_view.panBy(QPointF(width() / 2.0, height() / 2.0) - m_view.toScreen(middle));
    placeControls();
    if (!m_fitted && !m_places.isEmpty() && width() > 100)
        fit();
    regather();
}

void MapWidget::wheelEvent(QWheelEvent *event)
{
    const double turned =
        event->pixelDelta().isNull() ? event->angleDelta().y() / 120.0 : event->pixelDelta().y() / 60.0;
    zoom(event->position(), std::pow(1.25, turned));
    event->accept();
}

void MapWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = m_draggedTo = event->position();
    m_dragging = false;
}

void MapWidget::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        if (!m_dragging && (event->position() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
            m_dragging = true;
            setCursor(Qt::ClosedHandCursor);
        }
        if (m_dragging) {
            pan(event->position() - m_draggedTo);
            m_draggedTo = event->position();
        }
        return;
    }
    const int hovered = clusterAt(event->position());
    if (hovered != m_hovered) {
        m_hovered = hovered;
        setCursor(hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

void MapWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (!m_dragging)
        chooseCluster(clusterAt(event->position()));
    m_dragging = false;
    setCursor(clusterAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        zoom(event->position(), 2);
}

void MapWidget::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void MapWidget::focusCluster(int index)
{
    m_focused = index;
    const QPointF at = m_view.toScreen(m_clusters.at(index).world);
    if (!rect().adjusted(20, 20, -20, -20).contains(at.toPoint()))
        m_view.panBy(QRectF(rect()).center() - at);
    update();
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(index);
    QAccessible::updateAccessibility(&focus);
}

void MapWidget::keyPressEvent(QKeyEvent *event)
{
    const double far = std::min(width(), height()) / 4.0;
    const auto count = static_cast<int>(m_clusters.size());
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Left:
        return pan({far, 0});
    case Qt::Key_Right:
        return pan({-far, 0});
    case Qt::Key_Up:
        return pan({0, far});
    case Qt::Key_Down:
        return pan({0, -far});
    case Qt::Key_PageDown: // the list runs from the least to the most important
        if (count > 0)
            focusCluster(m_focused < 0 ? count - 1 : (m_focused + count - 1) % count);
        return;
    case Qt::Key_PageUp:
        if (count > 0)
            focusCluster(m_focused < 0 ? count - 1 : (m_focused + 1) % count);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_focused >= 0)
            chooseCluster(m_focused);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool MapWidget::showToolTip(const QHelpEvent *event)
{
    const int index = clusterAt(event->pos());
    if (index < 0) {
        QToolTip::hideText();
        return true;
    }
    // The names are from outside: escaped, so that none of them can become markup.
    const QString text = clusterText(index).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    QToolTip::showText(event->globalPos(), QStringLiteral("<p style='white-space:pre'>%1</p>").arg(text), this,
                       clusterRect(index));
    return true;
}

bool MapWidget::pinch(const QGestureEvent *event)
{
    const auto *gesture = static_cast<QPinchGesture *>(event->gesture(Qt::PinchGesture));
    if (!gesture)
        return false;
    zoom(mapFromGlobal(gesture->centerPoint()), gesture->scaleFactor());
    return true;
}

bool MapWidget::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        return showToolTip(static_cast<QHelpEvent *>(event));
    case QEvent::Gesture:
        if (pinch(static_cast<QGestureEvent *>(event)))
            return true;
        break;
    case QEvent::NativeGesture: {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoom(gesture->position(), 1 + gesture->value());
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

} // namespace peerdesk
