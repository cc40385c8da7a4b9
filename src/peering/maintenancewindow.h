// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/session.h"

#include <QList>

namespace peerdesk {

/// A time in which something of ours is worked on, so that nobody can be expected to bring sessions up: all of one
/// network of ours, one location, or what concerns one other network.
struct MaintenanceWindow
{
    QString id;
    Asn ownAsn;
    Location location; ///< invalid: everywhere
    Asn otherAsn;      ///< invalid: with all of them
    UtcMs from = 0;
    UtcMs until = 0; ///< exclusive
    QString note;
    UtcMs createdAt = 0;

    [[nodiscard]] bool concerns(const Session &session) const
    {
        return ownAsn == session.ownAsn && (!location.isValid() || location == session.proposal.location)
               && (!otherAsn.isValid() || otherAsn == session.otherAsn());
    }
};

/// What a session's deadline is reckoned by: a clock that stands still while maintenance concerns the session. Windows
/// that overlap stop it once. A value, without I/O.
class SessionClock
{
public:
    SessionClock(const Session &session, const QList<MaintenanceWindow> &windows);

    /// How long it runs between two times, in ms.
    [[nodiscard]] UtcMs runs(UtcMs from, UtcMs until) const;
    /// When it will have run for `length` ms since `from`; `length` must be positive.
    [[nodiscard]] UtcMs whenItRan(UtcMs length, UtcMs from) const;

private:
    struct Stop
    {
        UtcMs from;
        UtcMs until;
    };
    QList<Stop> m_stops; ///< in order, apart from each other
};

} // namespace peerdesk
