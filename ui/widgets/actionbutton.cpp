// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actionbutton.h"

#include "theme/palette.h"
#include "widgets/keycap.h"

#include <QAction>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace peerdesk {

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
{
    follow(action);
    connect(action, &QAction::changed, this, [this, action] { follow(action); });
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

ActionButton::ActionButton(const QIcon &icon, const QString &text, QWidget *parent)
    : QPushButton(icon, text, parent)
{
}

void ActionButton::follow(const QAction *action)
{
    setText(action->text());
    setIcon(action->icon());
    setEnabled(action->isEnabled());
    setToolTip(action->toolTip() == action->text() ? QString() : action->toolTip());
    setAccessibleName(action->text());
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    // Only the triage keys are worth their place on a button.
    setKeyHint(key.size() == 1 ? key : QString());
}

void ActionButton::setPrimary(bool primary)
{
    setDefault(primary);
    setAutoDefault(false);
}

void ActionButton::setKeyHint(const QString &key)
{
    if (key == m_key)
        return;
    m_key = key;
    updateGeometry();
    update();
}

int ActionButton::keyWidth() const
{
    return m_key.isEmpty() ? 0 : Keycap::widthOf(m_key, font()) + fontMetrics().height() / 3;
}

QSize ActionButton::sizeHint() const
{
    return QPushButton::sizeHint() + QSize(keyWidth(), 0);
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const QRect whole = option.rect;
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    option.rect = rtl ? whole.adjusted(keyWidth(), 0, 0, 0) : whole.adjusted(0, 0, -keyWidth(), 0);
    painter.setFont(font());
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
    if (m_key.isEmpty())
        return;
    const int margin = fontMetrics().height() / 2;
    const int width = Keycap::widthOf(m_key, font());
    const QRect cap(rtl ? margin : whole.right() - margin - width + 1, whole.center().y() - fontMetrics().height() / 2,
                    width, fontMetrics().height());
    Keycap::paint(&painter, cap, m_key, font(), palette(), isEnabled());
}

} // namespace peerdesk
