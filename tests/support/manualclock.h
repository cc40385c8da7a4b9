// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>
#include <chrono>

namespace peerdesk::test {

/// The time of day as a test sets it. It stands still until advanced. Any thread.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(UtcMs start = 1'795'392'000'000) // 2026-11-23T00:00:00Z
        : m_now(start)
    {
    }

    [[nodiscard]] UtcMs now() const override { return m_now; }
    void set(UtcMs time) { m_now = time; }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<UtcMs> m_now;
};

} // namespace peerdesk::test
