// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "endpoint/endpointconfig.h"

#include <QCoroTask>
#include <QStringList>

#include <memory>

class QCommandLineParser;

namespace peerdesk {

class Database;
class MachineCredentials;

/// `peerdeskd credential issue|list|revoke`: the operator's side of credentials for machines. Works on the database
/// beside a running daemon, which feels a revocation at the next request.
class CredentialCommand
{
public:
    CredentialCommand();
    ~CredentialCommand();

    /// The words after "credential"; the program's exit status. Runs the event loop.
    int run(const QStringList &arguments);

private:
    enum Status { Done = 0, Failed = 1, Usage = 2 };
    QCoro::Task<int> perform(QStringList words);
    QCoro::Task<int> issue();
    QCoro::Task<int> list();
    QCoro::Task<int> revoke(QString id);

    const SystemClock m_clock;
    std::unique_ptr<QCommandLineParser> m_options;
    EndpointConfig m_config;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<MachineCredentials> m_credentials;
};

} // namespace peerdesk
