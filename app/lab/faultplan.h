// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace peerdesk::lab {

/// What the slow and faulty network does to the next request. Every answer is late; the first two requests for
/// sessions fail in the two ways that matter to a sender: the first never arrives (503), the second arrives but its
/// answer is lost, and whoever looks afterwards is told to wait first (429). After that it behaves.
class FaultPlan
{
public:
    struct Fault
    {
        enum class Kind {
            None,
            Unavailable, ///< 503, not delivered
            Throttled,   ///< 429 with Retry-After, not delivered
            Cut,         ///< delivered, then the connection ends without an answer
        } kind = Kind::None;
        std::chrono::milliseconds delay = std::chrono::milliseconds(400);
        std::chrono::seconds retryAfter = std::chrono::seconds(2);
    };

    Fault next(const QByteArray &method, const QByteArray &path);

private:
    int m_posts = 0;
    bool m_throttleNext = false;
};

} // namespace peerdesk::lab
