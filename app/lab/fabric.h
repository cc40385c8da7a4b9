// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/session.h"
#include "workflow/sessions/sessionstates.h"

#include <QCoroTask>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace peerdesk {
class Database;
}

namespace peerdesk::lab {

/// The exchanges' wires and everybody's routers. A network of the lab configures what it has approved a few seconds
/// later; the desk configures what its person marks as configured. Where both sides have a session configured it comes
/// up after a while. What the routers see enters by the same door as in life (workflow/sessions). Owned by Lab, lives
/// as long as the program.
class Fabric : public QObject
{
    Q_OBJECT

public:
    explicit Fabric(const Clock &clock, QObject *parent = nullptr);

    /// `configuresItself`: approved sessions are configured without a person.
    void add(Asn asn, Database &database, bool configuresItself);
    void start();

private:
    struct Site
    {
        Asn asn;
        Database *database = nullptr;
        std::unique_ptr<SessionStates> states;
        bool configuresItself = false;
    };
    /// One side's view of one session that it has approved.
    struct End
    {
        size_t site = 0;
        Session session;
    };

    QCoro::Task<void> tick();
    QCoro::Task<void> setState(size_t site, Session session, QString bgpState);

    const Clock &m_clock;
    std::vector<Site> m_sites;
    QHash<QString, UtcMs> m_bothConfiguredSince;
    QTimer m_timer;
    QCoro::Task<void> m_ticking;
    bool m_busy = false;
};

} // namespace peerdesk::lab
