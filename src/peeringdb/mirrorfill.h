// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peeringdb/dump.h"
#include "peeringdb/mirrorreport.h"

#include <memory>
#include <stop_token>

namespace peerdesk {

class MirrorIndex;
struct MirrorTable;

/// What filling needs besides the rows.
struct MirrorFillContext
{
    QString path;     ///< of the mirror's file
    QString cityFile; ///< for CityTable, empty for none
    UtcMs now = 0;
    MirrorProgressSink progress;
    std::stop_token stop;
};

struct MirrorChange
{
    std::shared_ptr<const MirrorIndex> index;
    MirrorReport report;
};

/// Builds a new file from a folder of dumps and puts it in the old one's place once it is whole and loads;
/// until then, and after any failure, the old one is untouched. Invalid names the dump and where it broke;
/// NotFound says which essential dump is absent. Blocks; for a worker thread.
[[nodiscard]] Result<MirrorChange> fillMirror(const QString &folder, const MirrorFillContext &context);

/// One answer to `since`.
struct MirrorIncrement
{
    const MirrorTable *table = nullptr;
    Dump dump;
};

/// Applies answers to `since` in one transaction. Blocks; for a worker thread.
[[nodiscard]] Result<MirrorChange> updateMirror(const QList<MirrorIncrement> &increments,
                                                const MirrorFillContext &context);

} // namespace peerdesk
