// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/world.h"

#include "world/cities.h"

namespace peerdesk::world {

int World::indexOf(Asn asn) const
{
    for (int index = 0; index < networks.size(); ++index) {
        if (networks.at(index).asn == asn)
            return index;
    }
    return -1;
}

int World::exchangeIn(const QString &city) const
{
    for (int index = 0; index < exchanges.size(); ++index) {
        if (city == QString::fromUtf8(cities()[static_cast<size_t>(exchanges.at(index).city)].name))
            return index;
    }
    return -1;
}

} // namespace peerdesk::world
