// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/offers.h"

namespace peerdesk {
namespace {

constexpr qsizetype offersAtMost = 100; // a request is not to be answered with a flood

} // namespace

QList<SessionProposal> possibleBeside(const SessionProposal &asked, const QList<SharedExchange> &shared)
{
    QList<SessionProposal> possible;
    for (const SharedExchange &exchange : shared) {
        for (const PortPair &pair : exchange.pairs) {
            if (!pair.isUsable())
                continue;
            SessionProposal proposal;
            proposal.initiator = asked.initiator;
            proposal.receiver = asked.receiver;
            proposal.initiatorAddress = pair.otherAddress;
            proposal.receiverAddress = pair.ownAddress;
            proposal.location = exchange.location();
            possible.append(proposal);
        }
    }
    return possible;
}

QList<SessionProposal> offersBeside(const QList<SessionProposal> &asked, const QList<SessionProposal> &possible,
                                    ValidationContext context,
                                    const std::function<bool(const SessionProposal &)> &policyApproves)
{
    QList<SessionProposal> offers;
    context.open += asked;
    for (const SessionProposal &proposal : possible) {
        if (offers.size() == offersAtMost)
            break;
        if (validate({proposal}, context).isEmpty() && policyApproves(proposal))
            offers.append(proposal);
    }
    return offers;
}

} // namespace peerdesk
