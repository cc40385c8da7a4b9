// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/draftcommands.h"

#include "base/localuser.h"
#include "cli/clitext.h"
#include "cli/desk.h"
#include "cli/requestcommands.h"
#include "rak/keytext.h"
#include "workflow/drafts/drafts.h"
#include "workflow/requests/requests.h"

#include <QFile>
#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace peerdesk {
namespace {

bool holdsAddress(const ImportedRow &row)
{
    return IpAddress::parse(row.row.ownAddress).has_value() || IpAddress::parse(row.row.otherAddress).has_value();
}

Result<QList<ImportedRow>> readRows(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error(ErrorKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    const QByteArray start = bytes.trimmed().left(1);
    auto rows = start == "[" || start == "{" ? readDraftRowsFromJson(bytes) : readDraftRows(QString::fromUtf8(bytes));
    if (rows && std::none_of(rows->begin(), rows->end(), holdsAddress))
        return Error(
            ErrorKind::Invalid,
            CliText::tr("%1 holds no address: its columns are location, own_ip, other_ip, secret, note, role and "
                        "asn, in this order or as its first line names them")
                .arg(path));
    return rows;
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

void print(Call &call, const QList<DraftReview> &reviews)
{
    Listing listing({QStringLiteral("draft"), QStringLiteral("asn"), QStringLiteral("location"),
                     QStringLiteral("own_ip"), QStringLiteral("other_ip"), QStringLiteral("ready"),
                     QStringLiteral("problems")});
    for (const DraftReview &review : reviews)
        addReview(listing, review);
    call.print(listing);
}

bool areReady(const QList<DraftReview> &reviews)
{
    return std::all_of(reviews.begin(), reviews.end(), [](const DraftReview &review) { return review.isReady(); });
}

/// What --rak names. A key in place of its reference is refused before anything is stored.
Result<QStringList> keysNamed(const Call &call)
{
    QStringList references = call.options.values(QStringLiteral("rak"));
    for (QString &reference : references) {
        const auto read = KeyReference::parse(reference);
        if (!read)
            return Error(ErrorKind::Invalid, QStringLiteral("--rak: %1").arg(read.error().detail));
        reference = read->toString();
    }
    return references;
}

/// Beside those that go along already.
QCoro::Task<Result<void>> addKeys(Call call, QString draftId, QStringList references)
{
    if (references.isEmpty())
        co_return Result<void>();
    const auto drafts = call.desk.drafts();
    if (!drafts)
        co_return drafts.error();
    const auto draft = co_await (*drafts)->draft(draftId);
    if (!draft)
        co_return draft.error();
    const QStringList all = draft->draft.keys + references;
    const auto set = co_await (*drafts)->setKeys(draftId, all);
    co_return set ? Result<void>() : set.error();
}

enum class FileRows { JoinTheDraft, StandAlone };

/// Drafts of the file's rows, one for each network, with warnings overridden where --override says so.
QCoro::Task<Result<QList<DraftReview>>> draftFile(Call call, QString path, FileRows placed)
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
        auto drafting = placed == FileRows::StandAlone ? (*drafts)->begin(*own, other, rows)
                                                       : (*drafts)->addRows(*own, other, rows);
        const auto review = co_await drafting;
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
    const auto keys = keysNamed(call);
    if (!keys)
        co_return call.failHere(keys.error());
    const QString file = files.first();
    const auto reviews = co_await draftFile(call, file, FileRows::JoinTheDraft);
    if (!reviews)
        co_return call.failHere(reviews.error());
    for (const DraftReview &review : *reviews) {
        const auto added = co_await addKeys(call, review.draft.id, *keys);
        if (!added)
            co_return call.failHere(added.error());
    }
    print(call, *reviews);
    co_return areReady(*reviews) ? ExitCode::Done : ExitCode::Usage;
}

QCoro::Task<ExitCode> listDrafts(Call call)
{
    const auto own = call.desk.ownAsn();
    if (!own)
        co_return call.failHere(own.error());
    const auto drafts = call.desk.drafts();
    if (!drafts)
        co_return call.failHere(drafts.error());
    const auto reviews = co_await (*drafts)->drafts(*own);
    if (!reviews)
        co_return call.failHere(reviews.error());
    print(call, *reviews);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> removeDrafts(Call call)
{
    const QStringList ids = call.arguments();
    if (ids.isEmpty())
        co_return call.misuse(CliText::tr("Name a draft"));
    const auto drafts = call.desk.drafts();
    if (!drafts)
        co_return call.failHere(drafts.error());
    auto worst = ExitCode::Done;
    for (const QString &id : ids) {
        const auto removed = co_await (*drafts)->remove(id);
        if (!removed)
            worst = removed.error().kind == ErrorKind::NotFound
                        ? call.unknown(CliText::tr("%1 is no draft").arg(id))
                        : call.fail(removed.error(), CliText::tr("Draft %1").arg(id));
    }
    co_return worst;
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

/// What to send: drafts by id, and what files hold.
struct Shipment
{
    QStringList drafts;
    QList<DraftReview> fromFiles; ///< are among `drafts` too

    [[nodiscard]] bool isFromFile(const QString &id) const
    {
        return std::any_of(fromFiles.begin(), fromFiles.end(),
                           [&id](const DraftReview &review) { return review.draft.id == id; });
    }
};

QCoro::Task<Result<Shipment>> shipment(Call call)
{
    Shipment shipment;
    for (const QString &argument : call.arguments()) {
        if (argument != u"-" && !QFile::exists(argument)) {
            shipment.drafts.append(argument);
            continue;
        }
        const auto reviews = co_await draftFile(call, argument, FileRows::StandAlone);
        if (!reviews)
            co_return reviews.error();
        for (const DraftReview &review : *reviews)
            shipment.drafts.append(review.draft.id);
        shipment.fromFiles += *reviews;
    }
    if (shipment.drafts.isEmpty())
        co_return Error(ErrorKind::Invalid, CliText::tr("Name a draft or a file"));
    co_return shipment;
}

/// A file that is not sent leaves nothing behind.
QCoro::Task<Result<void>> takeBack(Call call, QString draftId)
{
    const auto drafts = call.desk.drafts();
    if (!drafts)
        co_return drafts.error();
    const auto removed = co_await (*drafts)->remove(draftId);
    co_return !removed && removed.error().kind == ErrorKind::NotFound ? Result<void>() : removed;
}

QCoro::Task<ExitCode> refuseFiles(Call call, QList<DraftReview> fromFiles)
{
    for (const DraftReview &review : fromFiles) {
        const auto taken = co_await takeBack(call, review.draft.id);
        if (!taken)
            co_return call.failHere(taken.error());
    }
    print(call, fromFiles);
    co_return call.misuse(CliText::tr("Nothing was sent: correct the file and send it again"));
}

QCoro::Task<ExitCode> send(Call call)
{
    const auto requests = call.desk.requests();
    if (!requests)
        co_return call.failHere(requests.error());
    const auto keys = keysNamed(call);
    if (!keys)
        co_return call.failHere(keys.error());
    if (call.isSet("issuer")) {
        if (const auto named = call.desk.keys(call.option("issuer")); !named)
            co_return call.misuse(named.error().detail);
    }
    const auto shipped = co_await shipment(call);
    if (!shipped)
        co_return call.failHere(shipped.error());
    if (!areReady(shipped->fromFiles))
        co_return co_await refuseFiles(call, shipped->fromFiles);
    Listing listing = sessionListing();
    QList<Session> sessions;
    auto worst = ExitCode::Done;
    for (const QString &id : shipped->drafts) {
        if (const auto added = co_await addKeys(call, id, *keys); !added)
            co_return call.failHere(added.error());
        const QString who = localUser();
        const auto sent = co_await (*requests)->send(id, who);
        if (!sent) {
            worst = sent.error().kind == ErrorKind::NotFound ? call.unknown(
                        CliText::tr("%1 is no draft, and no file, or its network has no known endpoint").arg(id))
                                                             : call.fail(sent.error(), CliText::tr("Draft %1").arg(id));
            if (shipped->isFromFile(id)) {
                const auto taken = co_await takeBack(call, id);
                if (!taken)
                    co_return call.failHere(taken.error());
            }
            continue;
        }
        const auto went = co_await (*requests)->keys(sent->id);
        for (const SentKey &key : went ? *went : QList<SentKey>())
            call.note(sentKeySentence(key));
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
    const QCommandLineOption rak(
        QStringLiteral("rak"),
        CliText::tr("The reference of a key (RAK) that goes along as proof; may be given several times."),
        QStringLiteral("REFERENCE"));
    const QCommandLineOption issuer(QStringLiteral("issuer"),
                                    CliText::tr("The issuer of those keys (default: the desk's setting)."),
                                    QStringLiteral("URL"));
    return {
        {QStringLiteral("draft"),
         QStringLiteral("FILE"),
         CliText::tr("Draft sessions from CSV or JSON (location, own_ip, other_ip, secret, note, "
                     "role, asn) and say what is wrong with them"),
         {to, override, rak},
         draft},
        {QStringLiteral("send"),
         QStringLiteral("DRAFT|FILE..."),
         CliText::tr("Send drafts, or what a file holds, and print what became of each session"),
         {to, override, rak, issuer},
         send},
        {QStringLiteral("drafts list"), {}, CliText::tr("What is drafted, and what is wrong with it"), {}, listDrafts},
        {QStringLiteral("drafts remove"), QStringLiteral("DRAFT..."), CliText::tr("Remove drafts"), {}, removeDrafts},
    };
}

} // namespace peerdesk
