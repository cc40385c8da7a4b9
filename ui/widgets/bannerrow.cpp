// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bannerrow.h"

#include "theme/palette.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace peerdesk {

BannerRow::BannerRow(Icon icon, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_iconName(icon)
    , m_tone(tone)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_line(new QHBoxLayout(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int gap = fontMetrics().height() / 2;
    m_line->setContentsMargins(gap * 3 / 2, gap * 3 / 4, gap * 3 / 2, gap * 3 / 4);
    m_line->setSpacing(gap);
    m_line->addWidget(m_icon);
    m_line->addWidget(m_text, 1);
    recolor();
}

void BannerRow::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString BannerRow::text() const
{
    return m_text->text();
}

void BannerRow::addButton(QAbstractButton *button)
{
    m_line->addWidget(button);
}

void BannerRow::recolor()
{
    // Plain is the undo bar: the selection's own colours. The others keep the text colour and tint the ground.
    const QColor color =
        m_tone == Tone::Plain ? palette().color(QPalette::HighlightedText) : toneColor(m_tone, palette());
    m_icon->setPixmap(iconPixmap(m_iconName, fontMetrics().height(), devicePixelRatioF(), color));
    m_text->setForegroundRole(m_tone == Tone::Plain ? QPalette::HighlightedText : QPalette::WindowText);
}

void BannerRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
}

void BannerRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = m_tone == Tone::Plain
                              ? palette().color(QPalette::Highlight)
                              : blend(toneColor(m_tone, palette()), palette().color(QPalette::Base), 26);
    painter.fillRect(rect(), ground);
    painter.setPen(palette().color(role::line));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace peerdesk
