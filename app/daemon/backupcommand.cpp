// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/backupcommand.h"

#include "daemon/exitcode.h"
#include "endpoint/endpointconfig.h"
#include "storage/backup.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

namespace peerdesk {
namespace {

struct BackupCommandText
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

} // namespace

int runBackupCommand(const QStringList &words)
{
    QCommandLineParser options;
    options.setApplicationDescription(
        BackupCommandText::tr("Copies the SQLite database into a new file, or puts such a copy back."));
    options.addHelpOption();
    const QCommandLineOption config(QStringLiteral("config"), BackupCommandText::tr("The configuration file."),
                                    QStringLiteral("FILE"), QStringLiteral("/etc/peerdesk/peerdeskd.toml"));
    options.addOption(config);
    options.addPositionalArgument(QStringLiteral("command"), BackupCommandText::tr("backup or restore"));
    options.addPositionalArgument(QStringLiteral("file"), BackupCommandText::tr("the copy"));
    options.process(QStringList{QStringLiteral("peerdeskd")} + words);
    const QStringList arguments = options.positionalArguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << options.helpText();
        return BadConfiguration;
    }
    const auto settings = EndpointConfig::load(options.value(config));
    if (!settings) {
        complain(options.value(config), settings.error());
        return BadConfiguration;
    }
    const bool restores = arguments.first() == QLatin1String("restore");
    const auto done =
        restores ? restore(settings->database, arguments.last()) : backUp(settings->database, arguments.last());
    if (!done) {
        complain(settings->database.location, done.error());
        return CannotServe;
    }
    if (!restores)
        QTextStream(stderr) << BackupCommandText::tr("The key of its secrets is not in it. Keep a copy of it apart: %1")
                                   .arg(settings->database.keyPath())
                            << Qt::endl;
    return Done;
}

} // namespace peerdesk
