// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QPen>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionMenuItem;

/// How the parts of DeskStyle look, each in the colours of its option's palette. Which part is drawn when, and how
/// large it is, is DeskStyle's.
namespace peerdesk {

constexpr qreal cornerRadius = 4.5;

[[nodiscard]] bool is(const QStyleOption *option, QStyle::StateFlag flag);
/// A push button that Return presses; false for anything else.
[[nodiscard]] bool isDefault(const QStyleOption *option);
/// A rounded rectangle whose one-pixel border falls on whole pixels.
void box(QPainter *painter, const QRect &rect, const QBrush &fill, const QPen &border, qreal corner = cornerRadius);

void drawPushButtonPanel(const QStyleOption *option, QPainter *painter);
/// Icon and words as one group in the middle; Fusion lets them touch.
void drawPushButtonLabel(const QStyleOptionButton &option, QPainter *painter);
void drawToolButtonPanel(const QStyleOption *option, QPainter *painter);
void drawInputPanel(const QStyleOption *option, QPainter *painter);
void drawCheckBox(const QStyleOption *option, QPainter *painter, bool round);
void drawHeaderSection(const QStyleOption *option, QPainter *painter);
void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter);
void drawProgress(const QStyleOption *option, QPainter *painter);

} // namespace peerdesk
