// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidebardelegate.h"

#include "theme/icons.h"
#include "theme/palette.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace peerdesk {

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {width + option.fontMetrics.height() * 5, option.fontMetrics.height() * 19 / 10};
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const int line = option.fontMetrics.height();
    const QRect box = option.rect.adjusted(line * 4 / 9, 1, -line * 4 / 9, -1);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(selected ? QPalette::Highlight : role::hover));
        painter->drawRoundedRect(box, 5, 5);
    }
    // The ring is for the keyboard alone: a selected page is visible enough for the mouse.
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(option.palette.color(role::accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::WindowText);
    const QRect content = box.adjusted(line / 2, 0, -line / 2, 0);
    const int iconSize = line;
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, content, logical); };
    paintIcon(painter, place(QRect(content.left(), content.center().y() - iconSize / 2 + 1, iconSize, iconSize)),
              static_cast<Icon>(index.data(IconRole).toInt()), color);

    QFont font = option.font;
    if (selected)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(color);
    const QRect text = place(content.adjusted(iconSize + line / 2, 0, -line * 3 / 2, 0));
    const auto align = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(text, static_cast<int>(align),
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));

    if (const int counter = index.data(CounterRole).toInt(); counter > 0) {
        font.setWeight(QFont::DemiBold);
        font.setPointSizeF(font.pointSizeF() * 0.92);
        painter->setFont(font);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : role::secondaryText));
        const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter);
        painter->drawText(content, static_cast<int>(end), QLocale().toString(counter));
    }
    painter->restore();
}

} // namespace peerdesk
