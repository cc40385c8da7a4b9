// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/dice.h"
#include "world/world.h"

namespace peerdesk::world {

/// The id and dates of the next row of a kind. Ids grow with gaps, as they do where rows were deleted.
[[nodiscard]] Stamp nextStamp(Dice &dice, int &lastId);

template<class Row> [[nodiscard]] Row newRow(Dice &dice, int &lastId)
{
    Row row;
    static_cast<Stamp &>(row) = nextStamp(dice, lastId);
    return row;
}

/// Says who and what exists: facilities, exchanges, networks, their people. Who meets where is MeetingMaker's.
/// Each step only looks at what earlier ones made. Lives for the length of makeWorld().
class WorldMaker
{
public:
    WorldMaker(WorldSize size, std::uint64_t seed);
    [[nodiscard]] World make();

private:
    void makeFacilities();
    void makeExchanges();
    void placeExchange(Exchange &exchange, int rank);
    void makeNetworks();
    void describe(Network &network, int rank);
    void makeContacts();
    void buryRows();
    int organisation(const QString &name, int city);

    WorldSize m_size;
    Dice m_dice;
    World m_world;
    QList<QList<int>> m_facilitiesOfCity;
    struct
    {
        int organisation = 0;
        int network = 0;
        int exchange = 0;
        int facility = 0;
        int contact = 0;
    } m_lastId;
};

} // namespace peerdesk::world
