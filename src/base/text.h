// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Words from outside on their way to a terminal or a spreadsheet, neither of which may take them for
/// commands.
namespace peerdesk {

/// On one line, without anything a terminal acts on: control characters, escape sequences and the marks that
/// turn the direction of writing become visible (U+FFFD, or a blank for line breaks and tabs).
[[nodiscard]] QString terminalText(const QString &text);

/// One line of CSV with its line break (RFC 4180). A cell that a spreadsheet would run as a formula is made
/// text by an apostrophe (OWASP, CSV injection); numbers stay numbers.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

} // namespace peerdesk
