// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/dice.h"

#include <algorithm>
#include <cmath>

namespace peerdesk::world {

RankDice::RankDice(int count, double steepness)
{
    m_cumulative.reserve(static_cast<size_t>(count));
    double sum = 0;
    for (int rank = 1; rank <= count; ++rank)
        m_cumulative.push_back(sum += std::pow(rank, -steepness));
}

int RankDice::draw(Dice &dice) const
{
    const double target = dice.unit() * m_cumulative.back();
    const auto found = std::upper_bound(m_cumulative.begin(), m_cumulative.end(), target);
    return static_cast<int>(std::min(found - m_cumulative.begin(), std::ssize(m_cumulative) - 1));
}

} // namespace peerdesk::world
