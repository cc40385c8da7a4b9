// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace peerdesk {

struct SessionReport;

/// What a report says in a few lines: period, counts by status, how long things took. For the PDF's head.
[[nodiscard]] QStringList reportSummaryLines(const SessionReport &report);

/// The same above the preview: each status with its sign and number, then the times.
class ReportSummary : public QWidget
{
    Q_OBJECT

public:
    explicit ReportSummary(QWidget *parent = nullptr);

    void setReport(const SessionReport &report);

private:
    QHBoxLayout *m_counts;
    QLabel *m_times;
};

} // namespace peerdesk
