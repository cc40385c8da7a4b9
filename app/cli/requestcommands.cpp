// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/requestcommands.h"

#include "base/localuser.h"
#include "cli/clitext.h"
#include "cli/desk.h"
#include "peeringapi/baseurl.h"
#include "storage/database.h"
#include "storage/endpointstore.h"
#include "workflow/requests/requests.h"

#include <QCoroFuture>

#include <algorithm>

namespace peerdesk {
namespace {

QCoro::Task<Result<QList<Request>>> outgoing(Call call)
{
    const auto own = call.desk.ownAsn();
    if (!own)
        co_return own.error();
    const auto requests = call.desk.requests();
    if (!requests)
        co_return requests.error();
    RequestFilter filter;
    filter.ownAsn = *own;
    filter.direction = Direction::Outgoing;
    co_return co_await (*requests)->requests(filter);
}

void printSessions(const Call &call, const QList<Request> &requests, const QList<Asn> &others)
{
    const auto status = statusFromString(call.option("status"));
    Listing listing = sessionListing();
    for (const Request &request : requests) {
        if (!others.isEmpty() && !others.contains(request.otherAsn))
            continue;
        for (const Session &session : request.sessions) {
            if (!status || session.status() == *status)
                addSession(listing, session);
        }
    }
    call.print(listing);
}

QCoro::Task<ExitCode> list(Call call)
{
    if (call.isSet("status") && !statusFromString(call.option("status")))
        co_return call.misuse(CliText::tr("%1 is no status").arg(call.option("status")));
    const auto requests = co_await outgoing(call);
    if (!requests)
        co_return call.failHere(requests.error());
    printSessions(call, *requests, {});
    co_return ExitCode::Done;
}

/// What the desk does not know is told plainly; everything else as errors are.
ExitCode failOn(const Call &call, const Error &error, const QString &plainly)
{
    return error.kind == ErrorKind::NotFound ? call.unknown(plainly) : call.failHere(error);
}

QCoro::Task<ExitCode> show(Call call)
{
    if (call.arguments().isEmpty())
        co_return call.misuse(CliText::tr("requests show takes the ids of requests"));
    const auto requests = call.desk.requests();
    if (!requests)
        co_return call.failHere(requests.error());
    Listing listing = sessionListing();
    for (const QString &id : call.arguments()) {
        const auto request = co_await (*requests)->request(id);
        if (!request)
            co_return failOn(call, request.error(), CliText::tr("The desk knows no request %1").arg(id));
        for (const Session &session : request->sessions)
            addSession(listing, session);
    }
    call.print(listing);
    co_return ExitCode::Done;
}

/// The networks named, or all whose endpoint we know.
QCoro::Task<Result<QList<Asn>>> networksToPoll(Call call, Asn own)
{
    QList<Asn> networks;
    for (const QString &argument : call.arguments()) {
        const auto asn = Asn::parse(argument);
        if (!asn)
            co_return Error(ErrorKind::Invalid, CliText::tr("%1 is no AS number").arg(argument));
        networks.append(*asn);
    }
    if (!networks.isEmpty())
        co_return networks;
    const auto requests = call.desk.requests();
    if (!requests)
        co_return requests.error();
    const auto endpoints = co_await (*requests)->endpoints(own);
    if (!endpoints)
        co_return endpoints.error();
    for (const NetworkEndpoint &endpoint : *endpoints)
        networks.append(endpoint.otherAsn);
    co_return networks;
}

QCoro::Task<ExitCode> poll(Call call)
{
    const auto own = call.desk.ownAsn();
    const auto requests = call.desk.requests();
    if (!own || !requests)
        co_return call.failHere(!own ? own.error() : requests.error());
    const auto networks = co_await networksToPoll(call, *own);
    if (!networks)
        co_return call.failHere(networks.error());
    co_await (*requests)->workOnWhatIsDue(); // what an earlier run could not finish
    auto worst = ExitCode::Done;
    for (const Asn other : *networks) {
        const auto polled = co_await (*requests)->poll(*own, other);
        if (!polled && polled.error().kind == ErrorKind::NotFound)
            worst = call.failHere(polled.error());
        else if (!polled)
            worst = call.fail(polled.error(), CliText::tr("%1's endpoint").arg(other.toString()));
    }
    const auto all = co_await outgoing(call);
    if (!all)
        co_return call.failHere(all.error());
    printSessions(call, *all, *networks);
    co_return worst;
}

QCoro::Task<ExitCode> withdraw(Call call)
{
    if (call.arguments().isEmpty())
        co_return call.misuse(CliText::tr("requests withdraw takes the ids of sessions"));
    const auto requests = call.desk.requests();
    if (!requests)
        co_return call.failHere(requests.error());
    const QStringList sessions = call.arguments();
    const QString who = localUser();
    const QString why = call.option("reason");
    const auto withdrawn = co_await (*requests)->withdraw(sessions, who, why);
    if (!withdrawn)
        co_return failOn(call, withdrawn.error(),
                         CliText::tr("The desk knows no session %1").arg(withdrawn.error().detail));
    co_await (*requests)->workOnWhatIsDue();
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> endpointList(Call call)
{
    const auto own = call.desk.ownAsn();
    const auto requests = call.desk.requests();
    if (!own || !requests)
        co_return call.failHere(!own ? own.error() : requests.error());
    const auto endpoints = co_await (*requests)->endpoints(*own);
    if (!endpoints)
        co_return call.failHere(endpoints.error());
    Listing listing({QStringLiteral("asn"), QStringLiteral("endpoint"), QStringLiteral("body_shape"),
                     QStringLiteral("orientation"), QStringLiteral("contact"), QStringLiteral("polled_at"),
                     QStringLiteral("last_error")});
    for (const NetworkEndpoint &endpoint : *endpoints)
        listing.add({static_cast<qint64>(endpoint.otherAsn.number()), endpoint.baseUrl.toString(),
                     toText(endpoint.dialect.bodyShape), toText(endpoint.dialect.orientation), endpoint.contact,
                     toRfc3339(endpoint.polledAt), endpoint.lastError});
    call.print(listing);
    co_return ExitCode::Done;
}

Result<NetworkEndpoint> endpointFrom(const Call &call)
{
    const QStringList arguments = call.arguments();
    const auto asn = Asn::parse(arguments.value(0));
    const auto url = endpointBaseUrl(arguments.value(1));
    if (arguments.size() != 2 || !asn)
        return Error(ErrorKind::Invalid, CliText::tr("endpoint set takes an AS number and a URL"));
    if (!url)
        return url.error();
    NetworkEndpoint endpoint;
    endpoint.otherAsn = *asn;
    endpoint.baseUrl = *url;
    const auto shape = bodyShapeFromString(call.option("body"));
    const auto orientation = orientationFromString(call.option("local"));
    if (!shape || !orientation)
        return Error(ErrorKind::Invalid, CliText::tr("--body is object or array, --local requestor "
                                                     "or receiver"));
    endpoint.dialect.bodyShape = *shape;
    endpoint.dialect.orientation = *orientation;
    return endpoint;
}

QCoro::Task<ExitCode> endpointSet(Call call)
{
    const auto own = call.desk.ownAsn();
    auto endpoint = endpointFrom(call);
    const auto database = call.desk.database();
    if (!own || !endpoint || !database)
        co_return call.failHere(!own ? own.error() : !endpoint ? endpoint.error() : database.error());
    endpoint->ownAsn = *own;
    const auto job = [saved = *endpoint](QSqlDatabase &db) { return EndpointStore(db).save(saved); };
    auto future = (*database)->write(job);
    const auto stored = co_await future;
    co_return stored ? ExitCode::Done : call.failHere(stored.error());
}

} // namespace

Listing sessionListing()
{
    return Listing({QStringLiteral("session"), QStringLiteral("request"), QStringLiteral("asn"),
                    QStringLiteral("location"), QStringLiteral("own_ip"), QStringLiteral("other_ip"),
                    QStringLiteral("status"), QStringLiteral("reason"), QStringLiteral("configure_by"),
                    QStringLiteral("version")});
}

void addSession(Listing &listing, const Session &session)
{
    listing.add({session.id, session.requestId, static_cast<qint64>(session.otherAsn().number()),
                 session.proposal.location.toString(), session.ownAddress().toString(),
                 session.otherAddress().toString(), toText(session.status()), session.reason,
                 toRfc3339(session.configureBy), session.version});
}

QList<Command> requestCommands()
{
    const QCommandLineOption status(QStringLiteral("status"), CliText::tr("Only sessions of this status."),
                                    QStringLiteral("STATUS"));
    const QCommandLineOption reason(QStringLiteral("reason"), CliText::tr("Why."), QStringLiteral("TEXT"));
    const QCommandLineOption body(QStringLiteral("body"), CliText::tr("What POST takes: object or array."),
                                  QStringLiteral("SHAPE"), QStringLiteral("object"));
    const QCommandLineOption local(QStringLiteral("local"),
                                   CliText::tr("Whose end \"local\" is on the wire: requestor or receiver."),
                                   QStringLiteral("END"), QStringLiteral("requestor"));
    return {
        {QStringLiteral("requests list"), {}, CliText::tr("The sessions we asked for"), {status}, list},
        {QStringLiteral("requests show"),
         QStringLiteral("REQUEST..."),
         CliText::tr("The sessions of a request"),
         {},
         show},
        {QStringLiteral("requests poll"),
         QStringLiteral("[ASN...]"),
         CliText::tr("Ask the other networks now, all or these, and print what they say"),
         {status},
         poll},
        {QStringLiteral("requests withdraw"),
         QStringLiteral("SESSION..."),
         CliText::tr("Take sessions back, or down"),
         {reason},
         withdraw},
        {QStringLiteral("endpoint list"), {}, CliText::tr("Where other networks answer"), {}, endpointList},
        {QStringLiteral("endpoint set"),
         QStringLiteral("ASN URL"),
         CliText::tr("Tell where a network's Peering API answers"),
         {body, local},
         endpointSet},
    };
}

} // namespace peerdesk
