// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace peerdesk {

/// A line that takes effect when it is left or Enter is pressed, if it is right; else it says why not, beneath itself
/// and to assistive technology, and the old value stays in force.
class TextField : public QWidget
{
    Q_OBJECT

public:
    /// Gives the problem with a text in words, nothing for a good one.
    using Check = std::function<QString(const QString &)>;

    explicit TextField(Check check = nullptr, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    void setPlaceholder(const QString &text);
    /// For what somebody else found wrong with it.
    void setProblem(const QString &problem);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void committed(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void commit();
    void colourProblem();

    Check m_check;
    QLineEdit *m_edit;
    QLabel *m_problem;
    QString m_committed;
};

} // namespace peerdesk
