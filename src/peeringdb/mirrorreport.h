// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace peerdesk {

/// How far a fill or an update is. Counts are of the step that `phase` and `type` name.
struct MirrorProgress
{
    enum class Phase {
        Waiting,  ///< for PeeringDB's limits; `done` of `total` seconds
        Fetching, ///< `done` of `total` bytes, -1 while unknown
        Reading,  ///< `done` rows
        Indexing,
    };
    Phase phase = Phase::Reading;
    QString type; ///< PeeringDB's tag: "net"
    int step = 0; ///< of `steps`, from 1
    int steps = 0;
    qint64 done = 0;
    qint64 total = -1;
};

using MirrorProgressSink = std::function<void(const MirrorProgress &)>;

/// What a fill or an update did.
struct MirrorReport
{
    struct Type
    {
        QString type;
        qint64 rows = 0;
        qint64 skipped = 0; ///< malformed
    };
    QList<Type> types;
    QStringList missing;        ///< types for which there was no dump
    QStringList problems;       ///< malformed rows, each named; the first few of each type
    bool filled = false;        ///< anew, as against updated
    bool withoutCities = false; ///< no city table on this machine: exchanges are placed by their facilities alone

    [[nodiscard]] qint64 rows() const
    {
        qint64 sum = 0;
        for (const Type &type : types)
            sum += type.rows;
        return sum;
    }
    [[nodiscard]] qint64 skipped() const
    {
        qint64 sum = 0;
        for (const Type &type : types)
            sum += type.skipped;
        return sum;
    }
};

} // namespace peerdesk
