// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/asn.h"
#include "storage/database.h"

#include <QCoroTask>
#include <QUrl>

#include <memory>

namespace peerdesk::lab {

class EndpointProcess;
class FaultyProxy;

/// Somebody on the lab's Internet: a network with a database and a real peerdeskd that answers for it by a policy.
/// The desk's own endpoint is one of them. Owned by Lab; the daemon ends with this object.
class Network
{
public:
    struct Plan
    {
        Asn asn;
        QString name;
        QString policy; ///< the word in the lab's JSON: "approves-all" ...
        QString rules;  ///< [[rule]] tables of peerdeskd's configuration
        QString folder;
        bool faulty = false; ///< a FaultyProxy stands before it
    };
    struct Surroundings
    {
        QString daemon; ///< the program
        QString mirror; ///< the file
        QUrl issuer;    ///< whom the daemon believes
    };

    Network(Plan plan, const Clock &clock);
    ~Network();
    Network(const Network &) = delete;
    Network &operator=(const Network &) = delete;

    /// Until the endpoint says that it is ready.
    QCoro::Task<Result<void>> start(Surroundings surroundings);

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] QUrl endpoint() const { return m_endpoint; }
    [[nodiscard]] Database &database() { return *m_database; }

private:
    [[nodiscard]] QString configuration(const Surroundings &surroundings, const QString &secretFile) const;

    const Plan m_plan;
    const Clock &m_clock;
    QUrl m_endpoint;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::unique_ptr<EndpointProcess> m_daemon;
};

} // namespace peerdesk::lab
