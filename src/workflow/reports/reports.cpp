// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/reports/reports.h"

#include "storage/auditstore.h"
#include "storage/database.h"
#include "storage/sessionstore.h"
#include "workflow/reports/reportwords.h"

#include <QCoroFuture>
#include <QHash>

#include <algorithm>

namespace peerdesk {
namespace {

/// In the order of reportFields().
enum Field {
    AsnField,
    NetworkField,
    LocationField,
    AddressField,
    FamilyField,
    StatusField,
    DirectionField,
    DecidedByField,
    ReasonField,
    ToDecisionField,
    ToEstablishedField,
    FallenField
};

FilterValue durationValue(const std::optional<UtcMs> &duration)
{
    return duration ? FilterValue(static_cast<double>(*duration)) : FilterValue();
}

FilterValue valueOf(const ReportRow &row, int field)
{
    const Session &session = row.session;
    switch (field) {
    case AsnField:
        return static_cast<double>(session.otherAsn().number());
    case NetworkField:
        return row.networkName;
    case LocationField:
        return QStringList{row.locationName, session.proposal.location.toString()};
    case AddressField:
        return QStringList{session.ownAddress().toString(), session.otherAddress().toString()};
    case FamilyField:
        return toText(session.proposal.family());
    case StatusField:
        return toText(session.status());
    case DirectionField:
        return toText(row.direction);
    case DecidedByField:
        return session.decidedBy;
    case ReasonField:
        return session.reason;
    case ToDecisionField:
        return durationValue(row.toDecision);
    case ToEstablishedField:
        return durationValue(row.toEstablished);
    case FallenField:
        return session.hasFallen();
    default:
        return {};
    }
}

QStringList statusWords()
{
    QStringList words;
    for (int i = 0; i <= static_cast<int>(Status::Withdrawn); ++i)
        words.append(toText(static_cast<Status>(i)));
    return words;
}

struct ReportRecords
{
    QList<Session> sessions;
    QHash<QString, UtcMs> firstUp; ///< by session
};

Result<ReportRecords> readRecords(QSqlDatabase &database, const Envelope &envelope, const ReportQuery &query)
{
    SessionFilter filter;
    filter.ownAsn = query.ownAsn;
    filter.createdFrom = query.from;
    filter.createdBefore = query.until;
    filter.withDeleted = true;
    const auto sessions = SessionStore(database, envelope).sessions(filter);
    if (!sessions)
        return sessions.error();
    ReportRecords records{*sessions, {}};
    const auto audit = AuditStore(database).between(query.ownAsn, query.from, std::numeric_limits<UtcMs>::max());
    if (!audit)
        return audit.error();
    const QString up = toText(Status::Established);
    for (const AuditEntry &entry : *audit) {
        if (entry.toState == up && !records.firstUp.contains(entry.nounId))
            records.firstUp.insert(entry.nounId, entry.at);
    }
    return records;
}

ReportRow rowOf(const Session &session, UtcMs firstUp, const Places &places)
{
    ReportRow row;
    row.session = session;
    row.direction = session.ownAsn == session.proposal.initiator ? Direction::Outgoing : Direction::Inbound;
    row.networkName = places.networkName(session.otherAsn());
    row.locationName = places.locationName(session.proposal.location);
    if (row.locationName.isEmpty())
        row.locationName = session.proposal.location.toString();
    if (session.decidedAt != 0)
        row.toDecision = std::max<UtcMs>(0, session.decidedAt - session.createdAt);
    if (const UtcMs up = firstUp != 0 ? firstUp : session.establishedAt; up != 0)
        row.toEstablished = std::max<UtcMs>(0, up - session.createdAt);
    return row;
}

DurationSummary summaryOf(QList<UtcMs> durations)
{
    DurationSummary summary;
    if (durations.isEmpty())
        return summary;
    std::sort(durations.begin(), durations.end());
    const auto count = durations.size();
    summary.count = static_cast<int>(count);
    summary.median = (durations.at((count - 1) / 2) + durations.at(count / 2)) / 2;
    summary.ninetieth = durations.at((count * 9 + 9) / 10 - 1); // nearest rank
    summary.longest = durations.last();
    return summary;
}

void summarise(SessionReport &report)
{
    QList<UtcMs> toDecision;
    QList<UtcMs> toEstablished;
    for (const ReportRow &row : report.rows) {
        ++report.counts[row.session.status()];
        if (row.toDecision)
            toDecision.append(*row.toDecision);
        if (row.toEstablished)
            toEstablished.append(*row.toEstablished);
    }
    report.toDecision = summaryOf(toDecision);
    report.toEstablished = summaryOf(toEstablished);
}

} // namespace

QList<FilterField> reportFields()
{
    using Kind = FilterField::Kind;
    const QStringList families{toText(Family::IPv4), toText(Family::IPv6)};
    return {
        {QStringLiteral("asn"), ReportWords::tr("The other network's number"), Kind::Number, {}, true},
        {QStringLiteral("network"), ReportWords::tr("Its name"), Kind::Text, {}, true},
        {QStringLiteral("location"), ReportWords::tr("Exchange or facility"), Kind::Text, {}, true},
        {QStringLiteral("address"), ReportWords::tr("Either end's address"), Kind::Text, {}, true},
        {QStringLiteral("family"), ReportWords::tr("Address family"), Kind::Enum, families, false},
        {QStringLiteral("status"), ReportWords::tr("Status"), Kind::Enum, statusWords(), false},
        {QStringLiteral("direction"),
         ReportWords::tr("Who asked: we (outgoing) or they (inbound)"),
         Kind::Enum,
         {toText(Direction::Outgoing), toText(Direction::Inbound)},
         false},
        {QStringLiteral("decided-by"), ReportWords::tr("Person, policy rule or network"), Kind::Text, {}, false},
        {QStringLiteral("reason"), ReportWords::tr("Why it was rejected, held or taken back"), Kind::Text, {}, true},
        {QStringLiteral("to-decision"), ReportWords::tr("Time to decision"), Kind::Duration, {}, false},
        {QStringLiteral("to-established"), ReportWords::tr("Time to established"), Kind::Duration, {}, false},
        {QStringLiteral("fallen"), ReportWords::tr("Was up and is not"), Kind::Flag, {}, false},
    };
}

Reports::Reports(Database &database, const Clock &clock, Places places, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_places(std::move(places))
{
}

QCoro::Task<Result<SessionReport>> Reports::sessions(ReportQuery query)
{
    const Filter filter = Filter::parse(query.filter, reportFields());
    if (const auto problem = filter.firstProblem())
        co_return Error(ErrorKind::Invalid, problem->problem);
    SessionReport report;
    report.query = query;
    report.madeAt = m_clock.now();
    if (report.query.until == 0)
        report.query.until = report.madeAt + 1;
    if (report.query.from >= report.query.until)
        co_return Error(ErrorKind::Invalid, tr("The period ends before it begins"));
    const auto job = [envelope = m_database.envelope(), asked = report.query](QSqlDatabase &database) {
        return readRecords(database, envelope, asked);
    };
    auto future = m_database.read(job);
    const auto records = co_await future;
    if (!records)
        co_return records.error();
    report.ownName = m_places.networkName(query.ownAsn);
    for (const Session &session : records->sessions) {
        const ReportRow row = rowOf(session, records->firstUp.value(session.id), m_places);
        const FilterReader read = [&row](int field) { return valueOf(row, field); };
        if (filter.matches(read))
            report.rows.append(row);
    }
    summarise(report);
    co_return report;
}

} // namespace peerdesk
