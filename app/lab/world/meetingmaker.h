// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/dice.h"
#include "world/world.h"

#include <QPair>
#include <QSet>

namespace peerdesk::world {

/// Says who meets where: ports at exchanges, the exchanges' peering LANs and the addresses on them, presence in
/// facilities. Works on a world whose networks, exchanges and facilities exist. Lives for the length of make().
class MeetingMaker
{
public:
    MeetingMaker(World &world, Dice &dice);
    /// Makes exactly `ports` ports.
    void make(int ports);

private:
    void placeCast();
    void placeRouteServers();
    void connectNetworks(int ports);
    Port &addPort(int network, int exchange);
    void numberLans();
    void makePresences();

    World &m_world;
    Dice &m_dice;
    QSet<QPair<int, int>> m_present; ///< (network, exchange)
    struct
    {
        int port = 0;
        int exchangeFacility = 0;
        int networkFacility = 0;
    } m_lastId;
};

} // namespace peerdesk::world
