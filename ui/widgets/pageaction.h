// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QKeySequence>
#include <QString>

class QAction;
class QWidget;

namespace peerdesk {

/// The menus of the window. A page says for each of its actions where it belongs; the window shows them there while
/// the page is in front, and the command palette and the key sheet list them always.
enum class MenuPlace { File, Edit, View, Network, Session, Help };

/// Adds an action to the page's own (QWidget::actions). Its key works while the focus is within the page.
QAction *addPageAction(QWidget *page, MenuPlace place, Icon icon, const QString &text, const QKeySequence &key = {});

[[nodiscard]] MenuPlace menuPlace(const QAction *action);
void setMenuPlace(QAction *action, MenuPlace place);

} // namespace peerdesk
