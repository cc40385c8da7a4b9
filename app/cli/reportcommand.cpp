// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportcommand.h"

#include "cli/clitext.h"
#include "cli/desk.h"
#include "workflow/reports/reports.h"
#include "workflow/reports/reportwriter.h"

#include <QFileInfo>
#include <QSaveFile>

namespace peerdesk {
namespace {

Result<ReportQuery> queryOf(const Call &call)
{
    const auto own = call.desk.ownAsn();
    if (!own)
        return own.error();
    ReportQuery query;
    query.ownAsn = *own;
    query.filter = call.option("filter");
    query.from = fromRfc3339(call.option("from"));
    query.until = fromRfc3339(call.option("until"));
    if ((call.isSet("from") && query.from == 0) || (call.isSet("until") && query.until == 0))
        return Error(ErrorKind::Invalid, CliText::tr("A time is written 2026-11-23 or "
                                                     "2026-11-23T14:00:00Z"));
    return query;
}

QByteArray written(const SessionReport &report, const QString &format)
{
    if (format == u"json")
        return reportAsJson(report);
    if (format == u"html")
        return reportAsHtml(report);
    return reportAsCsv(report);
}

Listing listingOf(const SessionReport &report)
{
    Listing listing(reportHeadings());
    for (const ReportRow &row : report.rows) {
        QList<QJsonValue> cells;
        for (const QString &cell : reportCells(row))
            cells.append(cell);
        listing.add(cells);
    }
    return listing;
}

/// In which format a file is written: its name says so, else the options do. Invalid for a name that promises another.
Result<QString> formatOf(const Call &call)
{
    const QString suffix = QFileInfo(call.option("output")).suffix().toLower();
    if (QStringList{QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("html")}.contains(suffix))
        return suffix;
    if (!suffix.isEmpty())
        return Error(
            ErrorKind::Invalid,
            CliText::tr("The report is written as .csv, .json or .html, not as .%1 (the desk makes PDF)").arg(suffix));
    if (call.isSet("html"))
        return QStringLiteral("html");
    return call.format == OutputFormat::Json ? QStringLiteral("json") : QStringLiteral("csv");
}

QCoro::Task<ExitCode> report(Call call)
{
    const auto format = formatOf(call);
    if (!format)
        co_return call.failHere(format.error());
    const auto query = queryOf(call);
    const auto reports = call.desk.reports();
    if (!query || !reports)
        co_return call.failHere(!query ? query.error() : reports.error());
    const auto made = co_await (*reports)->sessions(*query);
    if (!made)
        co_return call.failHere(made.error());
    if (!call.isSet("html") && call.format == OutputFormat::Table && !call.isSet("output")) {
        call.print(listingOf(*made));
        co_return ExitCode::Done;
    }
    const QByteArray bytes = written(*made, *format);
    if (!call.isSet("output")) {
        call.print(bytes);
        co_return ExitCode::Done;
    }
    QSaveFile file(call.option("output"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        const Error error(ErrorKind::Storage, file.errorString());
        co_return call.fail(error, call.option("output"));
    }
    co_return ExitCode::Done;
}

} // namespace

QList<Command> reportCommands()
{
    const QCommandLineOption from(QStringLiteral("from"), CliText::tr("Asked for at this time or later."),
                                  QStringLiteral("TIME"));
    const QCommandLineOption until(QStringLiteral("until"), CliText::tr("Asked for before this time."),
                                   QStringLiteral("TIME"));
    const QCommandLineOption filter(QStringLiteral("filter"),
                                    CliText::tr("As in the tables: status:rejected -family:IPv6"),
                                    QStringLiteral("FILTER"));
    const QCommandLineOption html(QStringLiteral("html"), CliText::tr("As a page to print."));
    const QCommandLineOption output({QStringLiteral("o"), QStringLiteral("output")},
                                    CliText::tr("Write to this file: .csv, .json or .html."), QStringLiteral("FILE"));
    return {{QStringLiteral("report"),
             {},
             CliText::tr("Sessions of a period, with time to decision and to established"),
             {from, until, filter, html, output},
             report}};
}

} // namespace peerdesk
