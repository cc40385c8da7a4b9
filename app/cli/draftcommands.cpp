// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/draftcommands.h"

#include "cli/clitext.h"
#include "cli/desk.h"
#include "cli/requestcommands.h"
#include "workflow/drafts/drafts.h"
#include "workflow/requests/requests.h"

#include <QFile>
#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace peerdesk {
namespace {

Result<QList<ImportedRow>> readRows(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error(ErrorKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    const QByteArray start = bytes.trimmed().left(1);
    return start == "[" || start == "{" ? readDraftRowsFromJson(bytes) : readDraftRows(QString::fromUtf8(bytes));
}

/// The rows of a file by the network they are for: the file's "asn" column, else --to.
Result<QMap<Asn, QList<DraftRow>>> rowsByNetwork(const Call &call, const QString &path)
{
    const auto rows = readRows(path);
    if (!rows)
        return rows.error();
    const Asn to = Asn::parse(call.option("to")).value_or(Asn());
    if (call.isSet("to") && !to.isValid())
        return Error(ErrorKind::Invalid, CliText::tr("--to is no AS number: %1").arg(call.option("to")));
    QMap<Asn, QList<DraftRow>> byNetwork;
    for (const ImportedRow &row : *rows) {
        const Asn asn = row.otherAsn.isValid() ? row.otherAsn : to;
        if (!asn.isValid())
            return Error(ErrorKind::Invalid, CliText::tr("Name the other network with --to or "
                                                         "an asn column"));
        byNetwork[asn].append(row.row);
    }
    if (byNetwork.isEmpty())
        return Error(ErrorKind::Invalid, CliText::tr("%1 has no rows").arg(path));
    return byNetwork;
}

void addReview(Listing &listing, const DraftReview &review)
{
    for (qsizetype i = 0; i < review.rows.size(); ++i) {
        const DraftRow &row = review.draft.rows.at(i);
        QJsonArray problems;
        for (const CellProblem &problem : review.rows.at(i).problems)
            problems.append(QStringLiteral("%1: %2").arg(toText(problem.column), problem.sentence));
        listing.add({review.draft.id, static_cast<qint64>(review.draft.otherAsn.number()), row.location, row.ownAddress,
                     row.otherAddress, !review.rows.at(i).blocked, problems});
    }
}

Listing draftListing()
{
    return Listing({QStringLiteral("draft"), QStringLiteral("asn"), QStringLiteral("location"),
                    QStringLiteral("own_ip"), QStringLiteral("other_ip"), QStringLiteral("ready"),
                    QStringLiteral("problems")});
}

/// Drafts of the file's rows, one for each network, with warnings overridden where --override says so.
QCoro::Task<Result<QList<DraftReview>>> draftFile(Call call, QString path)
{
    const auto own = call.desk.ownAsn();
    if (!own)
        co_return own.error();
    const auto byNetwork = rowsByNetwork(call, path);
    if (!byNetwork)
        co_return byNetwork.error();
    const auto drafts = call.desk.drafts();
    if (!drafts)
        co_return drafts.error();
    QList<DraftReview> reviews;
    for (auto it = byNetwork->begin(); it != byNetwork->end(); ++it) {
        QList<DraftRow> rows = it.value();
        for (DraftRow &row : rows)
            row.overridden = call.isSet("override");
        const Asn other = it.key();
        const auto review = co_await (*drafts)->addRows(*own, other, rows);
        if (!review)
            co_return review.error();
        reviews.append(*review);
    }
    co_return reviews;
}

QCoro::Task<ExitCode> draft(Call call)
{
    const QStringList files = call.arguments();
    if (files.size() != 1)
        co_return call.misuse(CliText::tr("draft takes one file, or - for standard input"));
    const QString file = files.first();
    const auto reviews = co_await draftFile(call, file);
    if (!reviews)
        co_return call.failHere(reviews.error());
    Listing listing = draftListing();
    for (const DraftReview &review : *reviews)
        addReview(listing, review);
    call.print(listing);
    const bool ready = std::all_of(reviews->begin(), reviews->end(), [](const DraftReview &r) { return r.isReady(); });
    co_return ready ? ExitCode::Done : ExitCode::Usage;
}

ExitCode outcomeOf(const QList<Session> &sessions)
{
    const auto count = [&sessions](std::initializer_list<Status> states) {
        return std::count_if(sessions.begin(), sessions.end(), [states](const Session &session) {
            return std::find(states.begin(), states.end(), session.status()) != states.end();
        });
    };
    if (count({Status::Sending, Status::OutcomeUnknown}) > 0)
        return ExitCode::Unknown;
    const auto rejected = count({Status::Rejected, Status::Withdrawn});
    if (rejected == sessions.size())
        return ExitCode::Refused;
    return rejected > 0 ? ExitCode::InPart : ExitCode::Done;
}

/// What to send: drafts by id, or those that are made of a file now.
QCoro::Task<Result<QStringList>> draftsToSend(Call call)
{
    QStringList ids;
    for (const QString &argument : call.arguments()) {
        if (argument != u"-" && !QFile::exists(argument)) {
            ids.append(argument);
            continue;
        }
        const auto reviews = co_await draftFile(call, argument);
        if (!reviews)
            co_return reviews.error();
        for (const DraftReview &review : *reviews)
            ids.append(review.draft.id);
    }
    if (ids.isEmpty())
        co_return Error(ErrorKind::Invalid, CliText::tr("Name a draft or a file"));
    co_return ids;
}

QCoro::Task<ExitCode> send(Call call)
{
    const auto requests = call.desk.requests();
    if (!requests)
        co_return call.failHere(requests.error());
    const auto ids = co_await draftsToSend(call);
    if (!ids)
        co_return call.failHere(ids.error());
    Listing listing = sessionListing();
    QList<Session> sessions;
    auto worst = ExitCode::Done;
    for (const QString &id : *ids) {
        const QString who = CommandDesk::whoAmI();
        const auto sent = co_await (*requests)->send(id, who);
        if (!sent) {
            worst = sent.error().kind == ErrorKind::NotFound ? call.unknown(
                        CliText::tr("%1 is no draft, and no file, or its network has no known endpoint").arg(id))
                                                             : call.fail(sent.error(), CliText::tr("Draft %1").arg(id));
            continue;
        }
        sessions += sent->sessions;
        for (const Session &session : sent->sessions)
            addSession(listing, session);
    }
    call.print(listing);
    if (sessions.isEmpty())
        co_return worst;
    const ExitCode outcome = outcomeOf(sessions);
    co_return worst != ExitCode::Done &&outcome == ExitCode::Done ? ExitCode::InPart : outcome;
}

} // namespace

QList<Command> draftCommands()
{
    const QCommandLineOption to(QStringLiteral("to"),
                                CliText::tr("The other network, where the file has no asn column."),
                                QStringLiteral("ASN"));
    const QCommandLineOption override(
        QStringLiteral("override"),
        CliText::tr("Send in spite of warnings (an address that PeeringDB does not know yet)."));
    return {
        {QStringLiteral("draft"),
         QStringLiteral("FILE"),
         CliText::tr("Draft sessions from CSV or JSON (location, own_ip, other_ip, secret, note, "
                     "role, asn) and say what is wrong with them"),
         {to, override},
         draft},
        {QStringLiteral("send"),
         QStringLiteral("DRAFT|FILE..."),
         CliText::tr("Send drafts, or what a file holds, and print what became of each session"),
         {to, override},
         send},
    };
}

} // namespace peerdesk
