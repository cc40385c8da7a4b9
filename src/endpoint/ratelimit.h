// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace peerdesk {

/// So much in a period for each key, and up to half of it at once. What was not used does not add up further. More
/// than half can be spent at once where nothing was spent before, and is then owed. Keys that are back to full are
/// forgotten, so that memory is bounded by who called lately.
class RateLimit
{
public:
    RateLimit(double amount, std::chrono::milliseconds period);

    /// For what is spent from now on.
    void setRate(double amount, std::chrono::milliseconds period);

    /// Nothing: so much may be spent now. Otherwise how long to wait.
    [[nodiscard]] std::optional<std::chrono::seconds> waitFor(const QString &key, UtcMs now, double amount = 1) const;
    void spend(const QString &key, UtcMs now, double amount = 1);

    [[nodiscard]] qsizetype keyCount() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens; ///< below zero: owed
        UtcMs at;
    };
    [[nodiscard]] double tokensAt(const Bucket &bucket, UtcMs now) const;
    void forgetFull(UtcMs now);

    double m_perMs = 0;
    double m_capacity = 0;
    QHash<QString, Bucket> m_buckets;
    qsizetype m_nextCleaning = 1024;
};

} // namespace peerdesk
