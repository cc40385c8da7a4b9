// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace peerdesk {

struct Cell;

/// Paints a Cell in a row that is closed by a hairline: the one kind of row separation in the desk.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The height of a row in this font.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

private:
    static void paintCell(QPainter *painter, const QStyleOptionViewItem &option, QRect rect, const Cell &cell);
};

} // namespace peerdesk
