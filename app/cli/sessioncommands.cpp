// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessioncommands.h"

#include "base/localuser.h"
#include "cli/clitext.h"
#include "cli/desk.h"
#include "workflow/requests/requests.h"
#include "workflow/sessions/bringup.h"

namespace peerdesk {
namespace {

using Done = QCoro::Task<Result<void>>;
/// Does it to these sessions.
using Deed = std::function<Done(BringUp &, QStringList, const Call &)>;
using RequestDeed = std::function<Done(Requests &, QStringList)>;

ExitCode endOf(const Call &call, const Result<void> &done)
{
    if (done)
        return ExitCode::Done;
    const Error &error = done.error();
    return error.kind == ErrorKind::NotFound
               ? call.unknown(CliText::tr("The desk knows no session %1").arg(error.detail))
               : call.failHere(error);
}

ExitCode noSessions(const Call &call)
{
    return call.misuse(CliText::tr("Name sessions by their ids, as requests list and inbound list print them"));
}

QCoro::Task<ExitCode> doTo(Call call, QStringList sessions, Deed deed)
{
    if (sessions.isEmpty())
        co_return noSessions(call);
    const auto bringUp = call.desk.bringUp();
    if (!bringUp)
        co_return call.failHere(bringUp.error());
    auto doing = deed(**bringUp, sessions, call);
    const auto done = co_await doing;
    co_return endOf(call, done);
}

QCoro::Task<ExitCode> configured(Call call)
{
    return doTo(call, call.arguments(), [](BringUp &bringUp, QStringList sessions, const Call &) {
        return bringUp.markConfigured(sessions, localUser());
    });
}

QCoro::Task<ExitCode> up(Call call)
{
    return doTo(call, call.arguments(), [](BringUp &bringUp, QStringList sessions, const Call &) {
        return bringUp.markEstablished(sessions, localUser());
    });
}

QCoro::Task<ExitCode> takeBack(Call call)
{
    return doTo(call, call.arguments(), [](BringUp &bringUp, QStringList sessions, const Call &asked) {
        return bringUp.takeBack(sessions, localUser(), asked.option("reason"));
    });
}

QCoro::Task<ExitCode> exportThem(Call call)
{
    return doTo(call, call.arguments().mid(1), [](BringUp &bringUp, QStringList sessions, const Call &asked) {
        return bringUp.exportApproved(sessions, asked.arguments().first());
    });
}

QCoro::Task<ExitCode> doInRequests(Call call, RequestDeed deed)
{
    if (call.arguments().isEmpty())
        co_return noSessions(call);
    const auto requests = call.desk.requests();
    if (!requests)
        co_return call.failHere(requests.error());
    auto doing = deed(**requests, call.arguments());
    const auto done = co_await doing;
    co_return endOf(call, done);
}

QCoro::Task<ExitCode> accept(Call call)
{
    return doInRequests(
        call, [](Requests &requests, QStringList sessions) { return requests.acceptOffers(sessions, localUser()); });
}

QCoro::Task<ExitCode> settle(Call call)
{
    const QString outcome = call.option("outcome");
    const bool created = outcome == u"created";
    if (!created && outcome != u"not-created")
        co_return call.misuse(CliText::tr("--outcome is created or not-created"));
    auto doing = doInRequests(call, [created](Requests &requests, QStringList sessions) {
        return requests.resolveOutcome(
            sessions, created ? Requests::Outcome::WasCreated : Requests::Outcome::WasNotCreated, localUser());
    });
    co_return co_await doing;
}

QCoro::Task<ExitCode> redraft(Call call)
{
    if (call.arguments().isEmpty())
        co_return noSessions(call);
    const auto requests = call.desk.requests();
    if (!requests)
        co_return call.failHere(requests.error());
    const QStringList sessions = call.arguments();
    const auto draft = co_await (*requests)->draftAgain(sessions);
    if (!draft)
        co_return endOf(call, draft.error());
    Listing listing({QStringLiteral("draft")});
    listing.add({*draft});
    call.print(listing);
    co_return ExitCode::Done;
}

} // namespace

QList<Command> sessionCommands()
{
    const QCommandLineOption reason(QStringLiteral("reason"), CliText::tr("Why; the other network is told."),
                                    QStringLiteral("TEXT"));
    const QCommandLineOption outcome(QStringLiteral("outcome"),
                                     CliText::tr("What was found out: created or not-created."),
                                     QStringLiteral("OUTCOME"));
    const QString sessions = QStringLiteral("SESSION...");
    return {
        {QStringLiteral("sessions export"),
         QStringLiteral("FILE SESSION..."),
         CliText::tr("Write approved sessions with their secrets for a router's configuration, as CSV or JSON by the "
                     "file's name"),
         {},
         exportThem},
        {QStringLiteral("sessions configured"),
         sessions,
         CliText::tr("Tell that approved sessions are configured on our routers"),
         {},
         configured},
        {QStringLiteral("sessions up"), sessions, CliText::tr("Tell that sessions are established"), {}, up},
        {QStringLiteral("sessions take-down"),
         sessions,
         CliText::tr("Take back sessions that others asked us for; what we asked for is withdrawn"),
         {reason},
         takeBack},
        {QStringLiteral("requests accept"), sessions, CliText::tr("Accept offered sessions"), {}, accept},
        {QStringLiteral("requests settle"),
         sessions,
         CliText::tr("Tell what became of sessions whose outcome is unknown; those not created are sent again"),
         {outcome},
         settle},
        {QStringLiteral("requests redraft"),
         sessions,
         CliText::tr("Put rejected and unestablished sessions into a draft again, and print its id"),
         {},
         redraft},
    };
}

} // namespace peerdesk
