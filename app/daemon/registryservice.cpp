// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/registryservice.h"

#include "base/logging.h"
#include "base/logline.h"
#include "irr/irrlog.h"
#include "storage/database.h"
#include "storage/servertime.h"

#include <QHostAddress>

namespace peerdesk {
namespace {

/// A key that ended is out of the answers within it.
constexpr std::chrono::seconds tendInterval{1};

void complainOf(const char *what, const Result<void> &done)
{
    if (!done)
        qCWarning(lcIrr).noquote() << what << done.error().detail;
}

} // namespace

Result<std::unique_ptr<RegistryService>> RegistryService::start(const IrrConfig &config, const Trust &trust,
                                                                const IssuerCalls &issuers, Database &database,
                                                                const Clock &clock)
{
    std::unique_ptr<RegistryService> service(new RegistryService(config, trust, issuers, database, clock));
    QList<Maintainer> maintainers = config.maintainers;
    for (Maintainer &one : maintainers)
        one.createdAt = clock.now();
    auto writing = database.write([maintainers](QSqlDatabase &db) { return MaintainerStore(db).putAll(maintainers); });
    if (const auto written = writing.result(); !written)
        return written.error();
    if (const auto listening = service->listen(config); !listening)
        return listening.error();
    return service;
}

RegistryService::RegistryService(const IrrConfig &config, const Trust &trust, const IssuerCalls &issuers,
                                 Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
    , m_desk(database, clock, config.source, trust, issuers, config.names)
    , m_follower(database, clock, issuers, config.rules, m_witness)
    , m_keeper(database, clock, config.source, config.rules, m_witness)
    , m_queries(database, config.source)
{
    connect(&m_tend, &QTimer::timeout, this, &RegistryService::tend);
    m_tend.start(tendInterval);
}

Result<void> RegistryService::listen(const IrrConfig &config)
{
    if (!config.whoisAddress.isValid())
        return {};
    m_whois = std::make_unique<WhoisServer>(m_queries);
    const auto listening = m_whois->listen(QHostAddress(config.whoisAddress.toString()), config.whoisPort);
    if (listening)
        logFacts(lcIrr(), QStringLiteral("answering queries"),
                 {{"address", config.whoisAddress.toString()}, {"port", m_whois->port()}});
    return listening;
}

void RegistryService::serve(HttpRouter &router, const QString &prefix, RouteApi::Door door)
{
    m_api = std::make_unique<RouteApi>(m_desk, std::move(door));
    m_api->addRoutes(router, prefix);
}

void RegistryService::tend()
{
    m_follower.run().then([this](const Result<void> &followed) {
        complainOf("following keys:", followed);
        m_database.read([](QSqlDatabase &db) { return serverTime(db); }).then(this, [this](const Result<UtcMs> &time) {
            if (!time)
                return complainOf("asking for the time:", time.error());
            m_witness.hearDatabase(*time, m_clock.now());
            m_keeper.tend().then([](const Result<void> &kept) { complainOf("keeping objects:", kept); });
        });
    });
}

void RegistryService::stop()
{
    m_tend.stop();
    if (m_whois)
        m_whois->stop();
}

} // namespace peerdesk
