// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/keycap.h"

#include "theme/palette.h"

#include <QPainter>

#include <algorithm>

namespace peerdesk {
namespace {

QFont small(const QFont &font)
{
    QFont smaller = font;
    if (font.pointSizeF() > 0)
        smaller.setPointSizeF(font.pointSizeF() * 0.82);
    smaller.setWeight(QFont::Medium);
    return smaller;
}

} // namespace

Keycap::Keycap(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int Keycap::widthOf(const QString &key, const QFont &font)
{
    const QFontMetrics metrics(small(font));
    return std::max(metrics.height(), metrics.horizontalAdvance(key) + metrics.height() / 2);
}

QSize Keycap::sizeHint() const
{
    return {widthOf(m_key, font()), fontMetrics().height()};
}

void Keycap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_key, font(), palette(), isEnabled());
}

void Keycap::paint(QPainter *painter, const QRect &rect, const QString &key, const QFont &font, const QPalette &palette,
                   bool enabled)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(palette.color(role::strongLine));
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setFont(small(font));
    painter->setPen(palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
    painter->drawText(rect, Qt::AlignCenter, key);
    painter->restore();
}

} // namespace peerdesk
