// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/child.h"

#include <QCoroFuture>
#include <QCoroSignal>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

namespace peerdesk::lab {

Child::Child(QString name, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
{
    m_process.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
    m_process.setChildProcessModifier([starter = getpid()] {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        // The lab may have died between the fork and the line above.
        if (getppid() != starter)
            _exit(1);
    });
    connect(&m_process, &QProcess::readyReadStandardError, this, &Child::passOnErrors);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Child::stir);
    connect(&m_process, &QProcess::finished, this, [this](int exitCode) {
        passOnErrors();
        Q_EMIT ended(exitCode);
        stir();
    });
}

Child::~Child()
{
    stop();
}

void Child::setEnvironment(const QString &variable, const QString &value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(variable, value);
    m_process.setProcessEnvironment(environment);
}

void Child::writeOutputTo(const QString &file)
{
    m_process.setStandardOutputFile(file, QIODevice::Append);
}

void Child::writeErrorsTo(const QString &file)
{
    m_process.setStandardErrorFile(file, QIODevice::Append);
}

void Child::say(const QByteArray &words)
{
    m_process.write(words);
    m_process.closeWriteChannel();
}

Result<void> Child::start(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        return Error(ErrorKind::NotFound, QStringLiteral("%1: %2").arg(program, m_process.errorString()));
    return {};
}

void Child::stir()
{
    m_stirred.finish();
}

QCoro::Task<Result<QByteArray>> Child::line(std::chrono::milliseconds deadline)
{
    QTimer patience;
    patience.setSingleShot(true);
    connect(&patience, &QTimer::timeout, this, &Child::stir);
    patience.start(deadline);
    while (!m_process.canReadLine()) {
        if (!isRunning())
            co_return Error(ErrorKind::Unavailable, QStringLiteral("%1 ended before it said anything").arg(m_name));
        if (!patience.isActive())
            co_return Error(ErrorKind::TimedOut, QStringLiteral("%1 said nothing").arg(m_name));
        // Not qCoro(signal): it does not bear a second emission before the first has resumed it.
        m_stirred = QPromise<void>();
        m_stirred.start();
        auto stirred = m_stirred.future();
        co_await stirred;
    }
    co_return m_process.readLine().trimmed();
}

QCoro::Task<Result<int>> Child::finished(std::chrono::milliseconds deadline)
{
    if (isRunning()) {
        auto end = qCoro(&m_process, &QProcess::finished, deadline);
        const auto came = co_await end;
        if (!came)
            co_return Error(ErrorKind::TimedOut, QStringLiteral("%1 is still running").arg(m_name));
    }
    co_return m_process.exitCode();
}

void Child::stop(std::chrono::milliseconds patience)
{
    if (!isRunning())
        return;
    m_process.terminate();
    if (m_process.waitForFinished(static_cast<int>(patience.count())))
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void Child::passOnErrors()
{
    const QByteArray prefix = m_name.toUtf8() + ": ";
    for (const QByteArray &line : m_process.readAllStandardError().split('\n')) {
        if (!line.isEmpty())
            std::fprintf(stderr, "%s%s\n", prefix.constData(), line.constData());
    }
}

} // namespace peerdesk::lab
