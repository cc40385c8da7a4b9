// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rowdelegate.h"

#include "theme/palette.h"
#include "widgets/tablemodel.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>

#include <algorithm>

namespace peerdesk {
namespace {

int padding(const QFontMetrics &metrics)
{
    return metrics.height() / 2;
}

QColor textColor(const QStyleOptionViewItem &option, const Cell &cell)
{
    const auto group = option.state.testFlag(QStyle::State_Enabled) ? QPalette::Normal : QPalette::Disabled;
    if (cell.tone != Tone::Plain && group == QPalette::Normal)
        return toneColor(cell.tone, option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(group, QPalette::HighlightedText);
    return option.palette.color(group, cell.secondary ? role::secondaryText : QPalette::Text);
}

QFont cellFont(const QFont &font, const Cell &cell)
{
    QFont shown = font;
    if (cell.mono) {
        shown = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        shown.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() : shown.pointSizeF());
        if (font.pixelSize() > 0)
            shown.setPixelSize(font.pixelSize());
    }
    if (cell.strong)
        shown.setWeight(QFont::DemiBold);
    return shown;
}

} // namespace

int RowDelegate::rowHeight(const QFontMetrics &metrics)
{
    return metrics.height() * 17 / 10;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell = index.data(TableModel::CellRole).value<Cell>();
    const QFontMetrics metrics(cellFont(option.font, cell));
    int width = metrics.horizontalAdvance(cell.text) + 2 * padding(option.fontMetrics);
    if (cell.icon != Icon::None)
        width += option.fontMetrics.height() + (cell.text.isEmpty() ? 0 : padding(option.fontMetrics));
    return {width, rowHeight(option.fontMetrics)};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    painter->setPen(option.palette.color(role::line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    QRect rect = option.rect.adjusted(padding(option.fontMetrics), 0, -padding(option.fontMetrics), -1);
    if (option.features.testFlag(QStyleOptionViewItem::HasCheckIndicator)) {
        const QWidget *widget = option.widget;
        QStyle *style = widget ? widget->style() : QApplication::style();
        QStyleOptionViewItem check = option;
        check.rect = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, widget);
        check.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
        check.state |= option.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, widget);
        if (option.direction == Qt::RightToLeft)
            rect.setRight(check.rect.left() - padding(option.fontMetrics));
        else
            rect.setLeft(check.rect.right() + padding(option.fontMetrics));
    }
    paintCell(painter, option, rect, index.data(TableModel::CellRole).value<Cell>());
    painter->restore();
}

void RowDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, QRect rect, const Cell &cell)
{
    const QColor color = textColor(option, cell);
    const int iconSize = option.fontMetrics.height() * 8 / 9;
    const int gap = iconSize / 3;
    const QFont font = cellFont(option.font, cell);
    const QFontMetrics metrics(font);
    const auto alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);

    const bool wrong = !cell.problem.isEmpty();
    if (wrong) {
        painter->setPen(QPen(toneColor(cell.problemTone, option.palette), 1.5));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 3, 3);
    }
    const Icon icon = wrong && cell.icon == Icon::None ? Icon::CircleAlert : cell.icon;
    const QColor iconColor = wrong ? toneColor(cell.problemTone, option.palette) : color;
    const int iconWidth = icon == Icon::None ? 0 : iconSize + (cell.text.isEmpty() ? 0 : gap);
    const int textWidth = std::min(rect.width() - iconWidth, metrics.horizontalAdvance(cell.text) + 1);
    const QRect content = QStyle::alignedRect(Qt::LeftToRight, alignment, {iconWidth + textWidth, rect.height()}, rect);
    const bool rtl = option.direction == Qt::RightToLeft;
    if (icon != Icon::None) {
        const int x = rtl ? content.right() - iconSize + 1 : content.left();
        paintIcon(painter, QRect(x, content.center().y() - iconSize / 2 + 1, iconSize, iconSize), icon, iconColor);
    }
    const QRect textRect = rtl ? content.adjusted(0, 0, -iconWidth, 0) : content.adjusted(iconWidth, 0, 0, 0);
    painter->setFont(font);
    painter->setPen(color);
    const auto elide = cell.mono ? Qt::ElideMiddle : Qt::ElideRight;
    // Addresses, times and names read in their own direction, whichever way the table runs.
    const auto direction = cell.text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    painter->drawText(textRect, static_cast<int>(Qt::AlignVCenter | (alignment & Qt::AlignHorizontal_Mask)) | direction,
                      metrics.elidedText(cell.text, elide, textRect.width()));
}

} // namespace peerdesk
