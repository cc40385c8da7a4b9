// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;

namespace peerdesk {

/// A question that a page asks over itself: labelled fields, what is wrong beneath them, and one deed. Closing it
/// means no. It deletes itself when it is closed; derived classes say what is asked.
class Sheet : public QDialog
{
    Q_OBJECT

protected:
    Sheet(const QString &title, const QString &deed, QWidget *parent);

    /// `label` becomes the field's name for assistive technology too.
    void addRow(const QString &label, QWidget *field, const QString &note = {});
    void addWide(QWidget *widget);
    QLabel *addText(const QString &text);
    /// What stands in the way, in words and to assistive technology; nothing if it is empty.
    void setProblems(const QStringList &problems);
    void setReady(bool ready);
    /// Neither Cancel nor Escape nor the window's frame closes it: something would be lost.
    void setHeld(bool held);
    /// Words that came later may need more room than there was.
    void growToFit();
    [[nodiscard]] QPushButton *deed() const { return m_deed; }
    [[nodiscard]] QPushButton *cancel() const { return m_cancel; }

private:
    void colourProblem();
    void reject() override;
    void changeEvent(QEvent *event) override;

    QGridLayout *m_grid;
    QLabel *m_problem;
    QPushButton *m_deed;
    QPushButton *m_cancel;
    bool m_held = false;
};

} // namespace peerdesk
