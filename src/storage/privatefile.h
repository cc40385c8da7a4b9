// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace peerdesk {

/// Files that only their owner may read, or, in a folder with the setgid bit (where a desk and a daemon of one group
/// meet), the owner and that group. SQLite gives its -wal and -shm files the mode of the database beside them.

/// Creates the folder (0700) and an empty file if they are missing; leaves an existing file as it is.
Result<void> ensurePrivateFile(const QString &path);

/// Creates the file with this content in one step, or gives Conflict if it exists: whoever comes second never sees it
/// half written.
Result<void> createPrivateFile(const QString &path, const QByteArray &content);

/// Reads a file that holds a secret; refuses one that anybody may read.
Result<QByteArray> readPrivateFile(const QString &path);

} // namespace peerdesk
