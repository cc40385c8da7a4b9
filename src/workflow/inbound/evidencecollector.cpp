// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/evidencecollector.h"

#include "peering/validation.h"
#include "workflow/errortext.h"
#include "workflow/rolewords.h"

#include <QSet>

#include <algorithm>

namespace peerdesk {
namespace {

using Kind = Evidence::Kind;
using Weight = Evidence::Weight;

Weight weightOf(const Finding &finding)
{
    return finding.severity == Finding::Severity::Error ? Weight::Bad : Weight::Doubtful;
}

/// Validation compares ends as they are; a session that we asked for has them the other way round.
SessionProposal asAskedOfUs(const Session &session)
{
    SessionProposal proposal = session.proposal;
    proposal.initiator = session.otherAsn();
    proposal.receiver = session.ownAsn;
    proposal.initiatorAddress = session.otherAddress();
    proposal.receiverAddress = session.ownAddress();
    return proposal;
}

} // namespace

InboundRequest EvidenceCollector::describe(const Request &request, bool withEvidence) const
{
    InboundRequest described;
    described.id = request.id;
    described.ownAsn = request.ownAsn;
    described.otherAsn = request.otherAsn;
    described.networkName = m_places.networkName(request.otherAsn);
    described.requester = request.requester;
    described.createdAt = request.createdAt;
    for (const Session &session : request.sessions)
        described.sessions.append({session, nameOf(session.proposal.location), {}});
    if (!withEvidence)
        return described;
    described.evidence.append(signedIn(request));
    described.evidence += network(request);
    for (const KeyFinding &finding : m_records.keys.value(request.id))
        described.evidence.append(evidenceOf(finding, request.otherAsn, m_now));
    described.evidence += dealings(request);
    described.evidence += routeServers(request);
    addSessionEvidence(described, request);
    return described;
}

Evidence EvidenceCollector::signedIn(const Request &request) const
{
    if (request.requester.isEmpty())
        return {Kind::SignedIn, Weight::Neutral,
                tr("Asked by a program that may manage sessions of %1").arg(request.otherAsn.toString())};
    return {Kind::SignedIn, Weight::Good,
            tr("Signed in as %1, may manage sessions of %2").arg(request.requester, request.otherAsn.toString())};
}

QList<Evidence> EvidenceCollector::network(const Request &request) const
{
    const auto network = m_places.network(request.otherAsn);
    if (!network)
        return {{Kind::Network, Weight::Doubtful, tr("%1 is not in PeeringDB").arg(request.otherAsn.toString())}};
    const auto limit = [](const std::optional<std::uint32_t> &prefixes) {
        return prefixes ? QString::number(*prefixes) : tr("an undisclosed number of");
    };
    return {{Kind::Network, Weight::Neutral,
             tr("Announces %1 IPv4 and %2 IPv6 prefixes at most")
                 .arg(limit(network->prefixes4), limit(network->prefixes6))}};
}

QList<Evidence> EvidenceCollector::dealings(const Request &request) const
{
    const auto theirs = [&request](const auto &session) { return session.otherAsn == request.otherAsn; };
    auto count = std::count_if(m_records.existing.begin(), m_records.existing.end(), theirs);
    count += std::count_if(m_records.live.begin(), m_records.live.end(), [&request](const Session &session) {
        return session.otherAsn() == request.otherAsn && session.requestId != request.id
               && session.approval == Approval::Approved;
    });
    const QString text = count == 0 ? tr("No sessions with us yet")
                                    : tr("Has %n session(s) with us already", nullptr, static_cast<int>(count));
    return {{Kind::ExistingSessions, Weight::Neutral, text}, earlier(request)};
}

Evidence EvidenceCollector::earlier(const Request &request) const
{
    int requests = 0;
    int approved = 0;
    int rejected = 0;
    for (const Request &other : m_records.inbound) {
        if (other.otherAsn != request.otherAsn || other.id == request.id || other.createdAt > request.createdAt)
            continue;
        ++requests;
        for (const Session &session : other.sessions) {
            approved += session.approval == Approval::Approved ? 1 : 0;
            rejected += session.approval == Approval::Rejected ? 1 : 0;
        }
    }
    if (requests == 0)
        return {Kind::EarlierRequests, Weight::Neutral,
                tr("No earlier requests from %1").arg(request.otherAsn.toString())};
    return {
        Kind::EarlierRequests, Weight::Neutral,
        tr("%n earlier request(s): %1 sessions approved, %2 rejected", nullptr, requests).arg(approved).arg(rejected)};
}

/// A session is worth less, and an approval costs less thought, where routes are exchanged already.
QList<Evidence> EvidenceCollector::routeServers(const Request &request) const
{
    QSet<std::uint32_t> asked;
    for (const Session &session : request.sessions) {
        if (session.proposal.location.isPublic())
            asked.insert(session.proposal.location.id);
    }
    QList<Evidence> found;
    for (const SharedExchange &exchange : m_places.shared(request.ownAsn, request.otherAsn)) {
        const bool both = std::any_of(exchange.pairs.begin(), exchange.pairs.end(),
                                      [](const PortPair &pair) { return pair.bothAtRouteServer; });
        if (both && asked.contains(exchange.exchangeId))
            found.append({Kind::RouteServer, Weight::Neutral,
                          tr("Already reachable through the route server at %1").arg(nameOf(exchange.location()))});
    }
    return found;
}

void EvidenceCollector::addSessionEvidence(InboundRequest &described, const Request &request) const
{
    QList<SessionProposal> batch;
    ValidationContext context;
    for (const Session &session : request.sessions)
        batch.append(session.proposal);
    context.exchanges = factsOf(m_places, batch);
    for (const Session &session : m_records.live) {
        if (session.otherAsn() == request.otherAsn && session.requestId != request.id)
            context.open.append(asAskedOfUs(session));
    }
    for (const ExistingSession &existing : m_records.existing) {
        if (existing.otherAsn == request.otherAsn)
            context.existing.append(existing.proposal().turned());
    }
    for (const Finding &finding : validate(batch, context))
        described.sessions[finding.index].evidence.append(
            {Kind::Addresses, weightOf(finding), findingSentence(finding)});
    for (InboundSession &session : described.sessions) {
        if (!session.session.proposal.location.isPublic())
            session.evidence.append(
                {Kind::Addresses, Weight::Neutral, tr("Private peering: the addresses are registered nowhere")});
        else if (session.evidence.isEmpty())
            session.evidence.append(
                {Kind::Addresses, Weight::Good,
                 tr("Both addresses are registered to the two networks at %1").arg(session.locationName)});
        if (!session.session.policyRule.isEmpty())
            session.evidence.append({Kind::Policy, Weight::Neutral, tr("Policy: %1").arg(session.session.policyRule)});
        const QStringList rules = session.session.explanation.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &rule : rules)
            session.evidence.append({Kind::Policy, Weight::Neutral, rule});
        const SessionProposal &proposal = session.session.proposal;
        if (!proposal.isPlainPeering())
            session.evidence.append({Kind::Policy, Weight::Doubtful,
                                     tr("Not plain peering: the other end is %1, ours %2")
                                         .arg(termsText(proposal.initiatorTerms), termsText(proposal.receiverTerms))});
    }
}

QString EvidenceCollector::nameOf(const Location &location) const
{
    const QString name = m_places.locationName(location);
    return name.isEmpty() ? location.toString() : name;
}

} // namespace peerdesk
