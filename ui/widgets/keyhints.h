// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace peerdesk {

/// The line under a triage table that says which keys do what.
class KeyHints : public QWidget
{
    Q_OBJECT

public:
    struct Hint
    {
        QStringList keys;
        QString word; ///< "approve"
    };

    explicit KeyHints(const QList<Hint> &hints, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace peerdesk
