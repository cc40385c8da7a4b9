// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inboundcommands.h"

#include "base/localuser.h"
#include "cli/clitext.h"
#include "cli/desk.h"
#include "workflow/inbound/inbound.h"

#include <QJsonArray>

#include <algorithm>

namespace peerdesk {
namespace {

QJsonArray textsOf(const QList<Evidence> &evidence)
{
    QJsonArray texts;
    for (const Evidence &one : evidence)
        texts.append(one.text);
    return texts;
}

Listing inboundListing()
{
    return Listing({QStringLiteral("session"), QStringLiteral("version"), QStringLiteral("request"),
                    QStringLiteral("asked_at"), QStringLiteral("asn"), QStringLiteral("network"),
                    QStringLiteral("location"), QStringLiteral("own_ip"), QStringLiteral("other_ip"),
                    QStringLiteral("status"), QStringLiteral("evidence"), QStringLiteral("keys")});
}

/// What was found of those that came with the request.
QList<Evidence> keysOfRequest(const InboundRequest &request)
{
    QList<Evidence> keys;
    std::copy_if(request.evidence.begin(), request.evidence.end(), std::back_inserter(keys),
                 [](const Evidence &one) { return one.kind == Evidence::Kind::Key; });
    return keys;
}

void addInbound(Listing &listing, const InboundRequest &request, const InboundSession &inbound)
{
    const Session &session = inbound.session;
    listing.add({session.id, session.version, request.id, toRfc3339(request.createdAt),
                 static_cast<qint64>(request.otherAsn.number()), request.networkName, inbound.locationName,
                 session.ownAddress().toString(), session.otherAddress().toString(), toText(session.status()),
                 textsOf(inbound.evidence), textsOf(keysOfRequest(request))});
}

QCoro::Task<Result<QList<InboundRequest>>> requestsOf(Call call)
{
    const auto own = call.desk.ownAsn();
    if (!own)
        co_return own.error();
    const auto inbound = call.desk.inbound();
    if (!inbound)
        co_return inbound.error();
    co_return co_await (*inbound)->requests(*own);
}

QCoro::Task<ExitCode> list(Call call)
{
    const auto requests = co_await requestsOf(call);
    if (!requests)
        co_return call.failHere(requests.error());
    Listing listing = inboundListing();
    for (const InboundRequest &request : *requests) {
        for (const InboundSession &session : request.sessions) {
            if (call.isSet("all") || session.isUndecided())
                addInbound(listing, request, session);
        }
    }
    call.print(listing);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> show(Call call)
{
    if (call.arguments().isEmpty())
        co_return call.misuse(CliText::tr("inbound show takes the ids of requests"));
    const auto inbound = call.desk.inbound();
    if (!inbound)
        co_return call.failHere(inbound.error());
    Listing listing({QStringLiteral("about"), QStringLiteral("weight"), QStringLiteral("evidence")});
    const auto add = [&listing](const QString &about, const QList<Evidence> &evidence) {
        const QStringList weights{QStringLiteral("good"), QStringLiteral("neutral"), QStringLiteral("doubtful"),
                                  QStringLiteral("bad")};
        for (const Evidence &one : evidence)
            listing.add({about, weights.at(static_cast<int>(one.weight)), one.text});
    };
    for (const QString &id : call.arguments()) {
        const auto request = co_await (*inbound)->request(id);
        if (!request && request.error().kind == ErrorKind::NotFound)
            co_return call.unknown(CliText::tr("The desk knows no request %1").arg(id));
        if (!request)
            co_return call.failHere(request.error());
        add(request->id, request->evidence);
        for (const InboundSession &session : request->sessions)
            add(session.session.id, session.evidence);
    }
    call.print(listing);
    co_return ExitCode::Done;
}

/// "SESSION", "SESSION@VERSION" or a request, which stands for all of it that is undecided.
Result<QList<InboundDecision::Seen>> sessionsMeant(const QList<InboundRequest> &requests, const QStringList &arguments)
{
    QList<InboundDecision::Seen> meant;
    for (const QString &argument : arguments) {
        const QString id = argument.section(u'@', 0, 0);
        bool isVersion = false;
        const qint64 version = argument.section(u'@', 1).toLongLong(&isVersion);
        const auto before = meant.size();
        for (const InboundRequest &request : requests) {
            for (const InboundSession &session : request.sessions) {
                if (session.session.id == id)
                    meant.append({id, isVersion ? version : session.session.version});
                else if (request.id == id && session.isUndecided())
                    meant.append({session.session.id, session.session.version});
            }
        }
        if (meant.size() == before)
            return Error(ErrorKind::NotFound, CliText::tr("The desk knows no session or undecided request %1").arg(id));
    }
    if (meant.isEmpty())
        return Error(ErrorKind::Invalid, CliText::tr("Name a session or a request"));
    return meant;
}

ExitCode printOutcomes(const Call &call, const QList<DecisionOutcome> &outcomes)
{
    Listing listing(
        {QStringLiteral("session"), QStringLiteral("status"), QStringLiteral("decided_by"), QStringLiteral("problem")});
    auto worst = ExitCode::Done;
    qsizetype refused = 0;
    for (const DecisionOutcome &outcome : outcomes) {
        if (outcome.refusal) {
            ++refused;
            worst = exitCodeOf(*outcome.refusal);
            listing.add({outcome.sessionId, QJsonValue(), QJsonValue(), outcome.refusal->detail});
        } else {
            listing.add({outcome.sessionId, toText(outcome.session.status()), outcome.session.decidedBy, QJsonValue()});
        }
    }
    call.print(listing);
    return refused > 0 && refused < outcomes.size() ? ExitCode::InPart : worst;
}

QCoro::Task<ExitCode> decide(Call call, Verdict verdict)
{
    const auto inbound = call.desk.inbound();
    if (!inbound)
        co_return call.failHere(inbound.error());
    const auto requests = co_await requestsOf(call);
    if (!requests)
        co_return call.failHere(requests.error());
    const auto meant = sessionsMeant(*requests, call.arguments());
    if (!meant)
        co_return call.failHere(meant.error());
    InboundDecision decision;
    decision.verdict = verdict;
    decision.sessions = *meant;
    decision.reason = call.option("reason");
    decision.who = call.isSet("as") ? call.option("as") : localUser();
    const auto outcomes = co_await (*inbound)->decideNow(decision);
    if (!outcomes)
        co_return call.failHere(outcomes.error());
    co_return printOutcomes(call, *outcomes);
}

QCoro::Task<ExitCode> approve(Call call)
{
    co_return co_await decide(call, Verdict::Approve);
}

QCoro::Task<ExitCode> reject(Call call)
{
    co_return co_await decide(call, Verdict::Reject);
}

QCoro::Task<ExitCode> hold(Call call)
{
    co_return co_await decide(call, Verdict::Hold);
}

} // namespace

QList<Command> inboundCommands()
{
    const QString sessions = QStringLiteral("SESSION[@VERSION]|REQUEST...");
    const QCommandLineOption all(QStringLiteral("all"), CliText::tr("Also what is decided."));
    const QCommandLineOption reason(QStringLiteral("reason"),
                                    CliText::tr("Why; a rejection's is told to the other network."),
                                    QStringLiteral("TEXT"));
    const QCommandLineOption as(QStringLiteral("as"), CliText::tr("Who decides, for the history (default: user@host)."),
                                QStringLiteral("NAME"));
    return {
        {QStringLiteral("inbound list"), {}, CliText::tr("What other networks ask for"), {all}, list},
        {QStringLiteral("inbound show"),
         QStringLiteral("REQUEST..."),
         CliText::tr("What speaks for and against a request"),
         {},
         show},
        {QStringLiteral("inbound approve"), sessions, CliText::tr("Approve sessions"), {reason, as}, approve},
        {QStringLiteral("inbound reject"), sessions, CliText::tr("Reject sessions"), {reason, as}, reject},
        {QStringLiteral("inbound hold"), sessions, CliText::tr("Hold sessions back for now"), {reason, as}, hold},
    };
}

} // namespace peerdesk
