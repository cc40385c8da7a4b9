// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "rak/holderimporter.h"

#include <QCoroTask>
#include <QStringList>

namespace peerdesk {

class Database;

/// `peerdeskd holders waiting|accept`: the lists of resource holders that would drop too much and wait for a person.
/// What was accepted, a daemon that runs takes over within half a minute. Owned by main().
class HoldersCommand
{
public:
    HoldersCommand();
    ~HoldersCommand();

    /// Runs the event loop; the exit code.
    int run(const QStringList &arguments);

private:
    QCoro::Task<int> perform(QStringList words);

    SystemClock m_clock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<HolderImporter> m_importer;
};

} // namespace peerdesk
