// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/policy.h"

#include <algorithm>
#include <limits>

namespace peerdesk {
namespace {

bool prefixesHold(const PolicyRule &rule, const PolicyQuestion &question)
{
    if (!rule.minPrefixes && !rule.maxPrefixes)
        return true;
    if (!question.initiator)
        return false;
    const auto disclosed =
        question.proposal.family() == Family::IPv4 ? question.initiator->prefixes4 : question.initiator->prefixes6;
    return disclosed && *disclosed >= rule.minPrefixes.value_or(0)
        && *disclosed <= rule.maxPrefixes.value_or(std::numeric_limits<std::uint32_t>::max());
}

} // namespace

bool PolicyRule::appliesTo(const PolicyQuestion &question) const
{
    const SessionProposal &proposal = question.proposal;
    if (!locations.isEmpty() && !locations.contains(proposal.location))
        return false;
    if (kind && proposal.location.kind != *kind)
        return false;
    if (family != Family::None && proposal.family() != family)
        return false;
    if (!networks.isEmpty() && !networks.contains(proposal.initiator))
        return false;
    if (registered && question.registered != *registered)
        return false;
    if (!policies.isEmpty()
        && (!question.initiator || !policies.contains(question.initiator->policy, Qt::CaseInsensitive)))
        return false;
    return prefixesHold(*this, question);
}

QString toText(PolicyRule::Verdict verdict)
{
    switch (verdict) {
    case PolicyRule::Verdict::Approve:
        return QStringLiteral("approve");
    case PolicyRule::Verdict::Reject:
        return QStringLiteral("reject");
    case PolicyRule::Verdict::Ask:
        break;
    }
    return QStringLiteral("ask");
}

std::optional<PolicyRule::Verdict> verdictFromString(QStringView text)
{
    for (const auto verdict : {PolicyRule::Verdict::Approve, PolicyRule::Verdict::Reject, PolicyRule::Verdict::Ask}) {
        if (text == toText(verdict))
            return verdict;
    }
    return std::nullopt;
}

Policy::Decision Policy::decide(const PolicyQuestion &question) const
{
    const auto rule = std::find_if(m_rules.begin(), m_rules.end(),
                                   [&question](const PolicyRule &candidate) { return candidate.appliesTo(question); });
    if (rule == m_rules.end())
        return {};
    return {rule->verdict, rule->name, rule->reason};
}

} // namespace peerdesk
