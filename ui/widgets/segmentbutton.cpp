// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/segmentbutton.h"

#include "theme/palette.h"

#include <QPainter>

namespace peerdesk {
namespace {

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

SegmentButton::SegmentButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize SegmentButton::sizeHint() const
{
    // As wide as when chosen, so that nothing moves when the choice does.
    const QFontMetrics metrics(strong(font()));
    return {metrics.horizontalAdvance(text()) + metrics.height() * 3 / 2, metrics.height() * 4 / 3};
}

void SegmentButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette().color(role::accent)) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()    ? palette().color(QPalette::Highlight)
                     : underMouse() ? palette().color(role::hover)
                                    : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5);
    painter.setFont(isChecked() ? strong(font()) : font());
    painter.setPen(palette().color(isChecked() ? QPalette::HighlightedText : role::secondaryText));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace peerdesk
