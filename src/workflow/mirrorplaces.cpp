// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/mirrorplaces.h"

#include "peeringdb/mirror.h"
#include "peeringdb/mirrorindex.h"

namespace peerdesk {
namespace {

constexpr int namesAtOnce = 20;

} // namespace

Places placesOf(const Mirror &mirror)
{
    Places places;
    places.facts = [&mirror](const Location &location, const QList<IpAddress> &addresses) {
        return mirror.index()->facts(location, addresses);
    };
    places.locationName = [&mirror](const Location &location) { return mirror.index()->locationName(location); };
    places.findExchanges = [&mirror](const QString &text) {
        QList<Location> found;
        const QList<std::uint32_t> ids = mirror.index()->findExchanges(text, namesAtOnce);
        for (const std::uint32_t id : ids)
            found.append(Location::exchange(id));
        return found;
    };
    places.networkName = [&mirror](Asn asn) { return mirror.index()->networkName(asn); };
    places.network = [&mirror](Asn asn) { return mirror.index()->network(asn); };
    places.shared = [&mirror](Asn own, Asn other) { return mirror.index()->shared(own, other); };
    return places;
}

} // namespace peerdesk
