// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/policy/policies.h"

#include <QWidget>

class QAction;
class QLabel;

namespace peerdesk {

/// Above the rules: whose policy it is, where the one in force comes from, and what can be done.
class PolicyHead : public QWidget
{
    Q_OBJECT

public:
    /// The first of `deeds` is the primary one; `ruleActions` stand on a line of their own.
    PolicyHead(const QList<QAction *> &deeds, const QList<QAction *> &ruleActions, QWidget *parent = nullptr);

    void setState(Asn own, const PolicyState &state, UtcMs now);
    /// Why the policy cannot be saved, or that it is not yet.
    void setReason(const QString &reason);

private:
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_reason;
};

} // namespace peerdesk
