// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/irr/irrconfig.h"
#include "endpoint/irr/routeapi.h"
#include "irr/keyfollower.h"
#include "irr/objectkeeper.h"
#include "irr/whoisserver.h"

#include <QTimer>

namespace peerdesk {

/// Everything of the registry of route objects, made in the order in which it needs each other: its desk and API, its
/// housekeeping every second, its query service. Owned by Daemon.
class RegistryService : public QObject
{
    Q_OBJECT

public:
    /// Storage where its maintainers cannot be written, Unavailable where the query service cannot listen.
    static Result<std::unique_ptr<RegistryService>> start(const IrrConfig &config, const Trust &trust,
                                                          const IssuerCalls &issuers, Database &database,
                                                          const Clock &clock);

    void setTrust(const Trust &trust) { m_desk.setTrust(trust); }
    /// The routes of its API on the endpoint's router.
    void serve(HttpRouter &router, const QString &prefix, RouteApi::Door door);
    /// Null where no queries are answered.
    [[nodiscard]] const WhoisServer *whois() const { return m_whois.get(); }
    [[nodiscard]] const ClockWitness &clockWitness() const { return m_witness; }
    void stop();

private:
    RegistryService(const IrrConfig &config, const Trust &trust, const IssuerCalls &issuers, Database &database,
                    const Clock &clock);
    Result<void> listen(const IrrConfig &config);
    void tend();

    Database &m_database;
    const Clock &m_clock;
    ClockWitness m_witness;
    RouteDesk m_desk;
    KeyFollower m_follower;
    ObjectKeeper m_keeper;
    RegistryQueries m_queries;
    std::unique_ptr<WhoisServer> m_whois;
    std::unique_ptr<RouteApi> m_api;
    QTimer m_tend;
};

} // namespace peerdesk
