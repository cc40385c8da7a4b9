// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policywords.h"
#include "widgets/rowmodel.h"

namespace peerdesk {

/// A rule in the list, or the last line: what is done where no rule applies.
struct RuleRow
{
    QString id;
    int number = 0; ///< counted from 1; 0 for the last line
    QString name;
    QString conditions;
    StatusLook verdict;
    QString problem; ///< what is wrong with it, in a sentence; empty if nothing is

    bool operator==(const RuleRow &other) const
    {
        return id == other.id && number == other.number && name == other.name && conditions == other.conditions
               && verdict.word == other.verdict.word && problem == other.problem;
    }
};

[[nodiscard]] RuleRow ruleRow(const QString &id, int number, const QList<RuleField> &rule, const QString &problem,
                              const FieldNames &names);
[[nodiscard]] RuleRow postureRow(const QString &id, Policy::Posture posture);
[[nodiscard]] RowTraits<RuleRow> ruleTraits();

} // namespace peerdesk
