// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace peerdesk {

/// `peerdeskd registry`: how the issuers stand, letting through what was held back, and what would be taken of a dump.
/// `words` begins with the command's name; gives the program's exit code.
int runRegistryCommand(const QStringList &words);

} // namespace peerdesk
