// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/maintenancewindow.h"

#include <algorithm>

namespace peerdesk {

SessionClock::SessionClock(const Session &session, const QList<MaintenanceWindow> &windows)
{
    QList<Stop> stops;
    for (const MaintenanceWindow &window : windows) {
        if (window.concerns(session) && window.from < window.until)
            stops.append({window.from, window.until});
    }
    std::sort(stops.begin(), stops.end(), [](const Stop &a, const Stop &b) { return a.from < b.from; });
    for (const Stop &stop : std::as_const(stops)) {
        if (!m_stops.isEmpty() && stop.from <= m_stops.last().until)
            m_stops.last().until = std::max(m_stops.last().until, stop.until);
        else
            m_stops.append(stop);
    }
}

UtcMs SessionClock::runs(UtcMs from, UtcMs until) const
{
    UtcMs length = std::max<UtcMs>(0, until - from);
    for (const Stop &stop : m_stops)
        length -= std::max<UtcMs>(0, std::min(stop.until, until) - std::max(stop.from, from));
    return length;
}

UtcMs SessionClock::whenItRan(UtcMs length, UtcMs from) const
{
    UtcMs end = from + length;
    for (const Stop &stop : m_stops) {
        if (stop.from >= end)
            break;
        end += std::max<UtcMs>(0, stop.until - std::max(stop.from, from));
    }
    return end;
}

} // namespace peerdesk
