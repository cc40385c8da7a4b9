// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

namespace peerdesk {

/// `?`: all keys of the page in front and of the window, in groups.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    struct Group
    {
        QString title;
        QList<QAction *> actions; ///< those without a key are left out
    };

    KeySheet(const QList<Group> &groups, QWidget *parent);
};

} // namespace peerdesk
