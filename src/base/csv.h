// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace peerdesk {

/// Reads separated values as spreadsheets copy and export them: RFC 4180 quoting (quotes doubled, line breaks within
/// quotes), any line end, a byte order mark, blank lines passed over. The separator is the tab, the semicolon or the
/// comma, whichever the first line has, in this order: what a spreadsheet copies has tabs, and where the comma is the
/// decimal sign it exports semicolons. Cells come without surrounding blanks unless they were quoted.
/// `lineNumbers`, if given, receives the line (from 1) on which each row begins.
[[nodiscard]] QList<QStringList> readCsv(const QString &text, QList<int> *lineNumbers = nullptr);

/// One line of RFC 4180, every cell quoted, with its line end. What a spreadsheet would run as a formula is made text by
/// an apostrophe (OWASP, CSV injection).
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

} // namespace peerdesk
