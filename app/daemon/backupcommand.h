// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace peerdesk {

/// `peerdeskd backup FILE` and `peerdeskd restore FILE`: copies of the SQLite database that the configuration names,
/// the first beside a running daemon. The words after the program's name; gives the exit code.
int runBackupCommand(const QStringList &words);

} // namespace peerdesk
