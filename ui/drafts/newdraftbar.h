// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace peerdesk {

/// Asks in place for which network a draft is begun. Escape closes it.
class NewDraftBar : public QWidget
{
    Q_OBJECT

public:
    explicit NewDraftBar(QWidget *parent = nullptr);

    void open();

Q_SIGNALS:
    void networkChosen(Asn asn);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void close();

    QLineEdit *m_edit;
    QLabel *m_problem;
};

} // namespace peerdesk
