// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/mirrorcommands.h"

#include "cli/clitext.h"
#include "cli/desk.h"
#include "peeringapi/baseurl.h"
#include "peeringdb/mirror.h"
#include "peeringdb/mirrorindex.h"

#include <QJsonArray>

namespace peerdesk {
namespace {

QString theMirror()
{
    return CliText::tr("The mirror of PeeringDB");
}

/// The mirror's snapshot, or nothing after saying that there is none.
std::shared_ptr<const MirrorIndex> filledIndex(const Call &call, ExitCode *failure)
{
    const auto opened = call.desk.openMirror();
    if (!opened) {
        *failure = call.failHere(opened.error(), theMirror());
        return nullptr;
    }
    auto index = call.desk.mirror().index();
    if (!index->isEmpty())
        return index;
    *failure = call.unknown(CliText::tr("There is no mirror yet: run \"peerdeskctl mirror sync\""));
    return nullptr;
}

ExitCode unknownNetwork(const Call &call, Asn asn)
{
    return call.unknown(CliText::tr("The mirror of PeeringDB knows no %1").arg(asn.toString()));
}

qint64 numberOf(Asn asn)
{
    return asn.number();
}

ExitCode failOn(const Call &call, const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Storage:
    case ErrorKind::Refused:
        return call.failHere(error, theMirror());
    default:
        return call.fail(error, CliText::tr("PeeringDB"));
    }
}

ExitCode printReport(const Call &call, const MirrorReport &report)
{
    Listing listing({QStringLiteral("type"), QStringLiteral("rows"), QStringLiteral("skipped")});
    for (const MirrorReport::Type &type : report.types)
        listing.add({type.type, type.rows, type.skipped});
    call.print(listing);
    for (const QString &problem : report.problems)
        call.note(problem);
    return ExitCode::Done;
}

QCoro::Task<ExitCode> importFolder(Call call)
{
    if (call.arguments().size() != 1)
        co_return call.misuse(CliText::tr("mirror import takes one folder"));
    const QString folder = call.arguments().first();
    const auto report = co_await call.desk.mirror().importFolder(folder);
    if (!report) // PeeringDB was not asked: whatever it is, it is here
        co_return call.failHere(report.error(), theMirror());
    co_return printReport(call, *report);
}

QCoro::Task<ExitCode> sync(Call call)
{
    PeeringDbSettings settings;
    if (call.isSet("source"))
        settings.dumps = QUrl(call.option("source"));
    const auto api = call.isSet("api") ? endpointBaseUrl(call.option("api")) : settings.api;
    if (!api)
        co_return call.misuse(CliText::tr("--api takes an http or https address"));
    settings.api = *api;
    const auto credentials = call.desk.credentials();
    if (!credentials)
        co_return call.failHere(credentials.error());
    if (const auto key = credentials->tokenFor(settings.api))
        settings.apiKey = *key;
    const auto report = co_await call.desk.mirror(settings).synchronise(call.isSet("anew"));
    if (!report)
        co_return failOn(call, report.error());
    co_return printReport(call, *report);
}

QCoro::Task<ExitCode> status(Call call)
{
    ExitCode failure = ExitCode::Done;
    const auto index = filledIndex(call, &failure);
    if (!index)
        co_return failure;
    const MirrorIndex::Counts counts = index->counts();
    Listing listing({QStringLiteral("synced_at"), QStringLiteral("networks"), QStringLiteral("exchanges"),
                     QStringLiteral("ports"), QStringLiteral("facilities"), QStringLiteral("contacts")});
    listing.add({toRfc3339(index->syncedAt()), counts.networks, counts.exchanges, counts.ports, counts.facilities,
                 counts.contacts});
    call.print(listing);
    co_return ExitCode::Done;
}

/// One row for each pair of ports. An exchange where the two have no family in common has one without addresses, so
/// that counting its ix_id counts it too.
void addShared(Listing &listing, const SharedExchange &exchange)
{
    const auto id = static_cast<qint64>(exchange.exchangeId);
    const bool operational = exchange.operationalOnBothSides();
    for (const PortPair &pair : exchange.pairs)
        listing.add({id, exchange.name, toText(pair.family()), pair.ownAddress.toString(), pair.otherAddress.toString(),
                     pair.isUsable(), pair.bothAtRouteServer, operational});
    if (exchange.pairs.isEmpty())
        listing.add({id, exchange.name, QJsonValue(), QJsonValue(), QJsonValue(), false, false, operational});
}

QCoro::Task<ExitCode> shared(Call call)
{
    const auto one = Asn::parse(call.arguments().value(0));
    const auto other = Asn::parse(call.arguments().value(1));
    if (!one || !other || call.arguments().size() != 2)
        co_return call.misuse(CliText::tr("shared takes two AS numbers"));
    ExitCode failure = ExitCode::Done;
    const auto index = filledIndex(call, &failure);
    if (!index)
        co_return failure;
    for (const Asn asn : {*one, *other}) {
        if (!index->network(asn))
            co_return unknownNetwork(call, asn);
    }
    Listing listing({QStringLiteral("ix_id"), QStringLiteral("exchange"), QStringLiteral("family"),
                     QStringLiteral("own_ip"), QStringLiteral("other_ip"), QStringLiteral("usable"),
                     QStringLiteral("both_at_route_server"), QStringLiteral("ix_operational")});
    const QList<SharedExchange> exchanges = index->shared(*one, *other);
    qsizetype operational = 0;
    for (const SharedExchange &exchange : exchanges) {
        operational += exchange.operationalOnBothSides() ? 1 : 0;
        addShared(listing, exchange);
    }
    listing.setFooter(CliText::tr("%n exchange(s) shared, %1 with operational ports on both sides", nullptr,
                                  static_cast<int>(exchanges.size()))
                          .arg(operational));
    call.print(listing);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> partners(Call call)
{
    const auto own = Asn::parse(call.arguments().value(0));
    if (!own || call.arguments().size() != 1)
        co_return call.misuse(CliText::tr("partners takes an AS number"));
    ExitCode failure = ExitCode::Done;
    const auto index = filledIndex(call, &failure);
    if (!index)
        co_return failure;
    if (!index->network(*own))
        co_return unknownNetwork(call, *own);
    Listing listing({QStringLiteral("asn"), QStringLiteral("network"), QStringLiteral("exchanges"),
                     QStringLiteral("operational_exchanges"), QStringLiteral("facilities"),
                     QStringLiteral("possible_sessions"), QStringLiteral("route_server_exchanges")});
    for (const Partner &partner : index->partners(*own))
        listing.add({numberOf(partner.asn), index->networkName(partner.asn), partner.sharedExchanges,
                     partner.operationalExchanges, partner.sharedFacilities, partner.possibleSessions(),
                     partner.routeServerExchanges});
    call.print(listing);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> exchange(Call call)
{
    bool isNumber = false;
    const std::uint32_t id = call.arguments().value(0).toUInt(&isNumber);
    if (!isNumber || call.arguments().size() != 1)
        co_return call.misuse(CliText::tr("exchange takes the id that PeeringDB gives it"));
    ExitCode failure = ExitCode::Done;
    const auto index = filledIndex(call, &failure);
    if (!index)
        co_return failure;
    const auto found = index->exchange(id);
    if (!found)
        co_return call.unknown(CliText::tr("The mirror of PeeringDB knows no exchange %1").arg(id));
    Listing listing({QStringLiteral("ix_id"), QStringLiteral("exchange"), QStringLiteral("asn"),
                     QStringLiteral("network"), QStringLiteral("ipv4"), QStringLiteral("ipv6"),
                     QStringLiteral("speed_mbit"), QStringLiteral("operational"), QStringLiteral("route_server_peer")});
    for (const Port &port : index->portsAt(id))
        listing.add({static_cast<qint64>(id), found->name, numberOf(port.asn), index->networkName(port.asn),
                     port.address4.toString(), port.address6.toString(), static_cast<qint64>(port.speedMbit),
                     port.operational, port.routeServerPeer});
    call.print(listing);
    co_return ExitCode::Done;
}

} // namespace

QList<Command> mirrorCommands()
{
    const QCommandLineOption source(QStringLiteral("source"), CliText::tr("Where the dumps are (<type>-0.json)."),
                                    QStringLiteral("URL"));
    const QCommandLineOption api(QStringLiteral("api"), CliText::tr("Where increments come from."),
                                 QStringLiteral("URL"));
    const QCommandLineOption anew(QStringLiteral("anew"), CliText::tr("Everything afresh."));
    return {
        {QStringLiteral("mirror import"),
         QStringLiteral("FOLDER"),
         CliText::tr("Fill the mirror of PeeringDB from dumps, plain or gzip"),
         {},
         importFolder},
        {QStringLiteral("mirror sync"),
         {},
         CliText::tr("Fetch what changed, or all of it; contacts too where the credentials file holds a "
                     "PeeringDB API key under the API's address, https://www.peeringdb.com/api"),
         {source, api, anew},
         sync},
        {QStringLiteral("mirror status"), {}, CliText::tr("How old it is and what it holds"), {}, status},
        {QStringLiteral("shared"),
         QStringLiteral("ASN ASN"),
         CliText::tr("Every pair of ports where two networks could meet; an exchange without such a pair has one "
                     "row without addresses, and ix_operational says whether both have a working port there"),
         {},
         shared},
        {QStringLiteral("partners"),
         QStringLiteral("ASN"),
         CliText::tr("Every network that shares an exchange"),
         {},
         partners},
        {QStringLiteral("exchange"), QStringLiteral("ID"), CliText::tr("The networks at an exchange"), {}, exchange},
    };
}

} // namespace peerdesk
