// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbound/inboundrow.h"

#include "widgets/networkcolumns.h"
#include "widgets/relativetime.h"
#include "widgets/requestlook.h"

#include <QCoreApplication>

#include <algorithm>

namespace peerdesk {
namespace {

enum Field { StatusField, NetworkField, AsnField, ExchangeField, SessionsField, AgeField, EvidenceField, FallenField };

struct InboundRowWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::InboundRow)
};

QString weightInWords(Evidence::Weight weight)
{
    switch (weight) {
    case Evidence::Weight::Bad:
        return QStringLiteral("bad");
    case Evidence::Weight::Doubtful:
        return QStringLiteral("doubtful");
    case Evidence::Weight::Neutral:
    case Evidence::Weight::Good:
        break;
    }
    return QStringLiteral("good");
}

DetailContent::Evidence::Line evidenceLine(const Evidence &evidence)
{
    switch (evidence.weight) {
    case Evidence::Weight::Good:
        return {evidence.kind == Evidence::Kind::SignedIn ? Icon::ShieldCheck : Icon::CircleCheck, Tone::Established,
                evidence.text};
    case Evidence::Weight::Doubtful:
        return {Icon::TriangleAlert, Tone::Pending, evidence.text};
    case Evidence::Weight::Bad:
        return {Icon::CircleAlert, Tone::Rejected, evidence.text};
    case Evidence::Weight::Neutral:
        break;
    }
    return {Icon::Info, Tone::Muted, evidence.text};
}

Cell evidenceCell(const InboundRow &row)
{
    if (row.undecided == 0)
        return {};
    switch (row.worst) {
    case Evidence::Weight::Bad:
        return {.icon = Icon::CircleAlert,
                .tone = Tone::Rejected,
                .toolTip = InboundRowWords::tr("Something speaks against it"),
                .spoken = InboundRowWords::tr("something speaks against it")};
    case Evidence::Weight::Doubtful:
        return {.icon = Icon::TriangleAlert,
                .tone = Tone::Pending,
                .toolTip = InboundRowWords::tr("Something is doubtful"),
                .spoken = InboundRowWords::tr("something is doubtful")};
    case Evidence::Weight::Neutral:
    case Evidence::Weight::Good:
        break;
    }
    return {.icon = Icon::ShieldCheck,
            .tone = Tone::Established,
            .toolTip = InboundRowWords::tr("Nothing speaks against it"),
            .spoken = InboundRowWords::tr("nothing speaks against it")};
}

Cell statusCellOf(const InboundRow &row)
{
    if (!row.deciding)
        return statusCell(requestLook(row.statuses));
    switch (*row.deciding) {
    case Verdict::Approve:
        return {.text = InboundRowWords::tr("Approving"), .icon = Icon::Hourglass, .tone = Tone::Approved};
    case Verdict::Reject:
        return {.text = InboundRowWords::tr("Rejecting"), .icon = Icon::Hourglass, .tone = Tone::Rejected};
    case Verdict::Hold:
        break;
    }
    return {.text = InboundRowWords::tr("Holding"), .icon = Icon::Hourglass, .tone = Tone::Pending};
}

QStringList statusWords(const InboundRow &row)
{
    QStringList words;
    if (row.undecided > 0)
        words.append(QStringLiteral("undecided"));
    for (const Status status : row.statuses)
        words.append(toText(status));
    return words;
}

QString familyWord(const Session &session)
{
    return session.proposal.family() == Family::IPv6 ? QStringLiteral("v6") : QStringLiteral("v4");
}

/// One line for each thing said, however many sessions it was said of.
QList<Evidence> allEvidence(const InboundRequest &request)
{
    QList<Evidence> all = request.evidence;
    for (const InboundSession &session : request.sessions) {
        for (const Evidence &evidence : session.evidence) {
            if (!all.contains(evidence))
                all.append(evidence);
        }
    }
    return all;
}

void addLines(DetailContent &content, const QString &title, const QList<Evidence> &evidence)
{
    if (evidence.isEmpty())
        return;
    DetailContent::Evidence block;
    for (const Evidence &one : evidence)
        block.lines.append(evidenceLine(one));
    content.blocks << DetailContent::Section{title} << block;
}

