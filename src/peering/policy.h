// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/directory.h"
#include "peering/session.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace peerdesk {

/// One session that was asked of us, with what the public directory says of who asks.
struct PolicyQuestion
{
    SessionProposal proposal;
    std::optional<Network> initiator; ///< nothing if the mirror does not know the network
    bool registered = false;          ///< both addresses stand in the mirror as the two networks' own
};

/// What to do with a session of which all conditions hold. A condition left empty holds for every session. A
/// condition on something that the directory does not disclose does not hold: whoever limits prefixes does not mean
/// networks of unknown size.
struct PolicyRule
{
    enum class Verdict : std::uint8_t { Approve, Reject, Ask };

    QString name;
    Verdict verdict = Verdict::Ask;
    QString reason; ///< what the other network is told of a rejection

    QList<Location> locations;
    std::optional<Location::Kind> kind;
    Family family = Family::None;
    QList<Asn> networks;
    QStringList policies; ///< the initiator's general policy in the directory: "Open", "Selective", ...
    std::optional<std::uint32_t> minPrefixes; ///< of the session's family
    std::optional<std::uint32_t> maxPrefixes;
    std::optional<bool> registered;

    [[nodiscard]] bool appliesTo(const PolicyQuestion &question) const;
};

/// "approve", "reject" and "ask", as the configuration has them.
[[nodiscard]] QString toText(PolicyRule::Verdict verdict);
[[nodiscard]] std::optional<PolicyRule::Verdict> verdictFromString(QStringView text);

/// How a network of ours answers requests for sessions: its rules in order, the first that applies decides, and a
/// person is asked where none does. A value without I/O; where it comes from is the configuration's matter, and
/// what a verdict does to a session is workflow/inbound's.
class Policy
{
public:
    struct Decision
    {
        PolicyRule::Verdict verdict = PolicyRule::Verdict::Ask;
        QString rule; ///< empty if none applied
        QString reason;

        bool operator==(const Decision &) const = default;
    };

    Policy() = default;
    explicit Policy(QList<PolicyRule> rules)
        : m_rules(std::move(rules))
    {
    }

    [[nodiscard]] Decision decide(const PolicyQuestion &question) const;
    [[nodiscard]] const QList<PolicyRule> &rules() const { return m_rules; }

private:
    QList<PolicyRule> m_rules;
};

} // namespace peerdesk
