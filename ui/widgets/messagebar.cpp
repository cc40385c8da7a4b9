// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagebar.h"

#include "theme/palette.h"
#include "widgets/bannerrow.h"

#include <QAccessible>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace peerdesk {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
    hide();
}

void MessageBar::post(const QString &id, const Message &message)
{
    auto *row = findChild<BannerRow *>(id, Qt::FindDirectChildrenOnly);
    if (row && row->text() == message.text)
        return;
    const int place = row ? m_rows->indexOf(row) : m_rows->count();
    clear(id);

    Icon icon = Icon::CircleAlert;
    if (message.tone == Tone::Pending)
        icon = Icon::TriangleAlert;
    else if (message.tone == Tone::Approved)
        icon = Icon::Info;
    row = new BannerRow(icon, message.tone, this);
    row->setObjectName(id);
    row->setText(message.text);
    if (!message.action.isEmpty()) {
        auto *button = new QPushButton(message.action, row);
        connect(button, &QPushButton::clicked, this, [act = message.act] {
            if (act)
                act();
        });
        row->addButton(button);
    }
    if (message.closable) {
        auto *close = new QToolButton(row);
        close->setAutoRaise(true);
        close->setIcon(peerdesk::icon(Icon::Close, Tint::Secondary));
        close->setToolTip(tr("Dismiss"));
        close->setAccessibleName(tr("Dismiss"));
        connect(close, &QToolButton::clicked, this, [this, id] { clear(id); });
        row->addButton(close);
    }
    m_rows->insertWidget(place, row);
    row->show();
    show();
    QAccessibleEvent announcement(row, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void MessageBar::clear(const QString &id)
{
    if (auto *row = findChild<BannerRow *>(id, Qt::FindDirectChildrenOnly)) {
        m_rows->removeWidget(row);
        row->hide();
        row->setObjectName({});
        row->deleteLater(); // its own button may be what brought us here
    }
    setVisible(m_rows->count() > 0);
}

void MessageBar::clearAll()
{
    const auto rows = findChildren<BannerRow *>(QString(), Qt::FindDirectChildrenOnly);
    for (const BannerRow *row : rows)
        clear(row->objectName());
}

} // namespace peerdesk
