// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/backupcommand.h"
#include "daemon/credentialcommand.h"
#include "daemon/daemon.h"
#include "daemon/exitcode.h"
#include "daemon/explanation.h"
#include "daemon/unixsignals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <unistd.h>

using namespace peerdesk;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("peerdeskd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PEERDESK_VERSION));
    writeLogAs(LogFormat::Text);

    const QString command = app.arguments().value(1);
    if (command == u"credential")
        return CredentialCommand().run(app.arguments().mid(2));
    if (command == u"backup" || command == u"restore")
        return runBackupCommand(app.arguments().mid(1));

    QCommandLineParser options;
    options.setApplicationDescription(
        QCoreApplication::translate("peerdeskd", "Answers other networks' peering requests. "
                                                 "\"peerdeskd credential --help\" tells of credentials for machines, "
                                                 "\"peerdeskd backup --help\" of copies of the database."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption config(QStringLiteral("config"),
                                    QCoreApplication::translate("peerdeskd", "The configuration file."),
                                    QStringLiteral("FILE"), QStringLiteral("/etc/peerdesk/peerdeskd.toml"));
    const QCommandLineOption check(
        QStringLiteral("check-config"),
        QCoreApplication::translate("peerdeskd", "Only say what is wrong with the configuration."));
    const QCommandLineOption explain(
        QStringLiteral("explain-policy"),
        QCoreApplication::translate("peerdeskd",
                                    "Only say what the policy makes of a request, the body of POST /sessions."),
        QStringLiteral("REQUEST"));
    const QCommandLineOption sender(
        QStringLiteral("sender"),
        QCoreApplication::translate("peerdeskd", "With --explain-policy: the e-mail address of who signed in."),
        QStringLiteral("ADDRESS"));
    options.addOptions({config, check, explain, sender});
    options.process(app);

    const QString file = options.value(config);
    const auto settings = EndpointConfig::load(file);
    if (!settings) {
        complain(file, settings.error());
        return BadConfiguration;
    }
    if (options.isSet(check)) {
        const auto files = settings->checkFiles(SystemClock().now());
        if (!files)
            complain(file, files.error());
        return files ? Done : BadConfiguration;
    }
    if (options.isSet(explain))
        return explainPolicy(*settings, options.value(explain), options.value(sender));

    writeLogAs(settings->log.value_or(::isatty(STDERR_FILENO) == 1 ? LogFormat::Text : LogFormat::Json));
    auto daemon = Daemon::start(*settings);
    if (!daemon) {
        complain(QStringLiteral("peerdeskd"), daemon.error());
        return CannotServe;
    }
    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::terminationRequested, daemon->get(), &Daemon::stop);
    QObject::connect(&signals, &UnixSignals::reloadRequested, daemon->get(), [&] { (*daemon)->reload(file); });
    QObject::connect(daemon->get(), &Daemon::stopped, &app, &QCoreApplication::quit);
    // For whoever started it with port 0: scripts read this line.
    QTextStream(stdout) << "ready " << (*daemon)->listeningUrl().toString() << ' ' << (*daemon)->publicUrl().toString()
                        << Qt::endl;
    return QCoreApplication::exec();
}