void addTexts(DetailContent &content, const QString &title, const QList<Evidence> &evidence)
{
    if (evidence.isEmpty())
        return;
    content.blocks << DetailContent::Section{title};
    for (const Evidence &one : evidence)
        content.blocks << DetailContent::Text{one.text};
}

DetailContent::Table sessionTable(const InboundRequest &request, const QSet<QString> &chosen)
{
    DetailContent::Table table{
        QStringLiteral("sessions"),
        {{.id = QStringLiteral("place"), .title = InboundRowWords::tr("Exchange"), .stretch = true},
         {.id = QStringLiteral("theirs"), .title = InboundRowWords::tr("Theirs"), .width = 16}},
        {}};
    // Where all stand alike the row of the request has said it.
    const bool mixed =
        std::any_of(request.sessions.begin(), request.sessions.end(), [&request](const InboundSession &one) {
            return one.session.status() != request.sessions.first().session.status();
        });
    if (mixed)
        table.columns.append({.id = QStringLiteral("status"), .title = InboundRowWords::tr("Status"), .width = 12});
    for (const InboundSession &session : request.sessions) {
        Cell place{.text = InboundRowWords::tr("%1 %2").arg(session.locationName, familyWord(session.session))};
        place.icon = chosen.contains(session.session.id) ? Icon::Check : Icon::None;
        place.toolTip = place.spoken = session.locationName;
        if (chosen.contains(session.session.id))
            place.spoken = InboundRowWords::tr("%1, chosen").arg(place.text);
        const Cell theirs{
            .text = session.session.otherAddress().toString(),
            .mono = true,
            .toolTip = InboundRowWords::tr("%1, ours %2")
                           .arg(session.session.otherAddress().toString(), session.session.ownAddress().toString())};
        table.rows.append({session.session.id, {place, theirs, statusCell(statusLook(session.session.status()))}});
    }
    return table;
}

} // namespace

InboundRow inboundRow(const InboundRequest &request, std::optional<Verdict> deciding, UtcMs now)
{
    InboundRow row;
    row.id = request.id;
    row.asn = request.otherAsn;
    row.name = request.networkName;
    row.sessions = static_cast<int>(request.sessions.size());
    row.undecided = request.undecidedCount();
    row.worst = request.worst();
    row.deciding = deciding;
    row.createdAt = request.createdAt;
    row.age = now - request.createdAt;
    for (const InboundSession &session : request.sessions) {
        row.statuses.append(session.session.status());
        row.fallen = row.fallen || session.session.hasFallen();
        if (!row.places.contains(session.locationName))
            row.places.append(session.locationName);
    }
    return row;
}

RowTraits<InboundRow> inboundTraits()
{
    RowTraits<InboundRow> traits;
    traits.key = [](const InboundRow &row) { return row.id; };
    traits.sentence = [](const InboundRow &row) {
        return InboundRowWords::tr("%1 %2 asks for %3 at %4, %5, %6 old")
            .arg(row.asn.toString(), row.name, InboundRowWords::tr("%n session(s)", nullptr, row.sessions),
                 row.places.join(QStringLiteral(", ")), statusCellOf(row).text, shortAge(row.age));
    };
    traits.columns = {
        {{.id = QStringLiteral("age"), .title = InboundRowWords::tr("Age"), .width = 9},
         [](const InboundRow &row) {
             return Cell{.text = shortAge(row.age), .secondary = true, .toolTip = exactTime(row.createdAt)};
         },
         [](const InboundRow &row) { return SortKey(double(-row.createdAt)); }},
    };
    traits.columns += networkColumns<InboundRow>(AsnField, NetworkField, 18);
    traits.columns += {
        {{.id = QStringLiteral("where"),
          .title = InboundRowWords::tr("Where"),
          .stretch = true,
          .filterField = ExchangeField},
         [](const InboundRow &row) {
             const QString places = row.places.join(QStringLiteral(", "));
             return Cell{.text = places, .toolTip = places};
         },
         {},
         [](const InboundRow &row) { return row.places.value(0); }},
        sessionsColumn<InboundRow>(SessionsField, [](const InboundRow &row) { return row.sessions; }),
        {{.id = QStringLiteral("evidence"),
          .title = InboundRowWords::tr("Evidence"),
          .width = 8,
          .filterField = EvidenceField,
          .centered = true},
         evidenceCell,
         [](const InboundRow &row) { return SortKey(double(row.worst)); },
         [](const InboundRow &row) { return weightInWords(row.worst); }},
        {{.id = QStringLiteral("status"),
          .title = InboundRowWords::tr("Status"),
          .width = 14,
          .filterField = StatusField},
         statusCellOf,
         {},
         [](const InboundRow &row) { return row.statuses.isEmpty() ? QString() : toText(row.statuses.first()); }},
    };
    traits.filterValue = [](const InboundRow &row, int field) -> FilterValue {
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
            return double(row.sessions);
        case AgeField:
            return double(row.age);
        case EvidenceField:
            return weightInWords(row.worst);
        case FallenField:
            return row.fallen;
        default:
            return {};
        }
    };
    return traits;
}

