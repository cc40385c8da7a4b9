// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "peering/session.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace peerdesk {

enum class Verdict { Approve, Reject, Hold };

/// A person's word on some sessions of one or several requests.
struct InboundDecision
{
    /// A session as the person saw it: if it has changed since, the decision is not carried out on it.
    struct Seen
    {
        QString sessionId;
        qint64 version = 0;
    };

    Verdict verdict = Verdict::Hold;
    QList<Seen> sessions;
    QString reason; ///< a rejection's is told to the other network
    QString who;    ///< "M. Ops <noc@as64496.example>"
};

/// What became of one session of a decision.
struct DecisionOutcome
{
    QString sessionId;
    std::optional<Error> refusal; ///< Conflict: somebody was first, the detail says who
    Session session;              ///< as stored, where there is no refusal
};

/// A decision that waits for the time to take it back.
struct PendingDecision
{
    QString id;
    InboundDecision decision;
    UtcMs due = 0;
    std::chrono::seconds left{0}; ///< rounded up
};

} // namespace peerdesk
