// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/reports/reportwriter.h"

#include "base/csv.h"
#include "workflow/reports/reportwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace peerdesk {
namespace {

QString directionText(Direction direction)
{
    return direction == Direction::Inbound ? ReportWords::tr("They asked") : ReportWords::tr("We asked");
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Draft:
        return ReportWords::tr("Draft");
    case Status::Sending:
        return ReportWords::tr("Sending");
    case Status::OutcomeUnknown:
        return ReportWords::tr("Outcome unknown");
    case Status::Pending:
        return ReportWords::tr("Pending");
    case Status::Held:
        return ReportWords::tr("Held");
    case Status::Offered:
        return ReportWords::tr("Offered");
    case Status::Approved:
        return ReportWords::tr("Approved");
    case Status::Down:
        return ReportWords::tr("Down");
    case Status::Established:
        return ReportWords::tr("Established");
    case Status::Unestablished:
        return ReportWords::tr("Unestablished");
    case Status::Rejected:
        return ReportWords::tr("Rejected");
    case Status::Withdrawn:
        return ReportWords::tr("Withdrawn");
    }
    return {};
}

QString seconds(const std::optional<UtcMs> &duration)
{
    return duration ? QString::number(*duration / 1000) : QString();
}

QString orDash(const std::optional<UtcMs> &duration)
{
    return duration ? durationText(*duration) : QStringLiteral("\u2013");
}

/// The columns of CSV and JSON: names for programs, never translated.
const QStringList fieldNames{QStringLiteral("session_id"),
                             QStringLiteral("request_id"),
                             QStringLiteral("direction"),
                             QStringLiteral("own_asn"),
                             QStringLiteral("asn"),
                             QStringLiteral("network"),
                             QStringLiteral("location"),
                             QStringLiteral("location_name"),
                             QStringLiteral("own_ip"),
                             QStringLiteral("other_ip"),
                             QStringLiteral("status"),
                             QStringLiteral("asked_at"),
                             QStringLiteral("decided_at"),
                             QStringLiteral("established_at"),
                             QStringLiteral("decided_by"),
                             QStringLiteral("reason"),
                             QStringLiteral("seconds_to_decision"),
                             QStringLiteral("seconds_to_established")};

QStringList fieldsOf(const ReportRow &row)
{
    const Session &session = row.session;
    return {session.id,
            session.requestId,
            toText(row.direction),
            QString::number(session.ownAsn.number()),
            QString::number(session.otherAsn().number()),
            row.networkName,
            session.proposal.location.toString(),
            row.locationName,
            session.ownAddress().toString(),
            session.otherAddress().toString(),
            toText(session.status()),
            toRfc3339(session.createdAt),
            toRfc3339(session.decidedAt),
            toRfc3339(session.establishedAt),
            session.decidedBy,
            session.reason,
            seconds(row.toDecision),
            seconds(row.toEstablished)};
}

QJsonObject jsonOf(const ReportRow &row)
{
    const QStringList numbers{QStringLiteral("own_asn"), QStringLiteral("asn"), QStringLiteral("seconds_to_decision"),
                              QStringLiteral("seconds_to_established")};
    const QStringList fields = fieldsOf(row);
    QJsonObject object;
    for (qsizetype i = 0; i < fieldNames.size(); ++i) {
        const QString &name = fieldNames.at(i);
        if (numbers.contains(name))
            object.insert(name, fields.at(i).isEmpty() ? QJsonValue() : QJsonValue(fields.at(i).toLongLong()));
        else
            object.insert(name, fields.at(i));
    }
    return object;
}

QJsonObject jsonOf(const DurationSummary &summary)
{
    return {{QStringLiteral("count"), summary.count},
            {QStringLiteral("median_seconds"), static_cast<qint64>(summary.median / 1000)},
            {QStringLiteral("ninetieth_seconds"), static_cast<qint64>(summary.ninetieth / 1000)},
            {QStringLiteral("longest_seconds"), static_cast<qint64>(summary.longest / 1000)}};
}

QString htmlRow(const QStringList &cells, const char *tag)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        row += QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), cell.toHtmlEscaped());
    return row + QStringLiteral("</tr>\n");
}

QString summaryText(const DurationSummary &summary)
{
    if (summary.count == 0)
        return QStringLiteral("\u2013");
    return ReportWords::tr("half within %1, nine of ten within %2, all within %3")
        .arg(durationText(summary.median), durationText(summary.ninetieth), durationText(summary.longest));
}

QString title(const SessionReport &report)
{
    QString own = report.query.ownAsn.toString();
    if (!report.ownName.isEmpty())
        own += u' ' + report.ownName;
    return ReportWords::tr("Peering sessions of %1").arg(own);
}

