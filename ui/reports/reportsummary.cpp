// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportsummary.h"

#include "theme/palette.h"
#include "theme/statuslook.h"
#include "widgets/iconlabel.h"
#include "workflow/reports/reportwriter.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace peerdesk {
namespace {

struct ReportSummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::ReportSummary)
};

QString spread(const DurationSummary &summary)
{
    if (summary.count == 0)
        return ReportSummaryWords::tr("nothing yet");
    return ReportSummaryWords::tr("half within %1, nine of ten within %2, all within %3")
        .arg(durationText(summary.median), durationText(summary.ninetieth), durationText(summary.longest));
}

QString timesText(const SessionReport &report)
{
    return ReportSummaryWords::tr("To decision: %1\nTo established: %2")
        .arg(spread(report.toDecision), spread(report.toEstablished));
}

} // namespace

QStringList reportSummaryLines(const SessionReport &report)
{
    QStringList counts;
    for (auto it = report.counts.begin(); it != report.counts.end(); ++it)
        counts.append(ReportSummaryWords::tr("%1 %2", "number and status")
                          .arg(it.value())
                          .arg(statusLook(it.key()).word.toLower()));
    QStringList lines;
    lines.append(ReportSummaryWords::tr("Asked for from %1 until %2")
                     .arg(toRfc3339(report.query.from), toRfc3339(report.query.until)));
    if (!report.query.filter.isEmpty())
        lines.append(ReportSummaryWords::tr("Filter: %1").arg(report.query.filter));
    lines.append(ReportSummaryWords::tr("%n session(s): %1", nullptr, static_cast<int>(report.rows.size()))
                     .arg(counts.join(QStringLiteral(", "))));
    lines.append(ReportSummaryWords::tr("Time to decision: %1").arg(spread(report.toDecision)));
    lines.append(ReportSummaryWords::tr("Time to established: %1").arg(spread(report.toEstablished)));
    return lines;
}

ReportSummary::ReportSummary(QWidget *parent)
    : QWidget(parent)
    , m_counts(new QHBoxLayout)
    , m_times(new QLabel(this))
{
    const int line = fontMetrics().height();
    m_times->setTextFormat(Qt::PlainText);
    m_times->setForegroundRole(role::secondaryText);
    m_times->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_counts->setSpacing(line * 3 / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(line * 2 / 3, line / 2, line * 2 / 3, line * 2 / 3);
    layout->setSpacing(line / 2);
    layout->addLayout(m_counts);
    layout->addWidget(m_times);
}

void ReportSummary::setReport(const SessionReport &report)
{
    while (QLayoutItem *item = m_counts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QLocale locale;
    const auto add = [this](Cell cell) {
        auto *label = new IconLabel(cell, this);
        label->setWrapping(false);
        m_counts->addWidget(label);
        label->show(); // a layout that is seen already would show it a moment later
    };
    add({.text = tr("%n session(s)", nullptr, static_cast<int>(report.rows.size()))});
    for (auto it = report.counts.begin(); it != report.counts.end(); ++it) {
        const StatusLook look = statusLook(it.key());
        add({.text = tr("%1 %2", "number and status").arg(locale.toString(it.value()), look.word.toLower()),
             .icon = look.icon,
             .tone = look.tone});
    }
    m_counts->addStretch(1);
    m_times->setText(timesText(report));
}

} // namespace peerdesk
