// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labprogram.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

void say(const QString &words)
{
    std::fprintf(stderr, "peerdesk-lab: %s\n", qPrintable(words));
}

void print(const QJsonObject &line)
{
    std::fprintf(stdout, "%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

LabProgram::LabProgram(QObject *parent)
    : QObject(parent)
{
}

bool LabProgram::readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A small Internet on the loopback interface: a sign-in, a directory, four networks with endpoints.\n"
        "The first line on stdout is a JSON object for scripts; later lines are events. Ends with SIGTERM or Ctrl+C."_s);
    parser.addHelpOption();
    const QCommandLineOption run(u"run"_s, u"Open this desktop program in the invented world; end with it."_s,
                                 u"program"_s);
    const QCommandLineOption folder(u"folder"_s, u"Keep everything there instead of in a temporary folder."_s,
                                    u"folder"_s);
    const QCommandLineOption seed(u"seed"_s, u"Which world."_s, u"number"_s, u"1"_s);
    const QCommandLineOption thinking(
        u"thinking-time"_s, u"How long the network that asks a person takes, in seconds."_s, u"seconds"_s, u"12"_s);
    const QCommandLineOption programs(u"programs"_s, u"Where peerdeskd is."_s, u"folder"_s,
                                      QCoreApplication::applicationDirPath());
    const QCommandLineOption provider(u"provider"_s, u"The sign-in provider's script."_s, u"provider.mjs"_s,
                                      QStringLiteral(PEERDESK_PROVIDER_SCRIPT));
    const QCommandLineOption modules(u"node-modules"_s, u"Where oidc-provider is installed."_s, u"folder"_s,
                                     QStringLiteral(PEERDESK_NODE_MODULES));
    parser.addOptions({run, folder, seed, thinking, programs, provider, modules});
    parser.process(arguments);

    bool isSeed = false;
    bool isTime = false;
    m_settings.seed = parser.value(seed).toULongLong(&isSeed);
    m_settings.thinkingTime = std::chrono::seconds(parser.value(thinking).toInt(&isTime));
    m_settings.programs = parser.value(programs);
    m_settings.providerScript = parser.value(provider);
    m_settings.nodeModules = parser.value(modules);
    m_settings.folder = parser.isSet(folder) ? QDir(parser.value(folder)).absolutePath() : m_temporary.path();
    m_desktop = parser.value(run);
    if (!isSeed || !isTime)
        say(u"--seed and --thinking-time take numbers"_s);
    else if (!QDir().mkpath(m_settings.folder))
        say(u"%1 cannot be made"_s.arg(m_settings.folder));
    else
        return true;
    return false;
}

void LabProgram::start()
{
    m_running = run();
}

QCoro::Task<void> LabProgram::run()
{
    say(u"everything is in %1"_s.arg(m_settings.folder));
    m_lab = std::make_unique<Lab>(m_settings, m_clock);
    connect(m_lab.get(), &Lab::news, this, &print);
    auto starting = m_lab->start();
    const auto description = co_await starting;
    if (!description) {
        say(u"cannot start: %1"_s.arg(description.error().detail));
        QCoreApplication::exit(1);
        co_return;
    }
    print(*description);
    auto asking = m_lab->askTheDesk();
    if (const auto asked = co_await asking; !asked)
        say(u"the other networks could not ask the desk: %1"_s.arg(asked.error().detail));
    if (!m_desktop.isEmpty())
        openDesktop();
}

void LabProgram::openDesktop()
{
    m_desktopProcess = std::make_unique<Child>(u"peerdesk"_s);
    connect(m_desktopProcess.get(), &Child::ended, this, [](int exitCode) { QCoreApplication::exit(exitCode); });
    if (const auto opened = m_desktopProcess->start(m_desktop, {u"--folder"_s, m_lab->deskFolder()}); !opened) {
        say(opened.error().detail);
        QCoreApplication::exit(1);
    }
}

} // namespace peerdesk::lab
