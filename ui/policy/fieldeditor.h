// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/policy/rulefield.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace peerdesk {

class TextField;
class WordsButton;

/// One field of a rule, edited by what suits its kind: a line, a choice, a calendar, words to tick. What is typed is
/// handed on at once, right or wrong; what is wrong with it is shown beneath when the field is left, and what its numbers
/// stand for otherwise.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(const RuleFieldKind &kind, QWidget *parent = nullptr);

    /// Never under the hands of who is typing.
    void setValues(const QStringList &values);
    void setProblem(const QString &problem);
    void setNote(const QString &note);
    [[nodiscard]] const QString &key() const { return m_kind.key; }

Q_SIGNALS:
    void edited(const QStringList &values);

private:
    QWidget *makeLine();
    QWidget *makeChoice();
    QWidget *makeDay();
    QWidget *makeWords();
    void showProblem();

    const RuleFieldKind m_kind;
    QString m_problem;
    TextField *m_line = nullptr; ///< of these four, one
    QComboBox *m_choice = nullptr;
    QDateEdit *m_day = nullptr;
    WordsButton *m_words = nullptr;
    QLabel *m_note;
};

} // namespace peerdesk
