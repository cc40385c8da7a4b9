// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/policy.h"

#include "peering/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace peerdesk {
namespace {

using Obstacle = std::optional<QString>;

constexpr std::array verdictWords = {
    Word<PolicyRule::Verdict>{PolicyRule::Verdict::Approve, "approve"},
    Word<PolicyRule::Verdict>{PolicyRule::Verdict::Reject, "reject"},
    Word<PolicyRule::Verdict>{PolicyRule::Verdict::Ask, "ask"},
};

constexpr std::array postureWords = {
    Word<Policy::Posture>{Policy::Posture::Open, "open"},
    Word<Policy::Posture>{Policy::Posture::Selective, "selective"},
    Word<Policy::Posture>{Policy::Posture::Restrictive, "restrictive"},
};

template<class List, class Value> Obstacle notAmong(const List &wanted, const Value &value, const QString &sentence)
{
    return wanted.isEmpty() || wanted.contains(value) ? Obstacle() : sentence;
}

Obstacle notAmongWords(const QStringList &wanted, const QString &word, const QString &what)
{
    if (wanted.isEmpty() || wanted.contains(word, Qt::CaseInsensitive))
        return {};
    return word.isEmpty() ? QStringLiteral("%1 is not disclosed").arg(what)
                          : QStringLiteral("%1 is %2").arg(what, word);
}

template<class Number>
Obstacle outside(const std::optional<Number> &value, const std::optional<Number> &least,
                 const std::optional<Number> &most, const QString &what)
{
    if (!least && !most)
        return {};
    if (!value)
        return QStringLiteral("%1 is not disclosed").arg(what);
    if (*value < least.value_or(0))
        return QStringLiteral("%1 is %2, less than %3").arg(what).arg(*value).arg(*least);
    if (*value > most.value_or(std::numeric_limits<Number>::max()))
        return QStringLiteral("%1 is %2, more than %3").arg(what).arg(*value).arg(*most);
    return {};
}

std::optional<std::uint32_t> prefixesOf(const PolicyQuestion &question)
{
    if (!question.initiator)
        return {};
    return question.proposal.family() == Family::IPv4 ? question.initiator->prefixes4 : question.initiator->prefixes6;
}

Obstacle notSentBy(const QStringList &patterns, const QString &address)
{
    if (patterns.isEmpty())
        return {};
    if (address.isEmpty())
        return QStringLiteral("the sender has no confirmed address");
    const bool matches = std::any_of(patterns.begin(), patterns.end(), [&address](const QString &pattern) {
        const QString expression = QRegularExpression::wildcardToRegularExpression(pattern);
        return QRegularExpression(expression, QRegularExpression::CaseInsensitiveOption).match(address).hasMatch();
    });
    return matches ? Obstacle() : QStringLiteral("the sender is %1").arg(address);
}

/// What the request itself says.
Obstacle obstacleInRequest(const PolicyRule &rule, const PolicyQuestion &question)
{
    const SessionProposal &proposal = question.proposal;
    if (rule.until != 0 && question.now >= rule.until)
        return QStringLiteral("it ended on %1").arg(toRfc3339(rule.until));
    if (const auto obstacle = notAmong(rule.networks, proposal.initiator,
                                       QStringLiteral("the network is %1").arg(proposal.initiator.toString())))
        return obstacle;
    const QString place = QStringLiteral("the location is %1").arg(proposal.location.toString());
    if (rule.kind && proposal.location.kind != *rule.kind)
        return place;
    if (const auto obstacle = notAmong(rule.locations, proposal.location, place))
        return obstacle;
    if (rule.family != Family::None && proposal.family() != rule.family)
        return QStringLiteral("the session is %1").arg(toText(proposal.family()));
    if (rule.roles.isEmpty() && rule.verdict == PolicyRule::Verdict::Approve && !proposal.isPlainPeering())
        return QStringLiteral("it is not plain peering (%1 with %2)")
            .arg(toText(proposal.initiatorTerms), toText(proposal.receiverTerms));
    if (const auto obstacle = notAmong(rule.roles, proposal.initiatorTerms.role,
                                       QStringLiteral("the role is %1").arg(toText(proposal.initiatorTerms.role))))
        return obstacle;
    if (rule.validKey && question.validKey != *rule.validKey)
        return question.validKey
                   ? QStringLiteral("a valid RAK for %1 came with the request").arg(proposal.initiator.toString())
                   : QStringLiteral("no valid RAK for %1 came with the request").arg(proposal.initiator.toString());
    return notSentBy(rule.senders, question.sender);
}

/// What the directory says of who asks.
Obstacle obstacleInDirectory(const PolicyRule &rule, const PolicyQuestion &question)
{
    if (rule.registered && question.registered != *rule.registered)
        return question.registered ? QStringLiteral("both addresses are registered")
                                   : QStringLiteral("an address is not registered");
    const Network network = question.initiator.value_or(Network());
    if (const auto obstacle = notAmongWords(rule.policies, network.policy, QStringLiteral("the network's policy")))
        return obstacle;
    const bool hasType = std::any_of(network.types.begin(), network.types.end(), [&rule](const QString &type) {
        return rule.types.contains(type, Qt::CaseInsensitive);
    });
    if (!rule.types.isEmpty() && !hasType)
        return notAmongWords(rule.types, network.types.join(u'/'), QStringLiteral("the network's type"));
    if (const auto obstacle = notAmongWords(rule.scopes, network.scope, QStringLiteral("the network's scope")))
        return obstacle;
    if (const auto obstacle = notAmongWords(rule.ratios, network.ratio, QStringLiteral("the traffic ratio")))
        return obstacle;
    if (rule.asSet && network.asSet.isEmpty() == *rule.asSet)
        return *rule.asSet ? QStringLiteral("the network names no AS-SET")
                           : QStringLiteral("the network names an AS-SET");
    if (const auto obstacle =
            outside(prefixesOf(question), rule.minPrefixes, rule.maxPrefixes, QStringLiteral("the number of prefixes")))
        return obstacle;
    if (!rule.minTrafficMbit)
        return {};
    return outside(leastTrafficOf(network.traffic), rule.minTrafficMbit, {}, QStringLiteral("the traffic in Mbit/s"));
}

} // namespace

