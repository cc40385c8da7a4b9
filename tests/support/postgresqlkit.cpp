// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgresqlkit.h"

#include "storage/sqlconnection.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace peerdesk::test {
namespace {

constexpr int patienceMs = 60'000;
constexpr uint nobody = 65534; // PostgreSQL refuses to run as root

/// Debian keeps each version's programs in a folder of their own.
QString programFolder()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (QFile::exists(versions.filePath(name + QStringLiteral("/bin/initdb"))))
            return versions.filePath(name + QStringLiteral("/bin/"));
    }
    return {};
}

/// setpriv(1): the server goes when the test goes.
QStringList asServer(const QString &program, const QStringList &arguments)
{
    QStringList words = {QStringLiteral("--pdeathsig"), QStringLiteral("INT")};
    if (::getuid() == 0)
        words += {QStringLiteral("--reuid=%1").arg(nobody), QStringLiteral("--regid=%1").arg(nobody),
                  QStringLiteral("--clear-groups")};
    return words + QStringList{program} + arguments;
}

} // namespace

PostgreSqlKit::PostgreSqlKit()
    : m_programs(programFolder())
{
}

PostgreSqlKit::~PostgreSqlKit()
{
    stop();
}

bool PostgreSqlKit::start(Durability durability)
{
    if (m_programs.isEmpty()) {
        m_why = QStringLiteral("PostgreSQL is not installed in /usr/lib/postgresql (Debian package postgresql)");
        return false;
    }
    if (!m_folder && !initialise())
        return false;
    m_server.setWorkingDirectory(m_folder->path());
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder->filePath(QStringLiteral("log")));
    const QString synced = durability == Durability::Synced ? QStringLiteral("on") : QStringLiteral("off");
    m_server.start(
        QStringLiteral("setpriv"),
        asServer(m_programs + QStringLiteral("postgres"),
                 {QStringLiteral("-D"), m_folder->filePath(QStringLiteral("data")), QStringLiteral("-k"),
                  m_folder->path(), QStringLiteral("-h"), QString(), QStringLiteral("-c"),
                  QStringLiteral("fsync=") + synced, QStringLiteral("-c"), QStringLiteral("max_connections=200")}));
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired() && m_server.state() != QProcess::NotRunning) {
        if (answers())
            return true;
    }
    QFile log(m_folder->filePath(QStringLiteral("log")));
    (void)log.open(QIODevice::ReadOnly);
    m_why = QStringLiteral("PostgreSQL does not come up: %1").arg(QString::fromLocal8Bit(log.readAll().right(500)));
    return false;
}

bool PostgreSqlKit::initialise()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QByteArray folder = QFile::encodeName(m_folder->path());
    (void)::chmod(folder.constData(), 0755);
    if (::getuid() == 0)
        (void)::chown(folder.constData(), nobody, nobody);
    QProcess initdb;
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    initdb.start(
        QStringLiteral("setpriv"),
        asServer(m_programs + QStringLiteral("initdb"),
                 {QStringLiteral("-D"), m_folder->filePath(QStringLiteral("data")), QStringLiteral("-U"),
                  QStringLiteral("peerdesk"), QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"),
                  QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")}));
    if (initdb.waitForFinished(patienceMs) && initdb.exitCode() == 0)
        return true;
    m_why = QStringLiteral("initdb: %1").arg(QString::fromLocal8Bit(initdb.readAll().right(500)));
    return false;
}

bool PostgreSqlKit::answers()
{
    QProcess ready;
    ready.start(m_programs + QStringLiteral("pg_isready"),
                {QStringLiteral("-q"), QStringLiteral("-h"), m_folder->path()});
    return ready.waitForFinished(patienceMs) && ready.exitCode() == 0;
}

void PostgreSqlKit::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT); // "fast shutdown": open transactions are aborted
    if (!m_server.waitForFinished(patienceMs))
        m_server.kill();
}

QString PostgreSqlKit::newDatabase(const QString &model)
{
    const QString name = QStringLiteral("desk%1").arg(++m_databases);
    const auto connection = SqlConnection::open(address(QStringLiteral("postgres")), SqlConnection::Access::ReadWrite);
    const auto made = connection ? (*connection)->run(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(name, model))
                                 : Result<void>(connection.error());
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    return address(name);
}

QString PostgreSqlKit::address(const QString &database, const QString &user) const
{
    return QStringLiteral("postgresql://%1@/%2?host=%3").arg(user, database, m_folder->path());
}

QByteArray PostgreSqlKit::run(const QString &program, const QString &database, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(m_programs + program, QStringList{QStringLiteral("-h"), m_folder->path(), QStringLiteral("-U"),
                                                    QStringLiteral("peerdesk"), QStringLiteral("-d"), database}
                                            + arguments);
    return process.waitForFinished(patienceMs) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                          : QByteArray();
}

} // namespace peerdesk::test
