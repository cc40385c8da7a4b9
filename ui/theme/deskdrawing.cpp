// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/deskdrawing.h"

#include "theme/icons.h"
#include "theme/palette.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace peerdesk {
namespace {

/// The rectangle whose one-pixel border falls on whole pixels.
QRectF crisp(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

QColor borderColor(const QStyleOption *option)
{
    return is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange)
               ? option->palette.color(role::accent)
               : option->palette.color(role::strongLine);
}

/// An icon that knows nothing of the ground it stands on, in the colour that is read there.
void paintIn(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &color)
{
    QPixmap shape = icon.pixmap(rect.size(), painter->device()->devicePixelRatioF());
    QPainter tint(&shape);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(shape.rect(), color);
    tint.end();
    painter->drawPixmap(rect, shape);
}

} // namespace

void box(QPainter *painter, const QRect &rect, const QBrush &fill, const QPen &border, qreal corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border);
    painter->setBrush(fill);
    painter->drawRoundedRect(crisp(rect), corner, corner);
    painter->restore();
}

bool is(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool isDefault(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

void drawPushButtonPanel(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool pressed = is(option, QStyle::State_Sunken) || is(option, QStyle::State_On);
    const bool hovered = is(option, QStyle::State_MouseOver);
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && button->features.testFlag(QStyleOptionButton::Flat) && !pressed && !hovered) {
        return;
    }
    QColor fill = palette.color(QPalette::Button);
    QColor border = borderColor(option);
    if (isDefault(option) && enabled) {
        fill = palette.color(role::accent);
        if (pressed || hovered)
            fill = blend(fill, palette.color(QPalette::Text), pressed ? 205 : 232);
        border = fill;
    } else if (enabled && (pressed || hovered)) {
        fill = blend(fill, palette.color(role::strongLine), pressed ? 150 : 215);
    } else if (!enabled) {
        fill = palette.color(QPalette::Window);
        border = palette.color(role::line);
    }
    box(painter, option->rect, fill, border);
    if (isDefault(option) && is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        box(painter, option->rect.adjusted(2, 2, -2, -2), Qt::NoBrush, palette.color(role::onAccent),
            cornerRadius - 1.5);
}

void drawToolButtonPanel(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    if (is(option, QStyle::State_On))
        box(painter, option->rect, palette.color(QPalette::Highlight), Qt::NoPen);
    else if (is(option, QStyle::State_Sunken)
             || (is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled)))
        box(painter, option->rect, palette.color(role::hover), Qt::NoPen);
}

void drawInputPanel(const QStyleOption *option, QPainter *painter)
{
    const bool focus = is(option, QStyle::State_HasFocus);
    const QPalette &palette = option->palette;
    const QColor border = palette.color(focus ? role::accent : role::strongLine);
    box(painter, option->rect, palette.color(is(option, QStyle::State_Enabled) ? QPalette::Base : QPalette::Window),
        border);
}

void drawCheckBox(const QStyleOption *option, QPainter *painter, bool round)
{
    const QPalette &palette = option->palette;
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool on = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    const QColor accent = enabled ? palette.color(role::accent) : palette.color(role::strongLine);
    const int side = std::min(option->rect.width(), option->rect.height());
    QRect rect(0, 0, side, side);
    rect.moveCenter(option->rect.center());
    const bool focus = is(option, QStyle::State_HasFocus);
    const QColor edge =
        on || focus ? accent : blend(palette.color(role::secondaryText), palette.color(QPalette::Base), 170);
    box(painter, rect, on ? accent : palette.color(QPalette::Base), edge, round ? side / 2.0 : 3.0);
    if (!on)
        return;
    if (round) {
        const int inset = side / 3;
        box(painter, rect.adjusted(inset, inset, -inset, -inset), palette.color(role::onAccent), Qt::NoPen, side / 4.0);
    } else {
        const Icon mark = is(option, QStyle::State_NoChange) ? Icon::Minus : Icon::Check;
        paintIcon(painter, rect.adjusted(1, 1, -1, -1), mark, palette.color(role::onAccent));
    }
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    painter->setPen(option->palette.color(role::line));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawPushButtonLabel(const QStyleOptionButton &option, QPainter *painter)
{
    const bool enabled = is(&option, QStyle::State_Enabled);
    const bool primary = isDefault(&option) && enabled;
    QFont font = painter->font();
    if (primary)
        font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString words = metrics.elidedText(option.text, Qt::ElideRight, option.rect.width(), Qt::TextShowMnemonic);
    const int textWidth = words.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, words).width();
    const int iconSize = option.icon.isNull() ? 0 : metrics.height() * 8 / 9;
    const int gap = iconSize > 0 && textWidth > 0 ? metrics.height() * 4 / 9 : 0;
    QRect group(0, option.rect.top(), iconSize + gap + textWidth, option.rect.height());
    group.moveCenter(option.rect.center());
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, group, rect); };
    if (iconSize > 0) {
        const QRect at(group.left(), group.center().y() - iconSize / 2 + 1, iconSize, iconSize);
        if (primary)
            paintIn(painter, place(at), option.icon, option.palette.color(role::onAccent));
        else
            option.icon.paint(painter, place(at), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QPalette::ColorRole text = primary ? role::onAccent : QPalette::ButtonText;
    painter->save();
    painter->setFont(font);
    painter->setPen(option.palette.color(enabled ? QPalette::Normal : QPalette::Disabled, text));
    painter->drawText(place(group.adjusted(iconSize + gap, 0, 0, 0)), Qt::AlignCenter | Qt::TextHideMnemonic, words);
    painter->restore();
}

void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Window));
    if (is(&option, QStyle::State_Selected))
        box(painter, option.rect.adjusted(1, 2, -1, -3), option.palette.color(QPalette::Highlight), Qt::NoPen);
    painter->setPen(
        option.palette.color(is(&option, QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::WindowText));
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
}

void drawProgress(const QStyleOption *option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const int thickness = std::max(5, option->fontMetrics.height() / 3);
    QRect groove(bar->rect.left(), 0, bar->rect.width(), thickness);
    groove.moveCenter(bar->rect.center());
    box(painter, groove, bar->palette.color(role::line), Qt::NoPen, thickness / 2.0);
    const int span = bar->maximum - bar->minimum;
    QRect done = groove;
    if (span > 0) {
        done.setWidth(static_cast<int>(qint64(groove.width()) * (bar->progress - bar->minimum) / span));
    } else {
        // Of unknown length: a third of the groove, still, so that nothing blinks in the corner of the eye.
        done.setWidth(groove.width() / 3);
    }
    if (bar->direction == Qt::RightToLeft)
        done.moveRight(groove.right());
    if (done.width() > 0)
        box(painter, done, bar->palette.color(role::accent), Qt::NoPen, thickness / 2.0);
}

} // namespace peerdesk
