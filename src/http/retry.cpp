// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retry.h"

#include <algorithm>

namespace peerdesk {
namespace {

bool isPassing(int status)
{
    return status == 408 || status == 429 || status == 502 || status == 503 || status == 504;
}

} // namespace

std::chrono::milliseconds RetryPolicy::backOff(int attempt, double random) const
{
    const int doublings = std::clamp(attempt - 1, 0, 30);
    const auto whole = std::min<std::int64_t>(m_first.count() << doublings, m_ceiling.count());
    const auto half = static_cast<double>(whole) / 2;
    return std::chrono::milliseconds(static_cast<std::int64_t>(half + half * random));
}

std::optional<std::chrono::milliseconds> RetryPolicy::delayAfter(int attempt, const Result<HttpResponse> &outcome,
                                                                 bool repeatable, UtcMs now, double random) const
{
    if (attempt >= m_attempts)
        return std::nullopt;
    const std::chrono::milliseconds wait = backOff(attempt, random);
    if (!outcome) {
        const ErrorKind kind = outcome.error().kind;
        if (kind == ErrorKind::Unreachable || (kind == ErrorKind::TimedOut && repeatable))
            return wait;
        return std::nullopt;
    }
    if (!isPassing(outcome->status))
        return std::nullopt;
    // 429 says that the request was not looked at; the others may have come from a proxy after the fact.
    if (outcome->status != 429 && !repeatable)
        return std::nullopt;
    const auto asked = retryAfter(*outcome, now);
    return asked ? std::max<std::chrono::milliseconds>(wait, *asked) : wait;
}

} // namespace peerdesk
