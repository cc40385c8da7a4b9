// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/editedpolicy.h"

#include <algorithm>

namespace peerdesk {
namespace {

const QString nameField = QStringLiteral("name");

QString nameOf(const QList<RuleField> &rule)
{
    const auto name =
        std::find_if(rule.begin(), rule.end(), [](const RuleField &field) { return field.key == nameField; });
    return name == rule.end() ? QString() : name->value();
}

} // namespace

void EditedPolicy::adopt(const Policy &inForce)
{
    QHash<QString, QString> known;
    for (int i = 0; i < count(); ++i)
        known.insert(name(i), id(i));
    m_inForce = formOf(inForce);
    m_idsInForce.clear();
    for (const QList<RuleField> &rule : std::as_const(m_inForce.rules)) {
        const QString kept = known.take(nameOf(rule));
        m_idsInForce.append(kept.isEmpty() ? QString::number(++m_lastId) : kept);
    }
    discard();
}

void EditedPolicy::discard()
{
    m_form = m_inForce;
    m_ids = m_idsInForce;
    check();
}

QString EditedPolicy::name(int index) const
{
    return nameOf(m_form.rules.at(index));
}

QHash<QString, QString> EditedPolicy::problemsOf(int index) const
{
    QHash<QString, QString> problems;
    for (const RuleProblem &problem : m_problems) {
        if (problem.rule == index && !problems.contains(problem.key))
            problems.insert(problem.key, problem.message);
    }
    return problems;
}

void EditedPolicy::setPosture(Policy::Posture posture)
{
    m_form.posture = posture;
    check();
}

void EditedPolicy::replace(int index, const QList<RuleField> &rule)
{
    m_form.rules[index] = rule;
    check();
}

QString EditedPolicy::insert(int index, const QList<RuleField> &rule)
{
    QList<RuleField> added = rule;
    for (RuleField &field : added) {
        if (field.key == nameField)
            field.values = {freeName(field.value())};
    }
    m_form.rules.insert(index, added);
    m_ids.insert(index, QString::number(++m_lastId));
    check();
    return m_ids.at(index);
}

QString EditedPolicy::duplicate(int index)
{
    return insert(index + 1, rule(index));
}

void EditedPolicy::remove(int index)
{
    m_form.rules.removeAt(index);
    m_ids.removeAt(index);
    check();
}

void EditedPolicy::move(int index, int steps)
{
    const int to = std::clamp(index + steps, 0, count() - 1);
    m_form.rules.move(index, to);
    m_ids.move(index, to);
    check();
}

QString EditedPolicy::freeName(const QString &wish) const
{
    QStringList taken;
    for (int i = 0; i < count(); ++i)
        taken.append(name(i));
    QString free = wish;
    for (int number = 2; taken.contains(free); ++number)
        free = QStringLiteral("%1 %2").arg(wish).arg(number);
    return free;
}

void EditedPolicy::check()
{
    (void)readPolicyForm(m_form, m_problems);
}

} // namespace peerdesk
