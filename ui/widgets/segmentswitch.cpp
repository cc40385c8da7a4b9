// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/segmentswitch.h"

#include "widgets/segmentbutton.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace peerdesk {

SegmentSwitch::SegmentSwitch(const QStringList &words, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(fontMetrics().height() / 5);
    for (int i = 0; i < words.size(); ++i) {
        auto *button = new SegmentButton(words.at(i), this);
        button->setChecked(i == 0);
        m_group->addButton(button, i);
        line->addWidget(button);
    }
    line->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int SegmentSwitch::current() const
{
    return m_group->checkedId();
}

void SegmentSwitch::setCurrent(int index)
{
    if (auto *button = m_group->button(index))
        button->setChecked(true);
}

} // namespace peerdesk
