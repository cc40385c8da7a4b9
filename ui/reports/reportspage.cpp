// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportspage.h"

#include "reports/reportpdf.h"
#include "reports/reportsummary.h"
#include "theme/palette.h"
#include "theme/statuslook.h"
#include "widgets/actionbutton.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/relativetime.h"
#include "widgets/savedialog.h"
#include "widgets/tableview.h"
#include "workflow/reports/reports.h"
#include "workflow/reports/reportwriter.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace peerdesk {
namespace {

struct ReportsPageWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::ReportsPage)
};

constexpr UtcMs day = 86'400'000;
constexpr int freePeriod = -1;

QDate dateOf(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date();
}

UtcMs startOf(const QDate &date)
{
    return date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

Cell timeCell(UtcMs time)
{
    return {.text = exactTime(time).left(16), .secondary = true, .toolTip = exactTime(time)};
}

SortKey orBelow(const std::optional<UtcMs> &duration)
{
    return double(duration.value_or(-1));
}

RowTraits<ReportRow> traits()
{
    using Row = const ReportRow &;
    RowTraits<ReportRow> made;
    made.key = [](Row row) { return row.session.id; };
    made.columns = {
        {{.id = QStringLiteral("asked"), .title = ReportsPageWords::tr("Asked"), .width = 17},
         [](Row row) { return timeCell(row.session.createdAt); },
         [](Row row) { return SortKey(double(row.session.createdAt)); }},
        {{.id = QStringLiteral("asn"),
          .title = ReportsPageWords::tr("ASN"),
          .width = 10,
          .numeric = true,
          .filterField = 0},
         [](Row row) { return Cell{.text = QString::number(row.session.otherAsn().number())}; },
         [](Row row) { return SortKey(double(row.session.otherAsn().number())); }},
        {{.id = QStringLiteral("network"), .title = ReportsPageWords::tr("Network"), .width = 22, .filterField = 1},
         [](Row row) { return Cell{.text = row.networkName}; }},
        {{.id = QStringLiteral("location"), .title = ReportsPageWords::tr("Exchange"), .width = 22, .filterField = 2},
         [](Row row) { return Cell{.text = row.locationName, .toolTip = row.session.proposal.location.toString()}; }},
        {{.id = QStringLiteral("own"), .title = ReportsPageWords::tr("Own address"), .width = 22, .filterField = 3},
         [](Row row) { return Cell{.text = row.session.ownAddress().toString(), .mono = true}; }},
        {{.id = QStringLiteral("other"), .title = ReportsPageWords::tr("Their address"), .width = 22, .filterField = 3},
         [](Row row) { return Cell{.text = row.session.otherAddress().toString(), .mono = true}; }},
        {{.id = QStringLiteral("who"), .title = ReportsPageWords::tr("Who asked"), .width = 10, .filterField = 6},
         [](Row row) {
             return Cell{.text = row.direction == Direction::Inbound ? ReportsPageWords::tr("They")
                                                                     : ReportsPageWords::tr("We"),
                         .secondary = true};
         },
         {},
         [](Row row) { return toText(row.direction); }},
        {{.id = QStringLiteral("status"), .title = ReportsPageWords::tr("Status"), .width = 17, .filterField = 5},
         [](Row row) { return statusCell(statusLook(row.session.status())); },
         {},
         [](Row row) { return toText(row.session.status()); }},
        {{.id = QStringLiteral("to-decision"),
          .title = ReportsPageWords::tr("To decision"),
          .width = 11,
          .numeric = true},
         [](Row row) { return Cell{.text = row.toDecision ? durationText(*row.toDecision) : QString()}; },
         [](Row row) { return orBelow(row.toDecision); }},
        {{.id = QStringLiteral("to-established"),
          .title = ReportsPageWords::tr("To established"),
          .width = 13,
          .numeric = true},
         [](Row row) { return Cell{.text = row.toEstablished ? durationText(*row.toEstablished) : QString()}; },
         [](Row row) { return orBelow(row.toEstablished); }},
        {{.id = QStringLiteral("reason"), .title = ReportsPageWords::tr("Reason"), .width = 30},
         [](Row row) { return Cell{.text = row.session.reason, .secondary = true, .toolTip = row.session.decidedBy}; }},
    };
    made.sentence = [](Row row) {
        return ReportsPageWords::tr("%1 %2, %3, %4")
            .arg(row.session.otherAsn().toString(), row.networkName, row.locationName,
                 statusLook(row.session.status()).word.toLower());
    };
    return made;
}

} // namespace

ReportsPage::ReportsPage(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(new RowModel<ReportRow>(traits(), this))
    , m_filter(new FilterBar(this))
    , m_messages(new MessageBar(this))
    , m_period(new QComboBox)
    , m_from(new QDateEdit)
    , m_until(new QDateEdit)
    , m_summary(new ReportSummary)
    , m_stack(new QStackedWidget)
    , m_table(new TableView(QStringLiteral("reports")))
    , m_empty(new EmptyState)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_filter->setFields(reportFields());
    m_filter->setPlaceholder(
        tr("Filter: status:rejected, direction:inbound, to-decision>2d, a network or an exchange"));
    m_table->setTableModel(m_model);
    m_table->sortAtFirst(0, Qt::DescendingOrder);
    m_empty->setState(EmptyState::Kind::NothingYet, tr("No sessions in this period"),
                      tr("The report lists sessions by the day they were asked for."));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_messages);
    layout->addWidget(makeControls());
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    setTabOrder(m_filter, m_period);

    connect(m_filter, &FilterBar::filterChanged, this, &ReportsPage::reportWanted);
    connect(m_filter, &FilterBar::left, m_table, [this] { m_table->setFocus(); });
    connect(m_table, &TableView::filterByValueRequested, m_filter, &FilterBar::addValue);
    choosePeriod(1);
    setReport({});
}

