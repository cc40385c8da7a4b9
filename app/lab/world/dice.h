// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace peerdesk::world {

/// The world's only source of chance: SplitMix64 (Steele, Lea, Flood 2014), because the distributions of <random>
/// may differ between standard libraries and one seed must give one world everywhere.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 <= result < limit; limit is at least 1.
    int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }

    template<class List> const auto &pick(const List &list)
    {
        return list[static_cast<decltype(list.size())>(below(static_cast<int>(list.size())))];
    }

private:
    std::uint64_t m_state;
};

/// Draws an index by rank: the first is the likeliest, each later one less so (Zipf), as exchanges and networks
/// differ in size in life.
class RankDice
{
public:
    RankDice(int count, double steepness);
    [[nodiscard]] int draw(Dice &dice) const;

private:
    std::vector<double> m_cumulative;
};

} // namespace peerdesk::world
