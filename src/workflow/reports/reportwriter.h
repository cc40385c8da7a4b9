// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/reports/sessionreport.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace peerdesk {

// A report as a file, UTF-8. Pure functions, any thread.

/// RFC 4180 with a header row. A cell that a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] QByteArray reportAsCsv(const SessionReport &report);
[[nodiscard]] QByteArray reportAsJson(const SessionReport &report);
/// One page without scripts or anything to load, made to be printed.
[[nodiscard]] QByteArray reportAsHtml(const SessionReport &report);

/// The table's columns and cells as HTML and PDF show them, translated.
[[nodiscard]] QStringList reportHeadings();
[[nodiscard]] QStringList reportCells(const ReportRow &row);
/// "3 h 20 min"
[[nodiscard]] QString durationText(UtcMs duration);

} // namespace peerdesk
