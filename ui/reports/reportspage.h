// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowmodel.h"
#include "workflow/reports/sessionreport.h"

#include <QWidget>

class QAction;
class QComboBox;
class QDateEdit;
class QStackedWidget;

namespace peerdesk {

class Clock;
class EmptyState;
class FilterBar;
class MessageBar;
class ReportSummary;
class TableView;

/// A report of sessions: a period and a filter above, the counts, the rows behind them, and the way into a file. What
/// is exported is what is shown. Values come in by setReport and wishes go out by signals (ReportsBinding).
class ReportsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReportsPage(const Clock &clock, QWidget *parent = nullptr);
    ~ReportsPage() override;

    /// Period and filter as they stand; the own network is whoever asks's.
    [[nodiscard]] ReportQuery query() const;
    void setReport(const SessionReport &report);
    [[nodiscard]] const SessionReport &report() const { return m_report; }

    /// CSV, JSON, HTML or PDF by the path's ending. False, and a message on the page, if it cannot be written.
    bool exportTo(const QString &path);

    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] MessageBar *messages() const { return m_messages; }

Q_SIGNALS:
    /// The period or the filter changed.
    void reportWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeControls();
    void addExports();
    void choosePeriod(int index);
    void askForPath(const QString &ending, const QString &filter);

    const Clock &m_clock;
    SessionReport m_report;
    RowModel<ReportRow> *m_model;
    FilterBar *m_filter;
    MessageBar *m_messages;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_until;
    ReportSummary *m_summary;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    QList<QAction *> m_exports;
};

} // namespace peerdesk
