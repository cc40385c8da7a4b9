// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/registrycommand.h"

#include "base/text.h"
#include "daemon/exitcode.h"
#include "endpoint/endpointconfig.h"
#include "irr/dumpreview.h"
#include "irr/issuerstandingstore.h"
#include "storage/auditstore.h"
#include "storage/database.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>
#include <QTextStream>

namespace peerdesk {
namespace {

struct RegistryCommandText
{
    Q_DECLARE_TR_FUNCTIONS(RegistryCommand)
};

constexpr UtcMs releaseLife = 60 * 60 * 1000; ///< in which the daemons have to let fall what was seen

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

QString since(UtcMs time)
{
    return time == 0 ? RegistryCommandText::tr("never") : toRfc3339(time);
}

int failedWith(const QString &what, const Error &error)
{
    complain(what, error);
    return CannotServe;
}

int showStandings(const EndpointConfig &settings, const Clock &clock)
{
    const auto database = Database::open(settings.database, clock);
    if (!database)
        return failedWith(settings.database.location, database.error());
    auto reading = (*database)->read([](QSqlDatabase &db) { return IssuerStandingStore(db).standings(); });
    const auto standings = reading.result();
    if (!standings)
        return failedWith(settings.database.location, standings.error());
    for (const IssuerStanding &one : *standings) {
        say(RegistryCommandText::tr("%1: last answered %2, journal read to %3")
                .arg(toText(one.registry), since(one.polledAt))
                .arg(one.sequence));
        if (one.failingSince > 0)
            say(RegistryCommandText::tr("    does not answer since %1: %2")
                    .arg(toRfc3339(one.failingSince), terminalText(one.lastError)));
        if (one.heldAt > 0)
            say(RegistryCommandText::tr("    since %1, the keys of %2 objects are taken back and held for a look: "
                                        "\"release %3\" lets them fall")
                    .arg(toRfc3339(one.heldAt))
                    .arg(one.heldObjects)
                    .arg(static_cast<int>(one.registry)));
    }
    return Done;
}

int release(const EndpointConfig &settings, const QString &number, const Clock &clock)
{
    const auto registry = registryOf(number.toInt());
    if (!registry || number != QString::number(static_cast<int>(*registry)))
        return failedWith(number, Error(ErrorKind::Invalid, RegistryCommandText::tr("is no registry's number")));
    const auto database = Database::open(settings.database, clock);
    if (!database)
        return failedWith(settings.database.location, database.error());
    auto writing = (*database)->write([one = *registry, now = clock.now()](QSqlDatabase &db) -> Result<void> {
        IssuerStandingStore issuers(db);
        const auto standing = issuers.standing(one);
        if (!standing)
            return standing.error();
        const auto released = issuers.release(one, now + releaseLife);
        if (!released)
            return released.error();
        if (!*released)
            return Error(ErrorKind::NotFound, RegistryCommandText::tr("Nothing of %1 is held").arg(toText(one)));
        AuditEntry entry;
        entry.at = now;
        entry.who = QStringLiteral("%1@%2").arg(qEnvironmentVariable("USER", QStringLiteral("peerdeskd")),
                                                QSysInfo::machineHostName());
        entry.noun = QStringLiteral("registry");
        entry.nounId = QString::number(static_cast<int>(one));
        entry.fromState = QStringLiteral("held");
        entry.toState = QStringLiteral("released");
        entry.why = RegistryCommandText::tr("%1 objects").arg(standing->heldObjects);
        return AuditStore(db).append(entry);
    });
    const auto released = writing.result();
    return released ? Done : failedWith(number, released.error());
}

int review(const EndpointConfig &settings, const QString &path)
{
    const auto trust = settings.trust.trust(settings.irr.unvouched);
    if (!trust)
        return failedWith(path, trust.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failedWith(path, Error(ErrorKind::Storage, file.errorString()));
    DumpReview dump(*trust, [&path](qint64 line, const Error &error) {
        complain(QStringLiteral("%1, object at line %2").arg(path).arg(line), error);
    });
    const auto counts = dump.read(file);
    if (!counts)
        return failedWith(path, counts.error());
    say(RegistryCommandText::tr("%1 routes would be taken as they are").arg(counts->accepted));
    for (auto one = counts->needKey.begin(); one != counts->needKey.end(); ++one)
        say(RegistryCommandText::tr("%1 need a key from %2").arg(*one).arg(one.key()));
    say(RegistryCommandText::tr("%1 are in space that nobody vouches for").arg(counts->locked));
    say(RegistryCommandText::tr("%1 objects have faults, %2 are of other classes")
            .arg(counts->faulty)
            .arg(counts->others));
    return Done;
}

} // namespace

int runRegistryCommand(const QStringList &words)
{
    QCommandLineParser options;
    options.setApplicationDescription(RegistryCommandText::tr(
        "The registry of route objects: \"status\" of the issuers it trusts, \"release NUMBER\" lets fall as many objects "
        "as are held now for a look, because an issuer took back their keys, \"review FILE\" says what would be taken of a dump and stores nothing."));
    options.addHelpOption();
    const QCommandLineOption config(QStringLiteral("config"), RegistryCommandText::tr("The configuration file."),
                                    QStringLiteral("FILE"), QStringLiteral("/etc/peerdesk/peerdeskd.toml"));
    options.addOption(config);
    options.addPositionalArgument(QStringLiteral("command"), RegistryCommandText::tr("status, release or review"));
    options.addPositionalArgument(QStringLiteral("argument"), RegistryCommandText::tr("a registry's number, or a file"),
                                  QStringLiteral("[NUMBER|FILE]"));
    options.process(QStringList{QStringLiteral("peerdeskd")} + words.mid(1));
    const QStringList arguments = options.positionalArguments();
    const QString command = arguments.value(0);
    const bool known = command == u"status" ? arguments.size() == 1
                                            : (command == u"release" || command == u"review") && arguments.size() == 2;
    if (!known) {
        QTextStream(stderr) << options.helpText();
        return BadConfiguration;
    }
    const auto settings = EndpointConfig::load(options.value(config));
    if (!settings) {
        complain(options.value(config), settings.error());
        return BadConfiguration;
    }
    const SystemClock clock;
    if (command == u"review")
        return review(*settings, arguments.last());
    return command == u"status" ? showStandings(*settings, clock) : release(*settings, arguments.last(), clock);
}

} // namespace peerdesk
