// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "theme/palette.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace peerdesk {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_text->setForegroundRole(role::secondaryText);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(fontMetrics().averageCharWidth() * 60);
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() / 2);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(m_action, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(m_kind); });
}

void EmptyState::setState(Kind kind, const QString &title, const QString &text, const QString &action)
{
    m_kind = kind;
    m_title->setText(title);
    m_text->setText(text);
    // A wrapping label in the middle of a layout is not asked how high it is at its width.
    m_text->setFixedHeight(std::max(0, m_text->heightForWidth(m_text->width())));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->setDefault(kind == Kind::NeverSetUp);
    setAccessibleName(title);
    setAccessibleDescription(text);
    redrawIcon();
}

void EmptyState::redrawIcon()
{
    Icon name = Icon::Inbound;
    if (m_kind == Kind::NeverSetUp)
        name = Icon::Peerdesk;
    else if (m_kind == Kind::FilteredOut)
        name = Icon::Filter;
    else if (m_kind == Kind::Offline)
        name = Icon::Offline;
    const int size = fontMetrics().height() * 2;
    m_icon->setPixmap(iconPixmap(name, size, devicePixelRatioF(), palette().color(role::secondaryText)));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redrawIcon();
}

} // namespace peerdesk
