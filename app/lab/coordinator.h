// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"
#include "workflow/inbound/inbound.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace peerdesk {
class Database;
}

namespace peerdesk::lab {

/// The person at the network that asks a person: looks at what came in, thinks for a while, and approves it by the
/// same use case as the desk's own person. Owned by Lab, lives as long as the program.
class Coordinator : public QObject
{
    Q_OBJECT

public:
    Coordinator(Database &database, const Clock &clock, Places places, Asn own, std::chrono::milliseconds thinkingTime,
                QObject *parent = nullptr);

private:
    QCoro::Task<void> look();

    const Clock &m_clock;
    const Asn m_own;
    const std::chrono::milliseconds m_thinkingTime;
    Inbound m_inbound;
    QTimer m_timer;
    QCoro::Task<void> m_looking;
    bool m_busy = false;
};

} // namespace peerdesk::lab
