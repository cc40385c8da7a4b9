// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/policy.h"
#include "workflow/policy/rulefield.h"

#include <functional>

namespace peerdesk {

class TomlTable;

/// A policy as it is being edited: what was typed, whether it can be read or not.
struct PolicyForm
{
    Policy::Posture posture = Policy::Posture::Selective;
    QList<QList<RuleField>> rules; ///< in order

    bool operator==(const PolicyForm &) const = default;
};

/// What is wrong in a form, and where.
struct RuleProblem
{
    int rule = 0;
    QString key;     ///< the field's; empty for the rule as a whole
    QString message; ///< translated; goes on from the field's name: "is missing"

    bool operator==(const RuleProblem &) const = default;
};

[[nodiscard]] PolicyForm formOf(const Policy &policy);
/// The text of a policy: `policy = "selective"` and [[rule]] tables with the keys of peerdeskd.toml. A cell is quoted
/// as it was typed where it is not what it should be, so that the reader names what is wrong with it.
[[nodiscard]] QString policyText(const PolicyForm &form);

/// Reads such a text, which may have [[override]] tables as well. Invalid, with FieldErrors as TomlTable makes them.
[[nodiscard]] Result<Policy> readPolicyText(const QString &text);
/// Reads a form, by way of its text: there is one reader. Invalid, and then `problems` says what is wrong.
[[nodiscard]] Result<Policy> readPolicyForm(const PolicyForm &form, QList<RuleProblem> &problems);

/// The `policy` key of a table: what is done where no rule applies.
[[nodiscard]] Policy::Posture readPosture(TomlTable &table);
/// Reads every [[override]] and then every [[rule]], and hands over each with its table, for keys that belong to
/// whoever reads. What is agreed with one network comes before what is said to all.
void readRules(TomlTable &top, const std::function<void(TomlTable &, const PolicyRule &)> &take);

} // namespace peerdesk