ReportsPage::~ReportsPage()
{
    // The line with the focus finishes its edit when it goes; nobody is left to hear of it.
    for (QWidget *child : std::initializer_list<QWidget *>{m_filter, m_table, m_from, m_until, m_period})
        child->blockSignals(true);
}

QWidget *ReportsPage::makeControls()
{
    auto *controls = new QWidget;
    auto *line = new QHBoxLayout(controls);
    const int margin = fontMetrics().height() * 2 / 3;
    line->setContentsMargins(margin, margin, margin, 0);
    line->setSpacing(margin);
    m_period->addItem(tr("Last 7 days"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    m_period->addItem(tr("Last 90 days"), 90);
    m_period->addItem(tr("Last 365 days"), 365);
    m_period->addItem(tr("From and until"), freePeriod);
    m_period->setAccessibleName(tr("Period"));
    m_from->setAccessibleName(tr("From"));
    m_until->setAccessibleName(tr("Until, this day included"));
    auto *until = new QLabel(tr("until"));
    until->setForegroundRole(role::secondaryText);
    for (QDateEdit *edit : {m_from, m_until}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->setToolTip(tr("Days in UTC"));
        connect(edit, &QDateEdit::dateChanged, this, [this] {
            m_period->setCurrentIndex(m_period->findData(freePeriod));
            Q_EMIT reportWanted();
        });
    }
    connect(m_period, &QComboBox::activated, this, [this](int index) {
        choosePeriod(index);
        Q_EMIT reportWanted();
    });
    line->addWidget(m_period);
    line->addWidget(m_from);
    line->addWidget(until);
    line->addWidget(m_until);
    line->addStretch(1);
    addExports();
    auto *button = new ActionButton(icon(Icon::Download, Tint::OnAccent), tr("Export"));
    button->setPrimary(true);
    auto *menu = new QMenu(button);
    menu->addActions(m_exports);
    connect(button, &QAbstractButton::clicked, menu,
            [menu, button] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    line->addWidget(button);
    return controls;
}

void ReportsPage::addExports()
{
    const QList<std::array<QString, 3>> formats = {
        {tr("Export as PDF…"), QStringLiteral("pdf"), tr("PDF (*.pdf)")},
        {tr("Export as HTML…"), QStringLiteral("html"), tr("Web page (*.html)")},
        {tr("Export as CSV…"), QStringLiteral("csv"), tr("Comma-separated values (*.csv)")},
        {tr("Export as JSON…"), QStringLiteral("json"), tr("JSON (*.json)")},
    };
    for (const auto &[text, ending, filter] : formats) {
        QAction *action = addPageAction(this, MenuPlace::File, Icon::Download, text);
        connect(action, &QAction::triggered, this,
                [this, ending = ending, filter = filter] { askForPath(ending, filter); });
        m_exports.append(action);
    }
}

void ReportsPage::choosePeriod(int index)
{
    m_period->setCurrentIndex(index);
    const int days = m_period->itemData(index).toInt();
    if (days == freePeriod)
        return;
    const QSignalBlocker from(m_from);
    const QSignalBlocker until(m_until);
    m_until->setDate(dateOf(m_clock.now()));
    m_from->setDate(dateOf(m_clock.now()).addDays(1 - days));
}

ReportQuery ReportsPage::query() const
{
    ReportQuery query;
    query.from = startOf(m_from->date());
    query.until = startOf(m_until->date()) + day;
    query.filter = m_filter->filter().firstProblem() ? QString() : m_filter->text();
    return query;
}

void ReportsPage::setReport(const SessionReport &report)
{
    m_report = report;
    m_model->setRows(report.rows);
    m_summary->setReport(report);
    m_filter->setCounts(static_cast<int>(report.rows.size()), static_cast<int>(report.rows.size()),
                        tr("%n session(s)", nullptr, static_cast<int>(report.rows.size())));
    m_stack->setCurrentIndex(report.rows.isEmpty() ? 1 : 0);
    for (QAction *action : std::as_const(m_exports))
        action->setEnabled(!report.rows.isEmpty());
}

void ReportsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT reportWanted();
}

void ReportsPage::askForPath(const QString &ending, const QString &filter)
{
    askWhereToSave(this,
                   {tr("Export the Report"),
                    QStringLiteral("sessions-%1.%2").arg(m_until->date().toString(Qt::ISODate), ending),
                    {filter}},
                   [this](const QString &path) { exportTo(path); });
}

bool ReportsPage::exportTo(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (ending == QLatin1String("csv"))
        bytes = reportAsCsv(m_report);
    else if (ending == QLatin1String("json"))
        bytes = reportAsJson(m_report);
    else if (ending == QLatin1String("html"))
        bytes = reportAsHtml(m_report);
    else
        bytes = reportAsPdf(m_report);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (written)
        m_messages->post(QStringLiteral("export"), {tr("The report is in %1").arg(path), Tone::Approved, {}, nullptr});
    else
        m_messages->post(QStringLiteral("export"),
                         {tr("%1 cannot be written: %2. Another folder may do.").arg(path, file.errorString()),
                          Tone::Rejected,
                          {},
                          nullptr});
    return written;
}

} // namespace peerdesk
