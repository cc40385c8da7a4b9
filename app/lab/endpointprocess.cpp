// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/endpointprocess.h"

#include <QDir>
#include <QFile>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

constexpr auto readyDeadline = std::chrono::seconds(60);

} // namespace

EndpointProcess::EndpointProcess(QString name, QString program, QString folder)
    : m_name(std::move(name))
    , m_program(std::move(program))
    , m_folder(std::move(folder))
{
}

EndpointProcess::~EndpointProcess() = default;

QString EndpointProcess::databasePath() const
{
    return QDir(m_folder).filePath(u"desk.db"_s);
}

QString EndpointProcess::configurationPath() const
{
    return QDir(m_folder).filePath(u"peerdeskd.toml"_s);
}

void EndpointProcess::setEnvironment(const QString &variable, const QString &value)
{
    m_environment.append({variable, value});
}

std::unique_ptr<Child> EndpointProcess::child(const QString &name) const
{
    auto process = std::make_unique<Child>(name);
    for (const auto &[variable, value] : m_environment)
        process->setEnvironment(variable, value);
    return process;
}

Result<void> EndpointProcess::write(const QString &configuration) const
{
    QFile file(configurationPath());
    const QString text =
        u"# Written by peerdesk-lab.\nlisten = \"127.0.0.1:%1\"\ndatabase = \"%2\"\n"
        "allow_private_addresses = true\n%3"_s.arg(QString::number(m_listening.port(0)), databasePath(), configuration);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return Error(ErrorKind::Storage, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

QCoro::Task<Result<void>> EndpointProcess::start(QString configuration)
{
    if (const auto written = write(configuration); !written)
        co_return written.error();
    m_process = child(m_name);
    if (!m_logFile.isEmpty())
        m_process->writeErrorsTo(m_logFile);
    const QStringList arguments{u"--config"_s, configurationPath()};
    if (const auto started = m_process->start(m_program, arguments); !started)
        co_return started.error();
    auto reading = m_process->line(readyDeadline);
    const auto ready = co_await reading; // "ready LISTENING PUBLIC WHOIS"
    if (!ready)
        co_return ready.error();
    const QStringList words = QString::fromUtf8(*ready).split(u' ');
    m_listening = QUrl(words.value(1));
    m_publicUrl = QUrl(words.value(2));
    m_whois = QUrl(words.value(3));
    co_return Result<void>();
}

QCoro::Task<Result<Secret>> EndpointProcess::credential(QStringList words)
{
    const auto command = child(m_name + " credential"_L1);
    const QStringList arguments =
        QStringList{u"credential"_s, u"issue"_s} + words + QStringList{u"--config"_s, configurationPath()};
    if (const auto started = command->start(m_program, arguments); !started)
        co_return started.error();
    auto reading = command->line(readyDeadline);
    const auto line = co_await reading;
    co_return line ? Result<Secret>(Secret(*line)) : line.error();
}

void EndpointProcess::reload() const
{
    if (m_process && m_process->isRunning())
        ::kill(static_cast<pid_t>(m_process->pid()), SIGHUP);
}

void EndpointProcess::stop()
{
    m_process.reset();
}

} // namespace peerdesk::lab
