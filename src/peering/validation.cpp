// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/validation.h"

#include <algorithm>

namespace peerdesk {
namespace {

using Part = Finding::Part;
using Rule = Finding::Rule;
using Severity = Finding::Severity;

constexpr qsizetype maxSecretBytes = 80; // TCP_MD5SIG_MAXKEYLEN, and what RFC 2385 section 4.5 counsels

/// What no router can have as the end of a session with another network: "this network", loopback, link-local, multicast
/// and reserved addresses (RFC 6890), and IPv4 within IPv6 (RFC 4291 section 2.5.5). Private ones are for the two to agree on.
bool isUsable(const IpAddress &address)
{
    static const auto block = [](const char *text) { return *IpPrefix::parse(QString::fromLatin1(text)); };
    static const std::array unusable = {block("0.0.0.0/8"),   block("127.0.0.0/8"), block("169.254.0.0/16"),
                                        block("224.0.0.0/3"), block("::/96"),       block("::ffff:0:0/96"),
                                        block("fe80::/10"),   block("ff00::/8")};
    return std::none_of(unusable.begin(), unusable.end(),
                        [&address](const IpPrefix &prefix) { return prefix.contains(address); });
}

class BatchCheck
{
public:
    BatchCheck(const QList<SessionProposal> &batch, const ValidationContext &context)
        : m_batch(batch)
        , m_context(context)
    {
    }

    QList<Finding> run()
    {
        for (m_index = 0; m_index < m_batch.size(); ++m_index) {
            const SessionProposal &session = m_batch.at(m_index);
            checkNetworks(session);
            if (checkAddresses(session))
                checkPlace(session);
            checkDuplicates(session);
            checkSecret(session);
            checkTerms(session);
        }
        return m_findings;
    }

private:
    void add(Part part, Rule rule, const QString &message, Severity severity = Severity::Error)
    {
        m_findings.append({static_cast<int>(m_index), m_batch.at(m_index).itemId, part, rule, severity, message});
    }

    void checkNetworks(const SessionProposal &session)
    {
        for (const Asn asn : {session.initiator, session.receiver}) {
            if (asn.isUnusable())
                add(Part::Whole, Rule::AsnUnusable, QStringLiteral("AS%1 cannot have sessions").arg(asn.number()));
        }
        if (session.initiator == session.receiver)
            add(Part::Whole, Rule::SameAsn, QStringLiteral("Both ends are %1").arg(session.initiator.toString()));
    }

    bool checkAddresses(const SessionProposal &session)
    {
        bool both = true;
        for (const auto &[part, address] : ends(session)) {
            if (!address.isValid()) {
                add(part, Rule::AddressMissing, QStringLiteral("An address is missing"));
                both = false;
            }
        }
        if (!both)
            return false;
        for (const auto &[part, address] : ends(session)) {
            if (!isUsable(address)) {
                add(part, Rule::AddressUnusable,
                    QStringLiteral("%1 cannot be the address of a session's end").arg(address.toString()));
                both = false;
            }
        }
        if (!both)
            return false;
        if (session.initiatorAddress.family() != session.receiverAddress.family()) {
            add(Part::Whole, Rule::FamiliesDiffer, QStringLiteral("One address is IPv4, the other IPv6"));
            return false;
        }
        if (session.initiatorAddress == session.receiverAddress) {
            add(Part::Whole, Rule::SameAddress, QStringLiteral("Both ends have the same address"));
            return false;
        }
        return true;
    }

    void checkPlace(const SessionProposal &session)
    {
        if (!session.location.isValid()) {
            add(Part::Location, Rule::LocationMissing, QStringLiteral("A location is missing"));
            return;
        }
        if (!session.location.isPublic())
            return;
        const ExchangeFacts facts = m_context.exchanges.value(session.location);
        if (!facts.known) {
            add(Part::Location, Rule::LocationUnknown,
                QStringLiteral("%1 is not a known exchange").arg(session.location.toString()), Severity::Warning);
            return;
        }
        IpPrefix lan;
        bool bothOnLan = true;
        for (const auto &[part, address] : ends(session)) {
            const auto prefix = std::find_if(facts.lanPrefixes.begin(), facts.lanPrefixes.end(),
                                             [&a = address](const IpPrefix &p) { return p.contains(a); });
            if (prefix == facts.lanPrefixes.end()) {
                add(part, Rule::OutsideLan,
                    QStringLiteral("%1 is in no peering LAN prefix of %2")
                        .arg(address.toString(), session.location.toString()));
                bothOnLan = false;
                continue;
            }
            if (prefix->isNetworkOrBroadcast(address))
                add(part, Rule::NetworkOrBroadcast,
                    QStringLiteral("%1 is the network or broadcast address of %2")
                        .arg(address.toString(), prefix->toString()));
            if (bothOnLan && lan.isValid() && lan != *prefix)
                add(Part::Whole, Rule::DifferentLans,
                    QStringLiteral("The addresses are on different LANs, %1 and %2")
                        .arg(lan.toString(), prefix->toString()));
            lan = *prefix;
            checkRegistration(part, address, part == Part::InitiatorAddress ? session.initiator : session.receiver,
                              facts);
        }
    }

