// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "peering/asn.h"
#include "peering/dialect.h"
#include "peeringapi/membership.h"

#include <QUrl>

namespace peerdesk {

/// One network's endpoint as one of ours calls it. The token is shown to no other endpoint.
struct RemoteEndpoint
{
    RemoteEndpoint() = default;
    RemoteEndpoint(QUrl baseUrl_, Asn ownAsn_, Asn otherAsn_, Dialect dialect_, Secret token_)
        : baseUrl(std::move(baseUrl_))
        , ownAsn(ownAsn_)
        , otherAsn(otherAsn_)
        , dialect(dialect_)
        , token(std::move(token_))
    {
    }

    QUrl baseUrl; ///< as endpointBaseUrl() gives it
    Asn ownAsn;
    Asn otherAsn;
    Dialect dialect;
    Secret token; ///< empty for an endpoint that reads without one

    [[nodiscard]] Membership membership() const { return {{ownAsn}, {otherAsn}, dialect.orientation}; }
};

} // namespace peerdesk
