// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/directory.h"
#include "peering/session.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace peerdesk {

/// One session that was asked of us, with what is known of who asks.
struct PolicyQuestion
{
    SessionProposal proposal;
    std::optional<Network> initiator; ///< nothing if the mirror does not know the network
    bool registered = false;          ///< both addresses stand in the mirror as the two networks' own
    int sharedExchanges = 0;          ///< where both networks have live ports
    int existingSessions = 0;         ///< with this network, up or agreed
    bool validKey = false;            ///< a valid key (RAK) for prefixes of the network itself came along
    QString sender;                   ///< the confirmed e-mail address of who signed in; empty if there is none
    UtcMs now = 0;
};

/// What to do with a session of which all conditions hold. A condition left empty holds for every session, with one
/// exception: a rule that approves and names no role is about plain peering only, for nobody means customers, route
/// servers or monitoring by "everybody". A condition on something that the directory does not disclose does not hold:
/// whoever limits prefixes does not mean networks of unknown size.
struct PolicyRule
{
    enum class Verdict : std::uint8_t { Approve, Reject, Ask };

    QString name;
    Verdict verdict = Verdict::Ask;
    QString reason;  ///< what the other network is told of a rejection
    UtcMs until = 0; ///< the rule ends then ("declined until"); 0 for never

    QList<Location> locations;
    std::optional<Location::Kind> kind;
    Family family = Family::None;
    QList<Asn> networks;
    QStringList policies; ///< the initiator's general policy in the directory: "Open", "Selective", ...
    QStringList types;    ///< the directory's kinds of network: "NSP", "Content", ...
    QStringList scopes;   ///< "Europe", "Global", ...
    QStringList ratios;   ///< "Balanced", "Mostly Outbound", ...
    QStringList senders;  ///< "*@as64500.example": the e-mail address of who signed in
    QList<BgpRole> roles; ///< the initiator's
    std::optional<std::uint32_t> minPrefixes; ///< of the session's family
    std::optional<std::uint32_t> maxPrefixes;
    std::optional<std::uint32_t> minTrafficMbit; ///< the least that the directory's range of traffic means
    std::optional<int> minSharedExchanges;
    std::optional<int> minExistingSessions;
    std::optional<int> maxExistingSessions;
    std::optional<bool> registered;
    std::optional<bool> asSet; ///< the network names one in the directory
    std::optional<bool> validKey;

    [[nodiscard]] bool appliesTo(const PolicyQuestion &question) const { return !obstacle(question); }
    /// The first condition that does not hold, in English words; nothing if the rule applies.
    [[nodiscard]] std::optional<QString> obstacle(const PolicyQuestion &question) const;
};

/// The least that a word of the directory ("100-1000Mbps", "100+Tbps") means, in Mbit/s; nothing for others.
[[nodiscard]] std::optional<std::uint32_t> leastTrafficOf(const QString &word);

/// "approve", "reject" and "ask", as the configuration has them.
[[nodiscard]] QString toText(PolicyRule::Verdict verdict);
[[nodiscard]] std::optional<PolicyRule::Verdict> verdictFromString(QStringView text);

/// How a network of ours answers requests for sessions: its rules in order, the first that applies decides, and its
/// posture where none does. A value without I/O; where it comes from is the configuration's matter, and what a verdict
/// does to a session is workflow/inbound's.
class Policy
{
public:
    /// What operators call their policy. An open network approves plain peering between registered addresses and asks
    /// a person about the rest, a selective one asks, a restrictive one rejects.
    enum class Posture : std::uint8_t { Open, Selective, Restrictive };

    struct Decision
    {
        PolicyRule::Verdict verdict = PolicyRule::Verdict::Ask;
        QString rule; ///< "open" or "restrictive" where the posture decided; empty if a person has to
        QString reason;

        bool operator==(const Decision &) const = default;
    };

    Policy() = default;
    explicit Policy(QList<PolicyRule> rules, Posture posture = Posture::Selective)
        : m_rules(std::move(rules))
        , m_posture(posture)
    {
    }

    [[nodiscard]] Decision decide(const PolicyQuestion &question) const;
    /// How that came about, rule by rule until the one that decided, in English: for the configuration's author.
    [[nodiscard]] QStringList explain(const PolicyQuestion &question) const;
    [[nodiscard]] const QList<PolicyRule> &rules() const { return m_rules; }
    [[nodiscard]] Posture posture() const { return m_posture; }

private:
    [[nodiscard]] Decision byPosture(const PolicyQuestion &question) const;

    QList<PolicyRule> m_rules;
    Posture m_posture = Posture::Selective;
};

/// "open", "selective", "restrictive".
[[nodiscard]] QString toText(Policy::Posture posture);
[[nodiscard]] std::optional<Policy::Posture> postureFromString(QStringView text);

} // namespace peerdesk
