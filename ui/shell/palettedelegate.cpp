// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palettedelegate.h"

#include "theme/icons.h"
#include "theme/palette.h"

#include <QPainter>
#include <QStyle>

namespace peerdesk {

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 40, option.fontMetrics.height() * 9 / 5};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int line = option.fontMetrics.height();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Highlight));
        painter->drawRoundedRect(option.rect, 4.5, 4.5);
    }
    const QColor strong = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? strong : option.palette.color(role::secondaryText);
    const QRect content = option.rect.adjusted(line / 2, 0, -line / 2, 0);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, content, logical); };
    paintIcon(painter, place(QRect(content.left(), content.center().y() - line / 2 + 1, line, line)),
              static_cast<Icon>(index.data(IconRole).toInt()), quiet);
    const QString detail = index.data(DetailRole).toString();
    const int detailWidth = detail.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(detail) + line;
    const QRect title = place(content.adjusted(line * 3 / 2, 0, -detailWidth, 0));
    const auto align = [&](Qt::Alignment side) {
        return static_cast<int>(QStyle::visualAlignment(option.direction, side | Qt::AlignVCenter));
    };
    painter->setPen(strong);
    painter->drawText(title, align(Qt::AlignLeft),
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, title.width()));
    painter->setPen(quiet);
    painter->drawText(content, align(Qt::AlignRight), detail);
    painter->restore();
}

} // namespace peerdesk
