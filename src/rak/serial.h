// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>

namespace peerdesk {

/// The version of a key, numbered as DNS zones are (YYYYMMDDnn, UTC): whoever has two statements about a key can tell
/// which one is the later. It never goes back, whatever the clock does, and more than a hundred changes a day spill
/// over into numbers that look like the next.
class Serial
{
public:
    constexpr Serial() = default;
    constexpr explicit Serial(std::uint32_t number)
        : m_number(number)
    {
    }

    [[nodiscard]] constexpr std::uint32_t number() const { return m_number; }
    /// Of the change that is made now. A key's first is Serial().next().
    [[nodiscard]] Serial next(UtcMs now) const;
    /// RFC 1982 section 3.2; two that are half the numbers apart are in no order.
    [[nodiscard]] constexpr bool isNewerThan(Serial other) const
    {
        const std::uint32_t ahead = m_number - other.m_number;
        return ahead != 0 && ahead < 0x80000000U;
    }

    constexpr bool operator==(const Serial &) const = default;

private:
    std::uint32_t m_number = 0;
};

} // namespace peerdesk
