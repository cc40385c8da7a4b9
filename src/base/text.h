// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Words from outside on their way to a terminal, which must not take them for commands.
namespace peerdesk {

/// On one line, without anything a terminal acts on: control characters, escape sequences and the marks that
/// turn the direction of writing become visible (U+FFFD, or a blank for line breaks and tabs).
[[nodiscard]] QString terminalText(const QString &text);

} // namespace peerdesk
