// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/places.h"

namespace peerdesk {

QHash<Location, ExchangeFacts> factsOf(const Places &places, const QList<SessionProposal> &batch)
{
    QHash<Location, QList<IpAddress>> addresses;
    for (const SessionProposal &proposal : batch)
        addresses[proposal.location] += {proposal.initiatorAddress, proposal.receiverAddress};
    QHash<Location, ExchangeFacts> facts;
    for (auto place = addresses.cbegin(); place != addresses.cend(); ++place)
        facts.insert(place.key(), places.facts(place.key(), place.value()));
    return facts;
}

} // namespace peerdesk
