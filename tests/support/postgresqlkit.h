// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace peerdesk::test {

/// Debian's PostgreSQL in a temporary folder, reached by a Unix socket only. It ends with the test, also when the test
/// crashes, and does not run as root even where the test does.
class PostgreSqlKit
{
public:
    PostgreSqlKit();
    ~PostgreSqlKit();

    /// What a test must survive is the end of a program, not the loss of power: by default nothing need reach the disk.
    enum class Durability { Unsynced, Synced };
    /// False, with why() in words, if PostgreSQL is not installed or does not come up.
    bool start(Durability durability = Durability::Unsynced);
    [[nodiscard]] QString why() const { return m_why; }
    /// What a server does that is restarted: sends everybody away and comes back as start() says.
    void stop();

    /// The address of a new database: an empty one, or a copy of that one.
    QString newDatabase(const QString &model = QStringLiteral("template0"));
    [[nodiscard]] QString address(const QString &database, const QString &user = QStringLiteral("peerdesk")) const;
    /// Runs one of PostgreSQL's programs ("psql", "pg_dump") against that database; its output, or nothing.
    QByteArray run(const QString &program, const QString &database, const QStringList &arguments);

private:
    bool initialise();
    bool answers();

    QString m_programs;
    QString m_why;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_server;
    int m_databases = 0;
};

} // namespace peerdesk::test
