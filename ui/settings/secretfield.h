// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace peerdesk {

/// A secret that is stored, replaced or removed, and never shown again: only whether there is one.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(const QString &name, QWidget *parent = nullptr);

    void setStored(bool stored);

Q_SIGNALS:
    /// Empty to remove it.
    void changed(const peerdesk::Secret &secret);

private:
    void store();

    QLineEdit *m_edit;
    QPushButton *m_store;
    QPushButton *m_remove;
};

} // namespace peerdesk
