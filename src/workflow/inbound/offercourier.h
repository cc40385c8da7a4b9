// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringapi/servercodec.h"
#include "workflow/requests/endpointaccess.h"

#include <QCoroTask>

namespace peerdesk {

class PeeringApiClient;

/// Asks for what we offer at the other network's own endpoint too, under the name of its request
/// (draft-ietf-grow-peering-api section 6). It does so only where the `return_url` that the caller gave is the very
/// endpoint that we know for its AS number: an address that a stranger names is never called. Tried once; the offers
/// stand in our answer and in GET /sessions whatever comes of it. Owned by the composition root, main thread.
class OfferCourier
{
public:
    OfferCourier(Database &database, PeeringApiClient &client, TokenSource tokens)
        : m_access(database, std::move(tokens))
        , m_client(client)
    {
    }

    /// Denied where the return URL is not the endpoint we know; else as the client fails.
    QCoro::Task<Result<void>> carry(CreateRequest theirs, BatchVerdict verdict);

private:
    EndpointAccess m_access;
    PeeringApiClient &m_client;
};

} // namespace peerdesk
