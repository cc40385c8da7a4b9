// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/keyhints.h"

#include "theme/palette.h"
#include "widgets/keycap.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace peerdesk {

KeyHints::KeyHints(const QList<Hint> &hints, QWidget *parent)
    : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    line->setContentsMargins(gap * 2, gap * 3 / 2, gap * 2, gap * 3 / 2);
    line->setSpacing(gap);
    for (const Hint &hint : hints) {
        for (const QString &key : hint.keys)
            line->addWidget(new Keycap(key, this));
        auto *word = new QLabel(hint.word, this);
        word->setTextFormat(Qt::PlainText);
        word->setForegroundRole(role::secondaryText);
        line->addWidget(word);
        line->addSpacing(gap * 3 / 2);
    }
    line->addStretch(1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void KeyHints::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(role::line));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace peerdesk
