// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/offers.h"

namespace peerdesk {
namespace {

constexpr qsizetype offersAtMost = 100; // a request is not to be answered with a flood

} // namespace

QList<SessionProposal> offersBeside(const QList<SessionProposal> &asked, const QList<SharedExchange> &shared,
                                    ValidationContext context,
                                    const std::function<bool(const SessionProposal &)> &policyApproves)
{
    QList<SessionProposal> offers;
    if (asked.isEmpty())
        return offers;
    context.open += asked;
    for (const SharedExchange &exchange : shared) {
        for (const PortPair &pair : exchange.pairs) {
            SessionProposal proposal;
            proposal.initiator = asked.first().initiator;
            proposal.receiver = asked.first().receiver;
            proposal.initiatorAddress = pair.otherAddress;
            proposal.receiverAddress = pair.ownAddress;
            proposal.location = exchange.location();
            if (offers.size() == offersAtMost || !pair.isUsable() || !validate({proposal}, context).isEmpty())
                continue;
            if (policyApproves(proposal))
                offers.append(proposal);
        }
    }
    return offers;
}

} // namespace peerdesk
