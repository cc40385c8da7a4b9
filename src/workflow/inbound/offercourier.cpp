// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/offercourier.h"

#include "peeringapi/baseurl.h"
#include "peeringapi/peeringapiclient.h"

namespace peerdesk {

QCoro::Task<Result<void>> OfferCourier::carry(CreateRequest theirs, BatchVerdict verdict)
{
    if (verdict.offered.isEmpty())
        co_return Result<void>();
    const Session &first = verdict.offered.first();
    auto opening = m_access.open(first.ownAsn, first.otherAsn());
    const auto endpoint = co_await opening;
    if (!endpoint)
        co_return endpoint.error();
    const auto named = endpointBaseUrl(theirs.returnUrl.toString());
    const auto known = endpointBaseUrl(endpoint->baseUrl.toString());
    if (!named || !known || *named != *known)
        co_return Error(
            ErrorKind::Denied,
            QStringLiteral("The return_url is not the endpoint known for %1").arg(first.otherAsn().toString()));
    CreateRequest request;
    request.requestId = theirs.requestId.isEmpty() ? verdict.requestId : theirs.requestId;
    for (const Session &offer : std::as_const(verdict.offered)) {
        SessionProposal proposal = offer.proposal.turned();
        proposal.itemId = offer.id;
        request.proposals.append(proposal);
    }
    auto sending = m_client.createSessions(*endpoint, request);
    const auto answer = co_await sending;
    if (!answer)
        co_return answer.error();
    co_return Result<void>();
}

} // namespace peerdesk
