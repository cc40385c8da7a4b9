// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace peerdesk {

/// Asks in place why something is rejected or taken down; the reason is told to the other network, so there must be
/// one. Escape closes it. Reasons given before are offered.
class ReasonBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonBar(QWidget *parent = nullptr);

    /// `deed` is what the button does, `given` what is done then.
    void open(const QString &question, const QString &deed, std::function<void(const QString &reason)> given);

Q_SIGNALS:
    /// With a reason or without.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take();
    void close();

    QLabel *m_question;
    QLineEdit *m_reason;
    QLabel *m_problem;
    QPushButton *m_take;
    std::function<void(const QString &)> m_given;
};

} // namespace peerdesk
