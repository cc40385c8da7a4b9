// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/network.h"

#include "lab/endpointprocess.h"
#include "lab/faultyproxy.h"
#include "lab/provider.h"
#include "storage/privatefile.h"
#include "world/names.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

Network::Network(Plan plan, const Clock &clock)
    : m_plan(std::move(plan))
    , m_clock(clock)
{
}

Network::~Network() = default;

QCoro::Task<Result<void>> Network::start(Surroundings surroundings)
{
    if (!QDir().mkpath(m_plan.folder))
        co_return Error(ErrorKind::Storage, m_plan.folder);
    m_daemon = std::make_unique<EndpointProcess>(u"peerdeskd %1"_s.arg(m_plan.asn.toString()), surroundings.daemon,
                                                 m_plan.folder);
    auto database = Database::open(m_daemon->databasePath(), m_clock);
    if (!database)
        co_return database.error();
    m_database = std::move(*database);

    if (m_plan.faulty) {
        // The daemon must know the address that others call, so the proxy comes first.
        m_proxy = std::make_unique<FaultyProxy>(FaultPlan());
        if (const auto listening = m_proxy->listen(); !listening)
            co_return listening.error();
        m_endpoint = QUrl(u"http://127.0.0.1:%1"_s.arg(m_proxy->port()));
    }
    const QString secretFile = QDir(m_plan.folder).filePath(u"provider-client-secret"_s);
    if (const auto kept = createPrivateFile(secretFile, Provider::endpointSecret()); !kept)
        co_return kept.error();
    auto starting = m_daemon->start(configuration(surroundings, secretFile));
    if (const auto started = co_await starting; !started)
        co_return started.error();
    if (m_proxy)
        m_proxy->forwardTo(static_cast<quint16>(m_daemon->listening().port(0)));
    else
        m_endpoint = m_daemon->publicUrl();
    co_return Result<void>();
}

QString Network::configuration(const Surroundings &surroundings, const QString &secretFile) const
{
    return uR"(public_url = "%1"
contact = "peering@%2.example"
mirror = "%3"

[[issuer]]
issuer = "%4"
jwks = "%4/.well-known/jwks.json"
networks = "any"

[sign_in]
issuer = "%4"
client_id = "%5"
client_secret_file = "%6"

[[network]]
asn = %7

%8)"_s.arg(m_endpoint.toString(), world::slugOf(m_plan.name), surroundings.mirror, surroundings.issuer.toString(),
           Provider::endpointClient(), secretFile, QString::number(m_plan.asn.number()), m_plan.rules);
}

} // namespace peerdesk::lab