std::optional<QString> PolicyRule::obstacle(const PolicyQuestion &question) const
{
    if (const auto obstacle = obstacleInRequest(*this, question))
        return obstacle;
    if (const auto obstacle = obstacleInDirectory(*this, question))
        return obstacle;
    if (const auto obstacle = outside<int>(question.sharedExchanges, minSharedExchanges, {},
                                           QStringLiteral("the number of shared exchanges")))
        return obstacle;
    return outside<int>(question.existingSessions, minExistingSessions, maxExistingSessions,
                        QStringLiteral("the number of sessions that exist"));
}

std::optional<std::uint32_t> leastTrafficOf(const QString &word)
{
    static const QRegularExpression range(QStringLiteral(R"(^(\d{1,6})(?:-\d{1,6}|\+)?\s*([MGT])bps$)"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = range.match(word.trimmed());
    if (!match.hasMatch())
        return {};
    const QChar unit = match.capturedView(2).front().toUpper();
    const quint64 factor = unit == u'M' ? 1 : unit == u'G' ? 1000 : 1'000'000;
    const quint64 least = match.capturedView(1).toULongLong() * factor;
    return static_cast<std::uint32_t>(std::min<quint64>(least, std::numeric_limits<std::uint32_t>::max()));
}

QString toText(PolicyRule::Verdict verdict)
{
    return wordOf(verdictWords, verdict);
}

std::optional<PolicyRule::Verdict> verdictFromString(QStringView text)
{
    return valueOf<PolicyRule::Verdict>(verdictWords, text);
}

QString toText(Policy::Posture posture)
{
    return wordOf(postureWords, posture);
}

std::optional<Policy::Posture> postureFromString(QStringView text)
{
    return valueOf<Policy::Posture>(postureWords, text);
}

Policy::Decision Policy::decide(const PolicyQuestion &question) const
{
    const auto rule = std::find_if(m_rules.begin(), m_rules.end(),
                                   [&question](const PolicyRule &candidate) { return candidate.appliesTo(question); });
    if (rule == m_rules.end())
        return byPosture(question);
    return {rule->verdict, rule->name, rule->reason};
}

Policy::Decision Policy::byPosture(const PolicyQuestion &question) const
{
    const bool ordinary = question.registered && question.proposal.isPlainPeering();
    if (m_posture == Posture::Open && ordinary)
        return {PolicyRule::Verdict::Approve, toText(m_posture), {}};
    if (m_posture == Posture::Restrictive)
        return {PolicyRule::Verdict::Reject, toText(m_posture),
                QStringLiteral("We peer by agreement only; please write to us first")};
    return {};
}

QStringList Policy::explain(const PolicyQuestion &question) const
{
    QStringList lines;
    for (const PolicyRule &rule : m_rules) {
        const auto obstacle = rule.obstacle(question);
        if (!obstacle) {
            lines.append(QStringLiteral("Rule \"%1\" applies: %2").arg(rule.name, toText(rule.verdict)));
            return lines;
        }
        lines.append(QStringLiteral("Rule \"%1\" does not apply: %2").arg(rule.name, *obstacle));
    }
    lines.append(QStringLiteral("No rule applies, the policy is %1: %2")
                     .arg(toText(m_posture), toText(byPosture(question).verdict)));
    return lines;
}

} // namespace peerdesk