QList<FilterField> inboundFields()
{
    QStringList statuses = {QStringLiteral("undecided")};
    for (const Status status : {Status::Pending, Status::Held, Status::Approved, Status::Down, Status::Established,
                                Status::Unestablished, Status::Rejected, Status::Withdrawn})
        statuses.append(toText(status));
    using Kind = FilterField::Kind;
    return {
        {QStringLiteral("status"), InboundRowWords::tr("Where its sessions stand"), Kind::Enum, statuses, false},
        {QStringLiteral("network"), InboundRowWords::tr("Name of the network"), Kind::Text, {}, true},
        {QStringLiteral("asn"), InboundRowWords::tr("AS number"), Kind::Number, {}, true},
        {QStringLiteral("exchange"), InboundRowWords::tr("Where it wants to meet"), Kind::Text, {}, true},
        {QStringLiteral("sessions"), InboundRowWords::tr("How many it asks for"), Kind::Number, {}, false},
        {QStringLiteral("age"), InboundRowWords::tr("Since it was asked"), Kind::Duration, {}, false},
        {QStringLiteral("evidence"),
         InboundRowWords::tr("What speaks for it"),
         Kind::Enum,
         {QStringLiteral("good"), QStringLiteral("doubtful"), QStringLiteral("bad")},
         false},
        {QStringLiteral("fallen"), InboundRowWords::tr("A session was up and is not"), Kind::Flag, {}, false},
    };
}

DetailContent inboundDetail(const InboundRequest &request, const QSet<QString> &chosen, UtcMs now)
{
    DetailContent content;
    content.key = request.id;
    content.title = request.networkName.isEmpty() ? request.otherAsn.toString() : request.networkName;
    content.subtitle =
        InboundRowWords::tr("%1 asks for %2 · %3")
            .arg(request.otherAsn.toString(),
                 InboundRowWords::tr("%n session(s)", nullptr, static_cast<int>(request.sessions.size())),
                 relativeTime(request.createdAt, now));
    content.blocks << DetailContent::Section{InboundRowWords::tr("Sessions")} << sessionTable(request, chosen);
    for (const InboundSession &session : request.sessions) {
        if (!session.session.reason.isEmpty())
            content.blocks << DetailContent::Text{
                InboundRowWords::tr("%1 %2: “%3”")
                    .arg(session.locationName, familyWord(session.session), session.session.reason),
                statusLook(session.session.status()).tone};
    }
    QList<Evidence> facts;
    QList<Evidence> policy;
    QList<Evidence> earlier;
    const QList<Evidence> all = allEvidence(request);
    for (const Evidence &evidence : all) {
        if (evidence.kind == Evidence::Kind::Policy)
            policy.append(evidence);
        else if (evidence.kind == Evidence::Kind::EarlierRequests)
            earlier.append(evidence);
        else
            facts.append(evidence);
    }
    addLines(content, InboundRowWords::tr("Evidence"), facts);
    addTexts(content, InboundRowWords::tr("Policy says"), policy);
    addTexts(content, InboundRowWords::tr("Earlier"), earlier);
    return content;
}

QString decisionInWords(Verdict verdict, int sessions, const QString &whose)
{
    switch (verdict) {
    case Verdict::Approve:
        return InboundRowWords::tr("Approving %n session(s) of %1", nullptr, sessions).arg(whose);
    case Verdict::Reject:
        return InboundRowWords::tr("Rejecting %n session(s) of %1", nullptr, sessions).arg(whose);
    case Verdict::Hold:
        break;
    }
    return InboundRowWords::tr("Holding %n session(s) of %1", nullptr, sessions).arg(whose);
}

} // namespace peerdesk
