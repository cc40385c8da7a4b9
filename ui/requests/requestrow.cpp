// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/requestrow.h"

#include "widgets/networkcolumns.h"
#include "widgets/relativetime.h"
#include "widgets/requestlook.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace peerdesk {
namespace {

enum Field {
    StatusField,
    NetworkField,
    AsnField,
    ExchangeField,
    SessionsField,
    AgeField,
    OfferedField,
    FallenField,
    StepField,
    ByField
};

struct RequestRowWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RequestRow)
};

QString dayOf(UtcMs time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date(),
                              RequestRowWords::tr("d MMM", "day and month"));
}

/// What waits for a person, the most urgent first.
QString nextStep(const Request &request)
{
    QList<Status> statuses;
    UtcMs configureBy = 0;
    bool fallen = false;
    for (const Session &session : request.sessions) {
        fallen = fallen || session.hasFallen();
        statuses.append(session.status());
        if (session.status() == Status::Approved && session.configureBy != 0)
            configureBy = configureBy == 0 ? session.configureBy : std::min(configureBy, session.configureBy);
    }
    if (statuses.contains(Status::OutcomeUnknown))
        return RequestRowWords::tr("Find out what became of it");
    if (statuses.contains(Status::Offered))
        return RequestRowWords::tr("Answer the offer");
    if (statuses.contains(Status::Approved))
        return configureBy == 0 ? RequestRowWords::tr("Configure")
                                : RequestRowWords::tr("Configure by %1").arg(dayOf(configureBy));
    if (statuses.contains(Status::Unestablished))
        return RequestRowWords::tr("Draft again or let it be");
    if (statuses.contains(Status::Down))
        return fallen ? RequestRowWords::tr("It was up: look at the router, or take it down")
                      : RequestRowWords::tr("Look at the router");
    return {};
}

Cell statusCellOf(const RequestRow &row)
{
    Cell cell = statusCell(requestLook(row.statuses));
    cell.toolTip = row.trouble;
    return cell;
}

QStringList statusWords(const RequestRow &row)
{
    QStringList words;
    for (const Status status : row.statuses)
        words.append(toText(status));
    const bool over = std::all_of(row.statuses.begin(), row.statuses.end(), isFinal);
    words.append(over ? QStringLiteral("closed") : QStringLiteral("open"));
    return words;
}

/// "M. Ops" of "M. Ops <noc@as64500.example>": the cell is narrow, the tooltip has it all.
QString shortName(const QString &person)
{
    const QString name = person.section(u'<', 0, 0).trimmed();
    return name.isEmpty() ? person : name;
}

Cell byCell(const RequestRow &row)
{
    QStringList lines;
    if (row.askedBy.isEmpty())
        lines.append(RequestRowWords::tr("Not asked from this desk"));
    else
        lines.append(RequestRowWords::tr("Asked by %1").arg(row.askedBy));
    for (const QString &who : row.decidedBy)
        lines.append(RequestRowWords::tr("Decided by %1").arg(who));
    return {.text = row.askedBy.isEmpty() ? row.asn.toString() : shortName(row.askedBy),
            .secondary = true,
            .toolTip = lines.join(u'\n'),
            .spoken = lines.join(QStringLiteral(", "))};
}

} // namespace

RequestRow requestRow(const Request &request, const QString &name, const QStringList &places, UtcMs now)
{
    RequestRow row;
    row.id = request.id;
    row.asn = request.otherAsn;
    row.name = name;
    row.places = places;
    row.nextStep = nextStep(request);
    row.trouble = request.lastError;
    row.askedAt = request.sentAt != 0 ? request.sentAt : request.createdAt;
    row.age = now - row.askedAt;
    row.askedBy = request.requester;
    for (const Session &session : request.sessions) {
        row.statuses.append(session.status());
        row.fallen = row.fallen || session.hasFallen();
        if (!session.decidedBy.isEmpty() && !row.decidedBy.contains(session.decidedBy))
            row.decidedBy.append(session.decidedBy);
    }
    return row;
}

