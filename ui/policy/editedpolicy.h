// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/policy/policytext.h"

#include <QHash>
#include <QStringList>

namespace peerdesk {

/// A policy while somebody edits it, beside the one in force that it began as: rules with a name of their own for the
/// table, which stays theirs wherever they are moved, and what is wrong with each. A value: an earlier one is kept for
/// Undo.
class EditedPolicy
{
public:
    /// Both become this one. A rule that keeps its name keeps its id.
    void adopt(const Policy &inForce);

    [[nodiscard]] const PolicyForm &form() const { return m_form; }
    [[nodiscard]] bool isChanged() const { return m_form != m_inForce; }
    [[nodiscard]] int count() const { return static_cast<int>(m_ids.size()); }
    [[nodiscard]] const QList<RuleField> &rule(int index) const { return m_form.rules.at(index); }
    [[nodiscard]] QString name(int index) const;
    [[nodiscard]] const QString &id(int index) const { return m_ids.at(index); }
    /// -1 if there is none.
    [[nodiscard]] int indexOf(const QString &id) const { return static_cast<int>(m_ids.indexOf(id)); }

    [[nodiscard]] const QList<RuleProblem> &problems() const { return m_problems; }
    /// By field, the first of each.
    [[nodiscard]] QHash<QString, QString> problemsOf(int index) const;

    void setPosture(Policy::Posture posture);
    void replace(int index, const QList<RuleField> &rule);
    /// Gives the id of the new one. A name that is taken is numbered.
    QString insert(int index, const QList<RuleField> &rule);
    QString duplicate(int index);
    void remove(int index);
    void move(int index, int steps);
    void discard();

private:
    [[nodiscard]] QString freeName(const QString &wish) const;
    void check();

    PolicyForm m_inForce;
    PolicyForm m_form;
    QStringList m_idsInForce;
    QStringList m_ids;
    int m_lastId = 0;
    QList<RuleProblem> m_problems;
};

} // namespace peerdesk
