// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/editedpolicy.h"
#include "policy/rulerow.h"
#include "workflow/policy/policies.h"

#include <QWidget>

#include <chrono>
#include <functional>

class QAction;
class QSplitter;
class QStackedWidget;

namespace peerdesk {

class ChangingActions;
class DetailPane;
class EmptyState;
class MessageBar;
class PolicyHead;
class RuleForm;
class TableView;
class TrialPane;
class UndoBar;

/// The policy of one of our networks: its rules in order, the chosen one as a form beside them, and what the policy as
/// edited would make of the requests of the last weeks. Nothing is in force before it is saved; what can be read wrongly
/// cannot be saved. What another desk saves meanwhile is shown at once, unless something is being edited here: then it
/// is said, and saving is refused until that is looked at. Main thread.
class PolicyPage : public QWidget
{
    Q_OBJECT

public:
    PolicyPage(Policies &policies, const Clock &clock, QWidget *parent = nullptr);
    ~PolicyPage() override;

    void setOwnAsn(Asn own);
    /// In whose name the policy is changed: "M. Ops <noc@as64496.example>".
    void setPerson(const QString &person);
    void setUndoWait(std::chrono::milliseconds wait) { m_undoWait = wait; }
    /// Why nothing can be changed here; empty if it can.
    void setReadOnly(const QString &why);
    [[nodiscard]] MessageBar *messages() const { return m_messages; }

private:
    void addActions();
    QAction *act(Icon icon, const QString &text, const QKeySequence &key, std::function<void()> deed);
    void layOut();
    void reload();
    void take(const PolicyState &state);
    void adopt(const PolicyState &state);
    void reloadHistory();
    /// Shows the policy after an edit, with this rule chosen.
    void showEdited(const QString &current);
    void remember(const QString &deed);
    void refresh();
    void refreshActions();
    void showCurrent();
    void fail(const Error &error);

    void save();
    void tryOut();
    void discard();
    void addRule();
    void addOverride();
    void duplicate();
    void removeRule();
    void move(int steps);
    void nextProblem();
    void copyText();
    void takeBack();

    [[nodiscard]] bool mayEdit() const;
    [[nodiscard]] int currentRule() const; ///< -1 for the last line
    [[nodiscard]] QString problemText(int rule) const;
    [[nodiscard]] QString whyNotSaved() const;
    [[nodiscard]] FieldNames names() const;

    Policies &m_policies;
    const Clock &m_clock;
    Asn m_own;
    QString m_person;
    std::chrono::milliseconds m_undoWait{10'000};

    PolicyState m_state;    ///< what the person looks at
    bool m_known = false;   ///< m_state has been read
    bool m_foreign = false; ///< the policy in force is not to be understood here
    EditedPolicy m_policy;
    QList<AuditEntry> m_history;
    bool m_loading = false;
    bool m_stale = false;

    RowModel<RuleRow> *m_model;
    MessageBar *m_messages;
    UndoBar *m_undo;
    PolicyHead *m_head = nullptr;
    TableView *m_table;
    TrialPane *m_trial;
    RuleForm *m_rule;
    DetailPane *m_detail;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QSplitter *m_columns;
    ChangingActions *m_changes;
    QAction *m_save = nullptr;
    QAction *m_try = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_takeBack = nullptr;
    QAction *m_next = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QList<QAction *> m_ruleActions; ///< need a chosen rule
    QList<QAction *> m_editActions; ///< need somebody who may edit
};

} // namespace peerdesk
