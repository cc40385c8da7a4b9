// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <chrono>
#include <functional>

namespace peerdesk {

/// How fast requests are sent, tried again and asked after.
struct RequestPace
{
    using Ms = std::chrono::milliseconds;

    Ms scan = std::chrono::seconds(5); ///< how often the database is looked at for what is due

    Ms firstRetry = std::chrono::seconds(3); ///< doubles with every attempt
    Ms longestRetry = std::chrono::minutes(15);
    Ms hold = std::chrono::minutes(3); ///< longer than any call takes: when another program takes over

    Ms firstPoll = std::chrono::minutes(1); ///< after something changed; widens while nothing does
    Ms longestPoll = std::chrono::hours(1);
    Ms longestQuietPoll = std::chrono::hours(6); ///< where all is established and nothing is awaited
    double widening = 1.5;
    int pollsAtOnce = 4; ///< endpoints

    /// In [0, 1), for jitter.
    std::function<double()> random = [] { return QRandomGenerator::global()->generateDouble(); };
};

} // namespace peerdesk