    void checkRegistration(Part part, const IpAddress &address, Asn asn, const ExchangeFacts &facts)
    {
        if (!facts.registeredTo.contains(address))
            add(part, Rule::Unregistered,
                QStringLiteral("%1 is not registered at this exchange").arg(address.toString()), Severity::Warning);
        else if (!facts.registeredTo.contains(address, asn))
            add(part, Rule::RegisteredToAnother,
                QStringLiteral("%1 is registered to %2, not %3")
                    .arg(address.toString(), facts.registeredTo.value(address).toString(), asn.toString()));
    }

    void checkDuplicates(const SessionProposal &session)
    {
        if (!session.initiatorAddress.isValid() || !session.receiverAddress.isValid())
            return;
        const auto same = [&session](const SessionProposal &other) { return samePair(session, other); };
        if (std::any_of(m_batch.begin(), m_batch.begin() + m_index, same))
            add(Part::Whole, Rule::DuplicateInBatch, QStringLiteral("The same session stands in this batch twice"));
        if (std::any_of(m_context.open.begin(), m_context.open.end(), same))
            add(Part::Whole, Rule::DuplicateOpen, QStringLiteral("An open request already asks for this session"));
        if (std::any_of(m_context.existing.begin(), m_context.existing.end(), same))
            add(Part::Whole, Rule::DuplicateExisting, QStringLiteral("This session already exists"));
    }

    void checkSecret(const SessionProposal &session)
    {
        const QByteArray secret = session.sessionSecret.reveal();
        if (secret.size() > maxSecretBytes)
            add(Part::Secret, Rule::SecretTooLong,
                QStringLiteral("The session secret is longer than %1 bytes").arg(maxSecretBytes));
        if (std::any_of(secret.begin(), secret.end(), [](char c) { return c <= 0x20 || c >= 0x7f; }))
            add(Part::Secret, Rule::SecretCharacters,
                QStringLiteral("The session secret may hold printable ASCII without blanks only"));
    }

    void checkTerms(const SessionProposal &session)
    {
        const EndTerms &initiator = session.initiatorTerms;
        const EndTerms &receiver = session.receiverTerms;
        if (receiver.role != counterpartOf(initiator.role))
            add(Part::Whole, Rule::RolesDisagree,
                QStringLiteral("The roles %1 and %2 do not go together (RFC 9234)")
                    .arg(toText(initiator.role), toText(receiver.role)));
        if (initiator.monitoring && receiver.monitoring)
            add(Part::Whole, Rule::BothMonitor, QStringLiteral("Both ends are said to monitor only"));
        for (const EndTerms &end : {initiator, receiver}) {
            if (!end.insertsAsn && end.role != BgpRole::RouteServer)
                add(Part::Whole, Rule::AsnHidden,
                    QStringLiteral("Only a route server may leave its AS number out of the path (RFC 7947)"));
        }
    }

    /// Whoever asked: two addresses at one location carry one session.
    static bool samePair(const SessionProposal &a, const SessionProposal &b)
    {
        return a.location == b.location
               && ((a.initiatorAddress == b.initiatorAddress && a.receiverAddress == b.receiverAddress)
                   || (a.initiatorAddress == b.receiverAddress && a.receiverAddress == b.initiatorAddress));
    }

    static std::array<std::pair<Part, IpAddress>, 2> ends(const SessionProposal &session)
    {
        return {std::pair{Part::InitiatorAddress, session.initiatorAddress},
                std::pair{Part::ReceiverAddress, session.receiverAddress}};
    }

    const QList<SessionProposal> &m_batch;
    const ValidationContext &m_context;
    qsizetype m_index = 0;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> validate(const QList<SessionProposal> &batch, const ValidationContext &context)
{
    return BatchCheck(batch, context).run();
}

bool hasErrors(const QList<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Finding::Severity::Error; });
}

} // namespace peerdesk