RowTraits<RequestRow> requestTraits()
{
    RowTraits<RequestRow> traits;
    traits.key = [](const RequestRow &row) { return row.id; };
    traits.sentence = [](const RequestRow &row) {
        return RequestRowWords::tr("%1 %2, %3, %4, for %5. %6")
            .arg(row.asn.toString(), row.name,
                 RequestRowWords::tr("%n session(s)", nullptr, static_cast<int>(row.statuses.size())),
                 statusCellOf(row).text, shortAge(row.age), row.nextStep);
    };
    traits.columns = networkColumns<RequestRow>(AsnField, NetworkField, 22);
    traits.columns += {
        {{.id = QStringLiteral("by"), .title = RequestRowWords::tr("By"), .width = 12, .filterField = ByField}, byCell},
        sessionsColumn<RequestRow>(SessionsField,
                                   [](const RequestRow &row) { return static_cast<int>(row.statuses.size()); }),
        {{.id = QStringLiteral("status"),
          .title = RequestRowWords::tr("Status"),
          .width = 17,
          .filterField = StatusField},
         statusCellOf,
         {},
         [](const RequestRow &row) { return row.statuses.isEmpty() ? QString() : toText(row.statuses.first()); }},
        {{.id = QStringLiteral("age"), .title = RequestRowWords::tr("Age"), .width = 7},
         [](const RequestRow &row) {
             return Cell{.text = shortAge(row.age), .secondary = true, .toolTip = exactTime(row.askedAt)};
         },
         [](const RequestRow &row) { return SortKey(double(row.age)); }},
        {{.id = QStringLiteral("next"),
          .title = RequestRowWords::tr("Next step"),
          .stretch = true,
          .filterField = StepField},
         [](const RequestRow &row) { return Cell{.text = row.nextStep, .tone = Tone::Approved}; }},
    };
    traits.filterValue = [](const RequestRow &row, int field) -> FilterValue {
        switch (field) {
        case StatusField:
            return statusWords(row);
        case NetworkField:
            return row.name;
        case AsnField:
            return double(row.asn.number());
        case ExchangeField:
            return row.places;
        case SessionsField:
            return double(row.statuses.size());
        case AgeField:
            return double(row.age);
        case OfferedField:
            return row.statuses.contains(Status::Offered);
        case FallenField:
            return row.fallen;
        case StepField:
            return row.nextStep;
        default:
            return {};
        }
    };
    return traits;
}

QList<FilterField> requestFields()
{
    QStringList statuses = {QStringLiteral("open"), QStringLiteral("closed")};
    for (int status = int(Status::Sending); status <= int(Status::Withdrawn); ++status)
        statuses.append(toText(static_cast<Status>(status)));
    using Kind = FilterField::Kind;
    return {
        {QStringLiteral("status"), RequestRowWords::tr("Where its sessions stand"), Kind::Enum, statuses, false},
        {QStringLiteral("network"), RequestRowWords::tr("Name of the network"), Kind::Text, {}, true},
        {QStringLiteral("asn"), RequestRowWords::tr("AS number"), Kind::Number, {}, true},
        {QStringLiteral("exchange"), RequestRowWords::tr("Where the sessions are"), Kind::Text, {}, true},
        {QStringLiteral("sessions"), RequestRowWords::tr("How many were asked for"), Kind::Number, {}, false},
        {QStringLiteral("age"), RequestRowWords::tr("Since it was asked"), Kind::Duration, {}, false},
        {QStringLiteral("offered"), RequestRowWords::tr("The other side offers something"), Kind::Flag, {}, false},
        {QStringLiteral("fallen"), RequestRowWords::tr("A session was up and is not"), Kind::Flag, {}, false},
        {QStringLiteral("next"), RequestRowWords::tr("Next step"), Kind::Text, {}, false},
        {QStringLiteral("by"), RequestRowWords::tr("Who asked or decided"), Kind::Text, {}, false},
    };
}

} // namespace peerdesk
