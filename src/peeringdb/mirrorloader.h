// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace peerdesk {

class MirrorIndex;

/// Reads a mirror's file whole, in one read transaction, into an index. NotFound if there is no file,
/// Conflict if it has another layout, Storage if it cannot be read. Any thread.
[[nodiscard]] Result<std::shared_ptr<const MirrorIndex>> loadMirror(const QString &path);

} // namespace peerdesk
