// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/drafts/keychoice.h"

#include <QMenu>

namespace peerdesk {

/// Our keys to choose from: what goes along with a draft is ticked, what cannot says why not. It is made for one look
/// and deletes itself when that is over.
class KeyMenu : public QMenu
{
    Q_OBJECT

public:
    KeyMenu(const QList<KeyChoice> &choices, QWidget *parent);

Q_SIGNALS:
    /// All that go along from now on.
    void chosen(const QStringList &references);
};

} // namespace peerdesk
