// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/relation.h"
#include "storage/envelope.h"
#include "workflow/candidates/candidaterow.h"

#include <QHash>
#include <QSet>

class QSqlDatabase;

namespace peerdesk {

/// A session by what it is: two addresses at a place, ours first.
struct AddressPair
{
    Location location;
    IpAddress own;
    IpAddress other;

    bool operator==(const AddressPair &) const = default;
};

inline size_t qHash(const AddressPair &pair, size_t seed = 0)
{
    return qHash(pair.own, qHash(pair.other, qHash(pair.location, seed)));
}

/// What the desk itself knows of other networks, to be laid over the directory: read in one job, then a plain
/// value.
struct DeskKnowledge
{
    using Sessions = QHash<AddressPair, SessionStanding>;

    QHash<Asn, Relation> relations;
    QSet<Asn> endpoints;
    QHash<Asn, Sessions> sessions; ///< by the other network

    [[nodiscard]] bool hides(Asn other, UtcMs now) const
    {
        const auto relation = relations.constFind(other);
        return relation != relations.constEnd() && relation->hidesCandidate(now);
    }
    /// Missing if nothing is known.
    [[nodiscard]] SessionStanding standing(Asn other, const AddressPair &pair) const
    {
        const auto known = sessions.constFind(other);
        return known == sessions.constEnd() ? SessionStanding::Missing : known->value(pair, SessionStanding::Missing);
    }
};

/// Within a Database job. Drafts, open and agreed sessions and existing ones; a session that is known in
/// several ways counts as the furthest.
[[nodiscard]] Result<DeskKnowledge> readDeskKnowledge(QSqlDatabase &database, const Envelope &envelope, Asn own);

} // namespace peerdesk
