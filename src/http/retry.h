// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/httpmessage.h"

#include <chrono>
#include <optional>

namespace peerdesk {

/// When to try again: the wait doubles with every attempt up to a ceiling and is spread by jitter, so that many
/// callers do not come back at once; a Retry-After of the other side is never undercut. It only answers; waiting
/// and sending are the caller's. What may be repeated at all is the caller's knowledge too: an outcome that is
/// unknown (TimedOut) is repeated only when `repeatable`.
class RetryPolicy
{
public:
    RetryPolicy() = default;
    RetryPolicy(int attempts, std::chrono::milliseconds first, std::chrono::milliseconds ceiling)
        : m_attempts(attempts)
        , m_first(first)
        , m_ceiling(ceiling)
    {
    }

    /// How long to wait after attempt number `attempt` (from 1) ended so; nothing if it is not to be repeated.
    /// `random` is in [0, 1) and handed in so that tests can choose it.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAfter(int attempt, const Result<HttpResponse> &outcome,
                                                                      bool repeatable, UtcMs now, double random) const;
    /// The back-off alone: between half and the whole of first * 2^(attempt-1), at most the ceiling.
    [[nodiscard]] std::chrono::milliseconds backOff(int attempt, double random) const;

private:
    int m_attempts = 4;
    std::chrono::milliseconds m_first = std::chrono::seconds(1);
    std::chrono::milliseconds m_ceiling = std::chrono::minutes(1);
};

} // namespace peerdesk
