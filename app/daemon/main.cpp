// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/backupcommand.h"
#include "daemon/credentialcommand.h"
#include "daemon/exitcode.h"
#include "daemon/explanation.h"
#include "daemon/holderscommand.h"
#include "daemon/registrycommand.h"
#include "daemon/serving.h"
#include "translations/translations.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>

using namespace peerdesk;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(peerdeskd)
};

int main(int argc, char *argv[])
{
    // GLib's loop, which nothing here needs, wakes itself twice with each answer that is written.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    installTranslations(app, QLocale(QLocale::English)); // its plurals; others read the pages and mails
    QCoreApplication::setApplicationName(QStringLiteral("peerdeskd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PEERDESK_VERSION));
    writeLogAs(LogFormat::Text);

    const QString command = app.arguments().value(1);
    if (command == u"credential")
        return CredentialCommand().run(app.arguments().mid(2));
    if (command == u"backup" || command == u"restore")
        return runBackupCommand(app.arguments().mid(1));
    if (command == u"holders")
        return HoldersCommand().run(app.arguments().mid(2));
    if (command == u"registry")
        return runRegistryCommand(app.arguments().mid(1));

    QCommandLineParser options;
    options.setApplicationDescription(Words::tr("Answers other networks' peering requests. "
                                                "\"peerdeskd credential --help\" tells of credentials for machines, "
                                                "\"peerdeskd backup --help\" of copies of the database, "
                                                "\"peerdeskd registry --help\" of a registry of route objects."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption config(QStringLiteral("config"), Words::tr("The configuration file."),
                                    QStringLiteral("FILE"), QStringLiteral("/etc/peerdesk/peerdeskd.toml"));
    const QCommandLineOption check(
        QStringLiteral("check-config"),
        Words::tr("Only say what is wrong with the configuration, and whose policy is in force."));
    const QCommandLineOption explain(
        QStringLiteral("explain-policy"),
        Words::tr("Only say what the policy makes of a request, the body of POST /sessions."),
        QStringLiteral("REQUEST"));
    const QCommandLineOption sender(QStringLiteral("sender"),
                                    Words::tr("With --explain-policy: the e-mail address of who signed in."),
                                    QStringLiteral("ADDRESS"));
    options.addOptions({config, check, explain, sender});
    options.process(app);

    const QString file = options.value(config);
    const auto settings = EndpointConfig::load(file);
    if (!settings) {
        complain(file, settings.error());
        return BadConfiguration;
    }
    if (options.isSet(check))
        return checkConfiguration(*settings, file);
    if (options.isSet(explain))
        return explainPolicy(*settings, options.value(explain), options.value(sender));

    return serve(*settings, file);
}
