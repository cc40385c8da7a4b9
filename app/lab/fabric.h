// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
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

/// The exchanges' wires and everybody's routers. A session is configured a few seconds after it was approved, except
/// where a person marks it as configured; where both sides have it, it comes up after a while. What the routers see
/// enters by the same door as in life (workflow/sessions). Owned by Lab, lives as long as the program.
class Fabric : public QObject
{
    Q_OBJECT

public:
    explicit Fabric(const Clock &clock, QObject *parent = nullptr);

    /// Which approved sessions a network's routers take up without a person.
    enum class Configures { Everything, WhatOthersAskedFor };

    void add(Asn asn, Database &database, Configures configures);
    void start();

private:
    struct Site
    {
        Asn asn;
        Database *database = nullptr;
        std::unique_ptr<SessionStates> states;
        Configures configures = Configures::Everything;
    };
    /// One side's view of one session that it has approved.
    struct End
    {
        size_t site = 0;
        Session session;
    };

    QCoro::Task<void> tick();
    QCoro::Task<Result<QList<Session>>> approvedAt(size_t site);
    [[nodiscard]] bool isDue(const Site &site, const Session &session) const;
    [[nodiscard]] bool hasLastedLong(const QString &wire, bool bothConfigured);
    QCoro::Task<void> setState(size_t site, Session session, QString bgpState);

    const Clock &m_clock;
    std::vector<Site> m_sites;
    QHash<QString, UtcMs> m_bothConfiguredSince;
    QTimer m_timer;
    QCoro::Task<void> m_ticking;
    bool m_busy = false;
};

} // namespace peerdesk::lab
