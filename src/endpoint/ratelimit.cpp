// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace peerdesk {

RateLimit::RateLimit(int perMinute)
    : m_perMs(perMinute / 60'000.0)
    , m_capacity(std::max(1.0, perMinute / 2.0))
{
}

std::optional<std::chrono::seconds> RateLimit::take(const QString &key, UtcMs now)
{
    if (m_buckets.size() >= m_nextCleaning)
        forgetFull(now);
    Bucket &bucket = *m_buckets.emplace(key, m_buckets.value(key, {m_capacity, now}));
    bucket.tokens = tokensAt(bucket, now);
    bucket.at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    return std::chrono::seconds(static_cast<std::int64_t>(std::ceil((1 - bucket.tokens) / m_perMs / 1000)));
}

double RateLimit::tokensAt(const Bucket &bucket, UtcMs now) const
{
    const auto elapsed = static_cast<double>(std::max<UtcMs>(0, now - bucket.at));
    return std::min(m_capacity, bucket.tokens + elapsed * m_perMs);
}

void RateLimit::forgetFull(UtcMs now)
{
    m_buckets.removeIf([this, now](const auto &entry) { return tokensAt(entry.value(), now) >= m_capacity; });
    m_nextCleaning = std::max<qsizetype>(1024, m_buckets.size() * 2);
}

} // namespace peerdesk
