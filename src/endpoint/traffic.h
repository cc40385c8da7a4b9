// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/prometheustext.h"

#include <QMap>

#include <chrono>
#include <tuple>

namespace peerdesk {

/// What was answered since the start: how often with which status, and how long it took. Routes are the router's
/// patterns, so that their number is bounded whatever is asked for. Owned by PeeringEndpoint.
class Traffic
{
public:
    struct Kind
    {
        QByteArray method; ///< "other" for what no route knows
        QString route;     ///< "none" for what has none
        int status = 0;

        bool operator<(const Kind &other) const
        {
            return std::tie(route, method, status) < std::tie(other.route, other.method, other.status);
        }
    };

    void count(const Kind &kind, std::chrono::nanoseconds took);

    [[nodiscard]] const QMap<Kind, quint64> &answers() const { return m_answers; }
    /// By route.
    [[nodiscard]] const QMap<QString, Histogram> &durations() const { return m_durations; }

private:
    QMap<Kind, quint64> m_answers;
    QMap<QString, Histogram> m_durations;
};

} // namespace peerdesk
