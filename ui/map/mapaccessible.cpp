// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mapaccessible.h"

#include "map/mapwidget.h"

#include <QHash>
#include <QPointer>

namespace peerdesk {
namespace {

/// One marker on the map. Named by its index, so it outlives no clustering: it turns invalid when there are fewer.
class MapPointAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    MapPointAccessible(MapWidget *map, int index)
        : m_map(map)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_map && m_index < m_map->clusters().size(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_map); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_map->clusterText(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_map->clusterRect(m_index);
        return {m_map->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.invalid = !isValid();
        if (isValid()) {
            state.focused = m_map->hasFocus() && m_map->focusedCluster() == m_index;
            state.offscreen = !m_map->rect().intersects(m_map->clusterRect(m_index));
        }
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_map->chooseCluster(m_index);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<MapWidget> m_map;
    int m_index;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className == QLatin1String(MapWidget::staticMetaObject.className()))
        return new MapAccessible(static_cast<MapWidget *>(object));
    return nullptr;
}

} // namespace

void installMapAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

MapAccessible::MapAccessible(MapWidget *map)
    : QAccessibleWidget(map, QAccessible::Canvas)
{
}

MapAccessible::~MapAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

MapWidget *MapAccessible::map() const
{
    return static_cast<MapWidget *>(object());
}

int MapAccessible::childCount() const
{
    return static_cast<int>(map()->clusters().size()) + QAccessibleWidget::childCount();
}

QAccessibleInterface *MapAccessible::child(int index) const
{
    const auto points = static_cast<int>(map()->clusters().size());
    if (index >= points)
        return QAccessibleWidget::child(index - points); // the buttons
    if (index < 0)
        return nullptr;
    auto found = m_children.constFind(index);
    if (found == m_children.cend())
        found =
            m_children.insert(index, QAccessible::registerAccessibleInterface(new MapPointAccessible(map(), index)));
    return QAccessible::accessibleInterface(*found);
}

int MapAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (auto it = m_children.cbegin(); it != m_children.cend(); ++it) {
        if (QAccessible::accessibleInterface(it.value()) == child)
            return it.key();
    }
    const int widget = QAccessibleWidget::indexOfChild(child);
    return widget < 0 ? -1 : widget + static_cast<int>(map()->clusters().size());
}

QAccessibleInterface *MapAccessible::childAt(int x, int y) const
{
    const QPoint local = map()->mapFromGlobal(QPoint(x, y));
    for (auto i = static_cast<int>(map()->clusters().size()) - 1; i >= 0; --i) {
        if (map()->clusterRect(i).contains(local))
            return child(i);
    }
    return QAccessibleWidget::childAt(x, y);
}

} // namespace peerdesk
