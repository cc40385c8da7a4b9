// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/maintenancecommands.h"

#include "base/localuser.h"
#include "cli/clitext.h"
#include "cli/desk.h"
#include "workflow/maintenance/maintenance.h"

namespace peerdesk {
namespace {

Listing maintenanceListing()
{
    return Listing({QStringLiteral("id"), QStringLiteral("from"), QStringLiteral("until"), QStringLiteral("location"),
                    QStringLiteral("asn"), QStringLiteral("note")});
}

void addWindow(Listing &listing, const MaintenanceWindow &window)
{
    const QJsonValue location =
        window.location.isValid() ? QJsonValue(window.location.toString()) : QJsonValue(QJsonValue::Null);
    const QJsonValue asn = window.otherAsn.isValid() ? QJsonValue(static_cast<qint64>(window.otherAsn.number()))
                                                     : QJsonValue(QJsonValue::Null);
    listing.add({window.id, toRfc3339(window.from), toRfc3339(window.until), location, asn, window.note});
}

Result<MaintenanceWindow> windowFrom(const Call &call, Asn own)
{
    MaintenanceWindow window;
    window.ownAsn = own;
    window.from = fromRfc3339(call.option("from"));
    window.until = fromRfc3339(call.option("until"));
    window.note = call.option("note").trimmed();
    if (window.from == 0 || window.until == 0)
        return Error(ErrorKind::Invalid,
                     CliText::tr("--from and --until are times as in 2026-11-23T22:00:00Z, or days"));
    if (call.isSet("location")) {
        window.location = Location::parse(call.option("location")).value_or(Location());
        if (!window.location.isValid())
            return Error(ErrorKind::Invalid, CliText::tr("--location is no location, as in pdb:ix:42"));
    }
    if (call.isSet("network")) {
        window.otherAsn = Asn::parse(call.option("network")).value_or(Asn());
        if (!window.otherAsn.isValid())
            return Error(ErrorKind::Invalid, CliText::tr("--network is no AS number"));
    }
    return window;
}

QCoro::Task<ExitCode> maintenanceAdd(Call call)
{
    const auto own = call.desk.ownAsn();
    const auto maintenance = call.desk.maintenance();
    if (!own || !maintenance)
        co_return call.failHere(!own ? own.error() : maintenance.error());
    const auto window = windowFrom(call, *own);
    if (!window)
        co_return call.failHere(window.error());
    auto adding = (*maintenance)->add(*window, localUser());
    const auto added = co_await adding;
    if (!added)
        co_return call.failHere(added.error());
    Listing listing = maintenanceListing();
    addWindow(listing, *added);
    call.print(listing);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> maintenanceList(Call call)
{
    const auto own = call.desk.ownAsn();
    const auto maintenance = call.desk.maintenance();
    if (!own || !maintenance)
        co_return call.failHere(!own ? own.error() : maintenance.error());
    auto reading = (*maintenance)->windows(*own);
    const auto windows = co_await reading;
    if (!windows)
        co_return call.failHere(windows.error());
    Listing listing = maintenanceListing();
    for (const MaintenanceWindow &window : *windows) {
        if (call.isSet("all") || window.until > call.desk.clock().now())
            addWindow(listing, window);
    }
    call.print(listing);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> maintenanceRemove(Call call)
{
    const QStringList ids = call.arguments();
    if (ids.isEmpty())
        co_return call.misuse(CliText::tr("maintenance remove takes the ids of maintenance windows"));
    const auto maintenance = call.desk.maintenance();
    if (!maintenance)
        co_return call.failHere(maintenance.error());
    for (const QString &id : ids) {
        auto removing = (*maintenance)->remove(id, localUser());
        const auto removed = co_await removing;
        if (!removed && removed.error().kind == ErrorKind::NotFound)
            co_return call.unknown(CliText::tr("The desk knows no maintenance window %1").arg(id));
        if (!removed)
            co_return call.failHere(removed.error());
    }
    co_return ExitCode::Done;
}

} // namespace

QList<Command> maintenanceCommands()
{
    const QCommandLineOption from(QStringLiteral("from"), CliText::tr("When it begins, in UTC."),
                                  QStringLiteral("TIME"));
    const QCommandLineOption until(QStringLiteral("until"), CliText::tr("When it is over."), QStringLiteral("TIME"));
    const QCommandLineOption location(QStringLiteral("location"), CliText::tr("Only what is there: pdb:ix:42."),
                                      QStringLiteral("LOCATION"));
    const QCommandLineOption network(QStringLiteral("network"), CliText::tr("Only sessions with this network."),
                                     QStringLiteral("ASN"));
    const QCommandLineOption note(QStringLiteral("note"), CliText::tr("What is done."), QStringLiteral("TEXT"));
    const QCommandLineOption all(QStringLiteral("all"), CliText::tr("Those that are over as well."));
    return {
        {QStringLiteral("maintenance add"),
         {},
         CliText::tr("Stop the clocks of what waits to be configured or taken up for a while"),
         {from, until, location, network, note},
         maintenanceAdd},
        {QStringLiteral("maintenance list"), {}, CliText::tr("When our network is worked on"), {all}, maintenanceList},
        {QStringLiteral("maintenance remove"),
         QStringLiteral("ID..."),
         CliText::tr("Call maintenance off; what has begun ends now"),
         {},
         maintenanceRemove},
    };
}

} // namespace peerdesk
