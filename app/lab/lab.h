// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpclient.h"
#include "lab/asker.h"
#include "lab/coordinator.h"
#include "lab/fabric.h"
#include "lab/keyparties.h"
#include "lab/mirrorsource.h"
#include "lab/network.h"
#include "lab/provider.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringdb/mirror.h"

#include <QJsonObject>
#include <QObject>

#include <memory>
#include <vector>

namespace peerdesk::lab {

/// Everything Peerdesk needs in life, invented and on loopback: the sign-in, the directory, four other networks with
/// real endpoints, the desk's own endpoint, the routers between them, and two that deal in keys for resources. Owned by main(), lives as long as the
/// program; every process it started ends with it.
class Lab : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString folder;         ///< exists; everything is in it
        QString programs;       ///< where peerdeskd is
        QString providerScript; ///< tests/support/provider/provider.mjs
        QString nodeModules;
        std::uint64_t seed = 1;
        std::chrono::milliseconds thinkingTime = std::chrono::seconds(12); ///< of the network that asks a person
    };

    Lab(Settings settings, const Clock &clock, QObject *parent = nullptr);
    ~Lab() override;

    /// Ends with the object that scripts read: {"provider", "mirror", "desk": {...}, "networks": [...], "rak": {...}}.
    QCoro::Task<Result<QJsonObject>> start();
    /// What `peerdesk --folder` opens: the desk's database, its mirror and settings that know this world.
    [[nodiscard]] QString deskFolder() const;
    /// Two networks ask the desk for sessions, as soon as somebody may watch.
    QCoro::Task<Result<void>> askTheDesk();

Q_SIGNALS:
    void news(const QJsonObject &event);

private:
    QCoro::Task<Result<void>> fillMirror();
    QCoro::Task<Result<void>> startNetworks();
    QCoro::Task<Result<void>> startKeyParties();
    Result<void> writeDeskSettings() const;
    QCoro::Task<Result<void>> introduceNetworks();
    QCoro::Task<Result<QJsonObject>> describe();
    [[nodiscard]] QString rulesOf(Asn asn) const;
    [[nodiscard]] QString mirrorFile() const;
    QCoro::Task<Result<void>> ask(Network *from, QString city);
    [[nodiscard]] QList<DraftRow> wishes(Asn from, const QString &city) const;

    const Settings m_settings;
    const Clock &m_clock;
    const world::World m_world;
    HttpClient m_client;
    PeeringApiClient m_api;
    MirrorSource m_mirrorSource;
    std::unique_ptr<Mirror> m_mirror;
    Provider m_provider;
    std::unique_ptr<Network> m_desk;
    std::vector<std::unique_ptr<Network>> m_networks;
    Fabric m_fabric;
    std::unique_ptr<Coordinator> m_coordinator;
    std::vector<std::unique_ptr<Asker>> m_askers;
    std::unique_ptr<KeyParties> m_keyParties;
};

} // namespace peerdesk::lab
