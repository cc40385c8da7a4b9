// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/network.h"

#include "lab/child.h"
#include "lab/faultyproxy.h"
#include "lab/provider.h"
#include "storage/privatefile.h"
#include "world/names.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

constexpr auto startDeadline = std::chrono::seconds(60);

} // namespace

Network::Network(Plan plan)
    : m_plan(std::move(plan))
{
}

Network::~Network() = default;

QString Network::databasePath() const
{
    return QDir(m_plan.folder).filePath(u"desk.db"_s);
}

QCoro::Task<Result<void>> Network::start(Surroundings surroundings, const Clock &clock)
{
    if (!QDir().mkpath(m_plan.folder))
        co_return Error(ErrorKind::Storage, m_plan.folder);
    auto database = Database::open(databasePath(), clock);
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
    const auto configuration = writeConfiguration(surroundings);
    if (!configuration)
        co_return configuration.error();

    m_daemon = std::make_unique<Child>(u"peerdeskd %1"_s.arg(m_plan.asn.toString()));
    const QStringList arguments{u"--config"_s, *configuration};
    if (const auto started = m_daemon->start(surroundings.daemon, arguments); !started)
        co_return started.error();
    auto reading = m_daemon->line(startDeadline);
    const auto ready = co_await reading; // "ready LISTENING PUBLIC"
    if (!ready)
        co_return ready.error();
    const QList<QByteArray> words = ready->split(' ');
    if (m_proxy)
        m_proxy->forwardTo(static_cast<quint16>(QUrl(QString::fromUtf8(words.value(1))).port(0)));
    else
        m_endpoint = QUrl(QString::fromUtf8(words.value(2)));
    co_return Result<void>();
}

Result<QString> Network::writeConfiguration(const Surroundings &surroundings) const
{
    const QString secretFile = QDir(m_plan.folder).filePath(u"provider-client-secret"_s);
    if (const auto kept = createPrivateFile(secretFile, Provider::endpointSecret()); !kept)
        return kept.error();
    QFile file(QDir(m_plan.folder).filePath(u"peerdeskd.toml"_s));
    const QString text = uR"(# Written by peerdesk-lab.
listen = "127.0.0.1:0"
public_url = "%1"
contact = "peering@%2.example"
database = "%3"
mirror = "%4"
allow_private_addresses = true

[[issuer]]
issuer = "%5"
jwks = "%5/.well-known/jwks.json"

[sign_in]
issuer = "%5"
client_id = "%8"
client_secret_file = "%9"

[[network]]
asn = %6

%7)"_s.arg(m_endpoint.toString(), world::slugOf(m_plan.name), databasePath(), surroundings.mirror,
           surroundings.issuer.toString(), QString::number(m_plan.asn.number()), m_plan.rules,
           Provider::endpointClient(), secretFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return Error(ErrorKind::Storage, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return file.fileName();
}

} // namespace peerdesk::lab
