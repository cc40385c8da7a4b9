// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/rulerow.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct RuleRowWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RuleRow)
};

QString sentence(const RuleRow &row)
{
    const QString said = RuleRowWords::tr("Rule %1, %2: %3. %4")
                             .arg(QString::number(row.number), row.name, row.verdict.word, row.conditions);
    if (row.number == 0)
        return QStringLiteral("%1: %2").arg(row.name, row.verdict.word);
    return row.problem.isEmpty() ? said : said + QStringLiteral(". ") + row.problem;
}

} // namespace

RuleRow ruleRow(const QString &id, int number, const QList<RuleField> &rule, const QString &problem,
                const FieldNames &names)
{
    RuleRow row;
    row.id = id;
    row.number = number;
    row.problem = problem;
    row.conditions = conditionsText(rule, names);
    for (const RuleField &field : rule) {
        if (field.key == u"name")
            row.name = field.value();
        if (field.key == u"verdict")
            row.verdict = verdictLook(verdictFromString(field.value()).value_or(PolicyRule::Verdict::Ask));
    }
    return row;
}

RuleRow postureRow(const QString &id, Policy::Posture posture)
{
    RuleRow row;
    row.id = id;
    row.name = RuleRowWords::tr("Where no rule applies");
    row.conditions = postureText(posture);
    row.verdict = {Icon::None, Tone::Plain, postureWord(posture)};
    return row;
}

RowTraits<RuleRow> ruleTraits()
{
    RowTraits<RuleRow> traits;
    traits.key = [](const RuleRow &row) { return row.id; };
    traits.sentence = sentence;
    traits.columns = {
        {{.id = QStringLiteral("number"), .title = QStringLiteral("#"), .width = 2, .numeric = true},
         [](const RuleRow &row) {
             return Cell{.text = row.number == 0 ? QString() : QString::number(row.number), .secondary = true};
         }},
        {{.id = QStringLiteral("rule"), .title = RuleRowWords::tr("Rule"), .width = 22},
         [](const RuleRow &row) {
             return Cell{.text = row.name, .secondary = row.number == 0, .problem = row.problem};
         }},
        {{.id = QStringLiteral("verdict"), .title = RuleRowWords::tr("Verdict"), .width = 14},
         [](const RuleRow &row) { return statusCell(row.verdict); }},
        {{.id = QStringLiteral("conditions"), .title = RuleRowWords::tr("Applies to"), .width = 40, .stretch = true},
         [](const RuleRow &row) {
             return Cell{.text = row.conditions, .secondary = row.number == 0, .toolTip = row.conditions};
         }},
    };
    return traits;
}

} // namespace peerdesk
