// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

namespace peerdesk::world {

/// One of the story's ports: who, at the exchange of which rank (its place in World::exchanges), and what is odd.
struct StoryPort
{
    Asn asn;
    int rank = 0;
    enum class Oddity { None, NoIpv6, NotOperational } oddity = Oddity::None;
};

[[nodiscard]] bool isCast(Asn asn);
[[nodiscard]] QList<StoryPort> storyPorts();
/// Exchanges of the story stay in their city, with a position, whatever the dice say.
[[nodiscard]] bool isStoryExchange(int rank);

/// Gives the story's networks their places among the world's.
void nameCast(World &world);

/// Gives a few networks the names and notes that break careless programs: markup, formulas, right-to-left script,
/// control sequences for terminals.
void nameOddities(World &world);

} // namespace peerdesk::world
