// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/lifedelegate.h"

#include "theme/palette.h"
#include "widgets/tablemodel.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace peerdesk {

LifeDelegate::LifeDelegate(std::function<double(const QString &)> share, QObject *parent)
    : RowDelegate(parent)
    , m_share(std::move(share))
{
}

void LifeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const double share = std::clamp(m_share(index.data(TableModel::KeyRole).toString()), 0.0, 1.0);
    const int line = option.fontMetrics.height();
    const int words = option.fontMetrics.averageCharWidth() * 8 + line / 2;
    const QRect room = option.rect.adjusted(words, 0, -line / 2, 0);
    if (room.width() < line)
        return;
    const int thickness = std::max(3, line / 4);
    QRect track(room.left(), room.center().y() - thickness / 2, room.width(), thickness);
    track = QStyle::visualRect(option.direction, option.rect, track);
    QRect left = track;
    left.setWidth(static_cast<int>(track.width() * share));
    if (option.direction == Qt::RightToLeft)
        left.moveRight(track.right());
    const Tone tone = index.data(TableModel::CellRole).value<Cell>().tone;
    const QColor filled = tone == Tone::Plain ? option.palette.color(role::accent) : toneColor(tone, option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.palette.color(role::line));
    painter->drawRoundedRect(track, thickness / 2.0, thickness / 2.0);
    painter->setBrush(filled);
    if (left.width() > 0)
        painter->drawRoundedRect(left, thickness / 2.0, thickness / 2.0);
    painter->restore();
}

} // namespace peerdesk
