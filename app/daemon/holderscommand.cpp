// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/holderscommand.h"

#include "daemon/exitcode.h"
#include "endpoint/endpointconfig.h"
#include "storage/database.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSysInfo>
#include <QTextStream>
#include <QTimer>

namespace peerdesk {
namespace {

struct HoldersText
{
    Q_DECLARE_TR_FUNCTIONS(HoldersCommand)
};

} // namespace

HoldersCommand::HoldersCommand() = default;
HoldersCommand::~HoldersCommand() = default;

int HoldersCommand::run(const QStringList &arguments)
{
    QCommandLineParser options;
    options.setApplicationDescription(HoldersText::tr(
        "Lists of resource holders that wait for a person, because they would drop too much: waiting, accept HASH."));
    options.addHelpOption();
    const QCommandLineOption config(QStringLiteral("config"), HoldersText::tr("The configuration file."),
                                    QStringLiteral("FILE"), QStringLiteral("/etc/peerdesk/peerdeskd.toml"));
    options.addOption(config);
    options.addPositionalArgument(QStringLiteral("command"), HoldersText::tr("waiting or accept"));
    options.process(QStringList{QStringLiteral("peerdeskd holders")} + arguments);
    const QStringList words = options.positionalArguments();
    const bool known = words == QStringList{QStringLiteral("waiting")}
                       || (words.size() == 2 && words.first() == QLatin1String("accept"));
    if (!known) {
        QTextStream(stderr) << options.helpText();
        return BadConfiguration;
    }
    const auto settings = EndpointConfig::load(options.value(config));
    if (!settings) {
        complain(options.value(config), settings.error());
        return BadConfiguration;
    }
    auto database = Database::open(settings->database, m_clock);
    if (!database) {
        complain(settings->database.location, database.error());
        return CannotServe;
    }
    m_database = std::move(*database);
    m_importer = std::make_unique<HolderImporter>(*m_database, m_clock, settings->keys.rules);
    QTimer::singleShot(0, qApp, [this, words] { perform(words).then([](int code) { QCoreApplication::exit(code); }); });
    return QCoreApplication::exec();
}

QCoro::Task<int> HoldersCommand::perform(QStringList words)
{
    if (words.size() == 2) {
        const QString by = QStringLiteral("%1@%2").arg(qEnvironmentVariable("USER", QStringLiteral("peerdeskd")),
                                                       QSysInfo::machineHostName());
        auto accepting = m_importer->accept(words.last(), by);
        const auto accepted = co_await accepting;
        if (!accepted)
            complain(words.last(), accepted.error());
        co_return accepted ? Done : CannotServe;
    }
    auto reading = m_importer->waiting();
    const auto waiting = co_await reading;
    if (!waiting) {
        complain(QStringLiteral("peerdeskd"), waiting.error());
        co_return CannotServe;
    }
    for (const HolderImport &import : *waiting)
        QTextStream(stdout)
            << QStringList{import.hash, toRfc3339(import.foundAt),
                           HoldersText::tr("drops %1 holders and %2 keys").arg(import.holdersLost).arg(import.keysLost)}
                   .join(QStringLiteral("  "))
            << Qt::endl;
    co_return Done;
}

} // namespace peerdesk
