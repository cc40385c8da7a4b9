// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/iconlabel.h"

#include "theme/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace peerdesk {

IconLabel::IconLabel(const Cell &cell, QWidget *parent)
    : QWidget(parent)
    , m_cell(cell)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_note(new QLabel(this))
{
    for (QLabel *words : {m_text, m_note}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.88);
    m_note->setFont(small);
    m_note->setForegroundRole(role::secondaryText);
    m_note->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(fontMetrics().height() / 2);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_note, 1, 1);
    refresh();
}

void IconLabel::setCell(const Cell &cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    refresh();
}

void IconLabel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void IconLabel::setColoredText(bool colored)
{
    m_coloredText = colored;
    refresh();
}

void IconLabel::setWrapping(bool wrapping)
{
    m_text->setWordWrap(wrapping);
    layout()->setAlignment(m_icon, wrapping ? Qt::AlignTop : Qt::AlignVCenter);
}

void IconLabel::refresh()
{
    const QColor plain = palette().color(m_cell.secondary ? role::secondaryText : QPalette::WindowText);
    const QColor color = m_cell.tone == Tone::Plain ? plain : toneColor(m_cell.tone, palette());
    m_icon->setVisible(m_cell.icon != Icon::None);
    if (m_cell.icon != Icon::None)
        m_icon->setPixmap(iconPixmap(m_cell.icon, fontMetrics().height() * 8 / 9, devicePixelRatioF(), color));
    QPalette words = m_text->palette();
    words.setColor(QPalette::WindowText, m_coloredText ? color : plain);
    m_text->setPalette(words);
    m_text->setText(m_cell.text);
    m_text->setToolTip(m_cell.toolTip);
    setAccessibleName(m_cell.spoken.isEmpty() ? m_cell.text : m_cell.spoken);
}

void IconLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace peerdesk
