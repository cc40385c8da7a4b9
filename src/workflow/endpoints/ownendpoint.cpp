// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/endpoints/ownendpoint.h"

#include "base/settings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>

#include <algorithm>
#include <chrono>

namespace peerdesk {
namespace {

constexpr int badConfiguration = 2; // peerdeskd's exit code, see peerdeskd(8)
constexpr std::chrono::seconds shortestPause{1};
constexpr std::chrono::seconds longestPause{60};

QString findProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/peerdeskd");
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("peerdeskd"));
}

/// A basic string of TOML.
QString quoted(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + text + u'"';
}

QString textOf(const OwnEndpoint::Common &common)
{
    QString text =
        QStringLiteral(
            "# Written by Peerdesk; the example that comes with peerdeskd explains every key. It answers on this machine only,\n"
            "# until a proxy passes on what others ask, and public_url says at which address.\n"
            "listen = \"127.0.0.1:8642\"\n"
            "contact = %1\n"
            "database = %2\n"
            "database_key = %3\n"
            "mirror = %4\n\n"
            "[access]\nmachine_credentials = true\n")
            .arg(quoted(common.contact), quoted(common.database), quoted(common.databaseKey), quoted(common.mirror));
    for (const Asn network : common.networks)
        text += QStringLiteral("\n[[network]]\nasn = %1\n").arg(network.number());
    return text;
}

} // namespace

OwnEndpoint::OwnEndpoint(SettingsFile &settings, std::function<Common()> common, QString program, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_common(std::move(common))
    , m_program(program.isEmpty() ? findProgram() : std::move(program))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &OwnEndpoint::run);
    connect(&m_settings, &SettingsFile::changed, this, &OwnEndpoint::obey);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &OwnEndpoint::readFirstLine);
    connect(&m_process, &QProcess::finished, this, &OwnEndpoint::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_lastWords = m_process.errorString();
        setState(State::Misconfigured);
    });
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

OwnEndpoint::~OwnEndpoint()
{
    m_process.disconnect(this);
    m_process.kill(); // stop() comes first, so there is nothing left to kill
    m_process.waitForFinished();
}

void OwnEndpoint::start()
{
    m_obeying = true;
    obey();
}

void OwnEndpoint::stop()
{
    m_obeying = false;
    obey();
}

void OwnEndpoint::obey()
{
    const DeskSettings &desk = m_settings.current().desk;
    const bool wanted = m_obeying && desk.runEndpoint;
    if (wanted && m_configuration == desk.endpointConfiguration && m_state != State::Off)
        return;
    m_retry.stop();
    m_failures = 0;
    m_configuration = wanted ? desk.endpointConfiguration : QString();
    if (!isIdle())
        m_process.terminate(); // ended() goes on
    else if (wanted)
        run();
    else
        setState(State::Off);
}

void OwnEndpoint::run()
{
    m_publicUrl.clear();
    if (m_program.isEmpty()) {
        m_lastWords = tr("peerdeskd is not installed (Debian package peerdeskd).");
        setState(State::Misconfigured);
        return;
    }
    setState(State::Starting);
    m_process.start(m_program, {QStringLiteral("--config"), m_configuration});
}

/// "ready LISTENING PUBLIC"; then it says nothing more there.
void OwnEndpoint::readFirstLine()
{
    if (!m_process.canReadLine())
        return;
    m_publicUrl = QUrl(QString::fromUtf8(m_process.readLine()).trimmed().section(u' ', 2, 2));
    m_failures = 0;
    setState(State::Running);
}

void OwnEndpoint::ended(int code, QProcess::ExitStatus status)
{
    const QStringList lines = QString::fromUtf8(m_process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
    m_lastWords = lines.isEmpty() ? QString() : lines.constLast().trimmed();
    m_publicUrl.clear();
    if (!m_obeying || !m_settings.current().desk.runEndpoint) {
        setState(State::Off);
    } else if (m_configuration != m_settings.current().desk.endpointConfiguration || m_state == State::Off) {
        run();
    } else if (status == QProcess::NormalExit && code == badConfiguration) {
        setState(State::Misconfigured);
    } else {
        const auto pause = std::min(longestPause, shortestPause * (1 << std::min(m_failures++, 6)));
        m_retry.start(pause);
        setState(State::Failed);
    }
}

void OwnEndpoint::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT changed();
}

Result<void> OwnEndpoint::writeConfiguration(QString path)
{
    const Common common = m_common();
    if (path.isEmpty())
        path = QFileInfo(common.mirror).absolutePath() + QStringLiteral("/peerdeskd.toml");
    const bool there = QFileInfo::exists(path);
    if (!there) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(textOf(common).toUtf8()) < 0 || !file.commit())
            return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    }
    Settings changed = m_settings.current();
    changed.desk.endpointConfiguration = path;
    m_settings.save(changed);
    return there ? Result<void>(Error(ErrorKind::Conflict, path)) : Result<void>();
}

} // namespace peerdesk
