// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/request.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace peerdesk {

/// What a session report is about.
struct ReportQuery
{
    Asn ownAsn;
    UtcMs from = 0;  ///< inclusive; sessions asked for within the period
    UtcMs until = 0; ///< exclusive; 0 for now
    QString filter;  ///< as in the tables, over reportFields()
};

/// One session with what the report says of it.
struct ReportRow
{
    Session session;
    Direction direction = Direction::Outgoing;
    QString networkName;
    QString locationName;
    std::optional<UtcMs> toDecision;    ///< ms from asking to the last decision
    std::optional<UtcMs> toEstablished; ///< ms from asking to the first time it was up

    /// A session's version grows with every change of it.
    bool operator==(const ReportRow &other) const
    {
        return session.id == other.session.id && session.version == other.session.version
               && direction == other.direction && networkName == other.networkName && locationName == other.locationName
               && toDecision == other.toDecision && toEstablished == other.toEstablished;
    }
};

/// How long something took, over all rows for which it happened. Milliseconds.
struct DurationSummary
{
    int count = 0;
    UtcMs median = 0;
    UtcMs ninetieth = 0; ///< nine of ten were at least as fast
    UtcMs longest = 0;
};

/// The report itself: a value that every format is written from.
struct SessionReport
{
    ReportQuery query;
    QString ownName;
    UtcMs madeAt = 0;
    QList<ReportRow> rows; ///< oldest first
    QMap<Status, int> counts;
    DurationSummary toDecision;
    DurationSummary toEstablished;
};

} // namespace peerdesk
