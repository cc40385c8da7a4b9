// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace peerdesk {

/// So many requests a minute for each key, and up to half a minute's worth of them at once. What was not used does
/// not add up further. Keys that are back to full are forgotten, so that memory is bounded by who called lately.
class RateLimit
{
public:
    explicit RateLimit(int perMinute);

    /// Nothing: go on. Otherwise it was not counted, and this is how long to wait.
    [[nodiscard]] std::optional<std::chrono::seconds> take(const QString &key, UtcMs now);

    [[nodiscard]] qsizetype keyCount() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens;
        UtcMs at;
    };
    [[nodiscard]] double tokensAt(const Bucket &bucket, UtcMs now) const;
    void forgetFull(UtcMs now);

    const double m_perMs;
    const double m_capacity;
    QHash<QString, Bucket> m_buckets;
    qsizetype m_nextCleaning = 1024;
};

} // namespace peerdesk