const char *const style = R"(
body { font: 10pt sans-serif; margin: 2em; color: #1d1f23; }
h1 { font-size: 16pt; margin: 0 0 .2em; }
p { margin: .2em 0; color: #646a73; }
table { border-collapse: collapse; margin-top: 1em; width: 100%; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { page-break-inside: avoid; }
th, td { text-align: left; padding: .25em .6em .25em 0; border-bottom: 1px solid #e2e3e6; vertical-align: top; }
@page { size: A4 landscape; margin: 15mm; }
)";

} // namespace

QByteArray reportAsCsv(const SessionReport &report)
{
    QByteArray csv = csvLine(fieldNames);
    for (const ReportRow &row : report.rows)
        csv += csvLine(fieldsOf(row));
    return csv;
}

QByteArray reportAsJson(const SessionReport &report)
{
    QJsonArray rows;
    for (const ReportRow &row : report.rows)
        rows.append(jsonOf(row));
    QJsonObject counts;
    for (auto it = report.counts.begin(); it != report.counts.end(); ++it)
        counts.insert(toText(it.key()), it.value());
    const QJsonObject object{{QStringLiteral("own_asn"), static_cast<qint64>(report.query.ownAsn.number())},
                             {QStringLiteral("from"), toRfc3339(report.query.from)},
                             {QStringLiteral("until"), toRfc3339(report.query.until)},
                             {QStringLiteral("filter"), report.query.filter},
                             {QStringLiteral("made_at"), toRfc3339(report.madeAt)},
                             {QStringLiteral("counts"), counts},
                             {QStringLiteral("time_to_decision"), jsonOf(report.toDecision)},
                             {QStringLiteral("time_to_established"), jsonOf(report.toEstablished)},
                             {QStringLiteral("sessions"), rows}};
    return QJsonDocument(object).toJson();
}

QByteArray reportAsHtml(const SessionReport &report)
{
    QStringList counts;
    for (auto it = report.counts.begin(); it != report.counts.end(); ++it)
        counts.append(QStringLiteral("%1 %2").arg(it.value()).arg(statusText(it.key())));
    QStringList lines{
        ReportWords::tr("Asked for from %1 until %2").arg(toRfc3339(report.query.from), toRfc3339(report.query.until)),
        ReportWords::tr("%n session(s): %1", nullptr, static_cast<int>(report.rows.size()))
            .arg(counts.join(QStringLiteral(", "))),
        ReportWords::tr("Time to decision: %1").arg(summaryText(report.toDecision)),
        ReportWords::tr("Time to established: %1").arg(summaryText(report.toEstablished)),
    };
    if (!report.query.filter.isEmpty())
        lines.insert(1, ReportWords::tr("Filter: %1").arg(report.query.filter));
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title><style>%2</style>"
                       "</head><body>\n<h1>%1</h1>\n")
            .arg(title(report).toHtmlEscaped(), QLatin1String(style));
    for (const QString &line : lines)
        html += QStringLiteral("<p>%1</p>\n").arg(line.toHtmlEscaped());
    html +=
        QStringLiteral("<table>\n<thead>") + htmlRow(reportHeadings(), "th") + QStringLiteral("</thead>\n<tbody>\n");
    for (const ReportRow &row : report.rows)
        html += htmlRow(reportCells(row), "td");
    html += QStringLiteral("</tbody></table>\n</body></html>\n");
    return html.toUtf8();
}

QStringList reportHeadings()
{
    return {ReportWords::tr("ASN"),           ReportWords::tr("Network"),
            ReportWords::tr("Location"),      ReportWords::tr("Our address"),
            ReportWords::tr("Their address"), ReportWords::tr("Who asked"),
            ReportWords::tr("Status"),        ReportWords::tr("Asked"),
            ReportWords::tr("To decision"),   ReportWords::tr("To established"),
            ReportWords::tr("Reason")};
}

QStringList reportCells(const ReportRow &row)
{
    const Session &session = row.session;
    return {QString::number(session.otherAsn().number()),
            row.networkName,
            row.locationName,
            session.ownAddress().toString(),
            session.otherAddress().toString(),
            directionText(row.direction),
            statusText(session.status()),
            toRfc3339(session.createdAt),
            orDash(row.toDecision),
            orDash(row.toEstablished),
            session.reason};
}

QString durationText(UtcMs duration)
{
    const qint64 inSeconds = duration / 1000;
    if (inSeconds < 60)
        return ReportWords::tr("%1 s").arg(inSeconds);
    const qint64 minutes = inSeconds / 60;
    if (minutes < 60)
        return ReportWords::tr("%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return ReportWords::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    return ReportWords::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

} // namespace peerdesk
