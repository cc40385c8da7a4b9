// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace peerdesk {

/// An entry of the sidebar: icon, title, and the count of what waits for a person.
class SidebarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { IconRole = Qt::UserRole, CounterRole, PageRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace peerdesk
