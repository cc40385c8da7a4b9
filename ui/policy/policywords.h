// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/statuslook.h"
#include "workflow/policy/rulefield.h"

#include <functional>

/// How the parts of a policy are called on the screen.
namespace peerdesk {

/// What the numbers of a field stand for; empty where nothing is known.
using FieldNames = std::function<QString(const RuleField &)>;

[[nodiscard]] QString fieldLabel(const QString &key);
/// What is to be typed, as an example.
[[nodiscard]] QString fieldExample(const QString &key);
/// One of the words that a field can have: "public" is "Exchanges" there.
[[nodiscard]] QString fieldWord(const QString &key, const QString &word);

[[nodiscard]] StatusLook verdictLook(PolicyRule::Verdict verdict);
[[nodiscard]] QString postureWord(Policy::Posture posture);
/// What it means.
[[nodiscard]] QString postureText(Policy::Posture posture);

/// The conditions of a rule on one line; "everything" where there is none.
[[nodiscard]] QString conditionsText(const QList<RuleField> &rule, const FieldNames &names);

} // namespace peerdesk
