// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/policy.h"

#include <QList>
#include <QStringList>

#include <cstdint>

namespace peerdesk {

/// One line of a rule, as its text form and the desk's form have it: `exchange = [26, 42]` is {"exchange", {"26", "42"}}.
/// Values are as typed, right or wrong.
struct RuleField
{
    QString key;
    QStringList values;

    [[nodiscard]] QString value() const { return values.value(0); }
    bool operator==(const RuleField &) const = default;
};

/// What can stand in a rule.
struct RuleFieldKind
{
    enum class Shape : std::uint8_t { Text, Day, Choice, YesNo, Number, Numbers, Words };

    QString key;
    Shape shape = Shape::Text;
    QStringList words{}; ///< of Choice: those there are; of Words: PeeringDB's, others are let through

    [[nodiscard]] bool isList() const { return shape == Shape::Numbers || shape == Shape::Words; }
};

/// Every kind, in the order in which they are written; the first three (name, verdict, reason) are no conditions.
[[nodiscard]] const QList<RuleFieldKind> &ruleFieldKinds();
[[nodiscard]] const RuleFieldKind &ruleFieldKind(const QString &key);

/// What is set in a rule, in that order.
[[nodiscard]] QList<RuleField> ruleFields(const PolicyRule &rule);

} // namespace peerdesk
