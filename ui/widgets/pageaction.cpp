// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pageaction.h"

#include <QAction>
#include <QVariant>
#include <QWidget>

namespace peerdesk {
namespace {

constexpr auto placeProperty = "peerdeskMenu";

} // namespace

QAction *addPageAction(QWidget *page, MenuPlace place, Icon name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(icon(name), text, page);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    setMenuPlace(action, place);
    page->addAction(action);
    return action;
}

MenuPlace menuPlace(const QAction *action)
{
    return static_cast<MenuPlace>(action->property(placeProperty).toInt());
}

void setMenuPlace(QAction *action, MenuPlace place)
{
    action->setProperty(placeProperty, static_cast<int>(place));
}

} // namespace peerdesk
