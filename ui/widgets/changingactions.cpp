// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/changingactions.h"

#include <QAction>

namespace peerdesk {

ChangingActions::ChangingActions(QObject *parent)
    : QActionGroup(parent)
{
    setExclusionPolicy(ExclusionPolicy::None);
}

void ChangingActions::setForbidden(const QString &why)
{
    if (why == m_why)
        return;
    const bool wasFree = m_why.isEmpty();
    m_why = why;
    setEnabled(why.isEmpty());
    const QList<QAction *> all = actions();
    for (QAction *action : all) {
        if (wasFree)
            m_toolTips.insert(action, action->toolTip());
        action->setToolTip(why.isEmpty() ? m_toolTips.value(action) : why);
        action->setStatusTip(why);
    }
}

} // namespace peerdesk
