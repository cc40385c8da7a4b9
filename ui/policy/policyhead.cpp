// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyhead.h"

#include "theme/palette.h"
#include "widgets/actionbutton.h"
#include "widgets/relativetime.h"

#include <QHBoxLayout>
#include <QLabel>

namespace peerdesk {

PolicyHead::PolicyHead(const QList<QAction *> &deeds, const QList<QAction *> &ruleActions, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_reason(new QLabel(this))
{
    for (QLabel *label : {m_title, m_subtitle, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        if (label != m_title)
            label->setForegroundRole(role::secondaryText);
    }
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_subtitle->setWordWrap(true);
    const int line = fontMetrics().height();
    auto *first = new QHBoxLayout;
    first->setSpacing(line / 2);
    for (QAction *action : deeds) {
        auto *button = new ActionButton(action, this);
        button->setPrimary(action == deeds.first());
        first->addWidget(button);
    }
    first->addWidget(m_reason);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(line / 2);
    for (QAction *action : ruleActions)
        second->addWidget(new ActionButton(action, this));
    second->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(line * 8 / 9, line * 7 / 9, line * 8 / 9, line * 3 / 4);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(line * 3 / 4);
    layout->addLayout(first);
    layout->addSpacing(line / 2);
    layout->addLayout(second);
}

void PolicyHead::setReason(const QString &reason)
{
    m_reason->setText(reason);
}

void PolicyHead::setState(Asn own, const PolicyState &state, UtcMs now)
{
    m_title->setText(tr("Policy of %1").arg(own.toString()));
    const std::optional<StoredPolicy> inForce = state.isDesks() ? state.desk : state.file;
    m_subtitle->setToolTip(inForce ? exactTime(inForce->updatedAt) : QString());
    if (!inForce)
        m_subtitle->setText(tr("No endpoint has shown its policy here yet. What is saved here is in force at every "
                               "endpoint on this database."));
    else if (state.isDesks())
        m_subtitle->setText(tr("In force at every endpoint on this database, edited by %1 %2")
                                .arg(inForce->who, relativeTime(inForce->updatedAt, now)));
    else
        m_subtitle->setText(
            tr("In force: the endpoint's configuration, as %1 read it %2. What is saved here takes its place.")
                .arg(inForce->who, relativeTime(inForce->updatedAt, now)));
}

} // namespace peerdesk
