// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace peerdesk {

/// Asks in place why something is rejected; the reason is told to the other network, so there must be one.
/// Escape closes it. Reasons given before are offered.
class RejectBar : public QWidget
{
    Q_OBJECT

public:
    explicit RejectBar(QWidget *parent = nullptr);

    void open(const QString &question);

Q_SIGNALS:
    void rejected(const QString &reason);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void reject();
    void close();

    QLabel *m_question;
    QLineEdit *m_reason;
    QLabel *m_problem;
};

} // namespace peerdesk
