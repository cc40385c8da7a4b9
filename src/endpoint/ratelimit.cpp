// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace peerdesk {

RateLimit::RateLimit(double amount, std::chrono::milliseconds period)
{
    setRate(amount, period);
}

void RateLimit::setRate(double amount, std::chrono::milliseconds period)
{
    m_perMs = amount / static_cast<double>(period.count());
    m_capacity = std::max(1.0, amount / 2.0);
}

std::optional<std::chrono::seconds> RateLimit::waitFor(const QString &key, UtcMs now, double amount) const
{
    const auto bucket = m_buckets.constFind(key);
    const double missing = bucket == m_buckets.constEnd() ? 0 : std::min(amount, m_capacity) - tokensAt(*bucket, now);
    if (missing <= 0)
        return std::nullopt;
    constexpr double rounding = 1e-6; // 900.0000001 seconds are 900
    return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(missing / m_perMs / 1000 - rounding)));
}

void RateLimit::spend(const QString &key, UtcMs now, double amount)
{
    if (m_buckets.size() >= m_nextCleaning)
        forgetFull(now);
    Bucket &bucket = *m_buckets.emplace(key, m_buckets.value(key, {m_capacity, now}));
    bucket.tokens = tokensAt(bucket, now) - amount;
    bucket.at = now;
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
