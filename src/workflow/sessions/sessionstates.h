// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/session.h"

#include <QCoroTask>

namespace peerdesk {

class Database;

/// What a source of session states says of one session: which one is told by place and addresses, as a router knows
/// nothing of our ids.
struct SessionStateReport
{
    Asn ownAsn;
    Location location;
    IpAddress ownAddress;
    IpAddress otherAddress;
    QString bgpState; ///< RFC 4271 section 8.2.2: "Established", "Idle" ...; empty: not configured there (any more)
    QString source;   ///< who says so, for the history
};

/// The one door by which the state of sessions comes into the database, whatever its source is: router readers, a
/// BMP station, the laboratory. It matches reports with the approved sessions of both directions and stores what
/// changed; what the other network is told follows from that. Owned by the composition root, lives as long as the
/// program.
class SessionStates
{
public:
    SessionStates(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// How many sessions changed by it; 0 for what is known already or nobody asked for.
    QCoro::Task<Result<int>> report(SessionStateReport report);

    /// Takes back what was approved and has not come up within its time window (draft-ietf-grow-peering-api section
    /// 6, "Unestablished"), and offers that nobody took up. Gives the number of sessions; called by a timer. What was
    /// up before is left alone: that is Session::hasFallen(), for a person.
    QCoro::Task<Result<int>> takeBackOverdue();

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace peerdesk
