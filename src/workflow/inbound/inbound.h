// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/auditentry.h"
#include "workflow/inbound/inbounddecision.h"
#include "workflow/inbound/inboundrequest.h"
#include "workflow/places.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace peerdesk {

class Database;

/// What other networks ask of ours, and the answers of our people. The endpoint has stored the requests and decided
/// what its policy could; here a person sees the rest with the evidence, and approves, rejects or holds single
/// sessions. A decision first waits for a while in which it can be taken back; one that the end of the program cuts
/// short was never made. It names the version it saw, so that of two people the second is told who was first.
/// What is decided is stored; answering the other network is the endpoint's, configuring is left to others.
/// Owned by app/services; main thread; lives as long as the program.
class Inbound : public QObject
{
    Q_OBJECT

public:
    Inbound(Database &database, const Clock &clock, Places places, QObject *parent = nullptr);

    /// How long a decision can be taken back.
    void setUndoTime(std::chrono::milliseconds time) { m_undoTime = time; }

    /// Newest first. Evidence is gathered for those with something undecided only.
    QCoro::Task<Result<QList<InboundRequest>>> requests(Asn own);
    /// With its evidence. NotFound if there is none.
    QCoro::Task<Result<InboundRequest>> request(QString id);
    /// What was done to the request's sessions, oldest first.
    QCoro::Task<Result<QList<AuditEntry>>> history(QString requestId);

    /// Carried out when the undo time is over, and announced by decided(); gives the id to undo it by. A session that
    /// waits in another decision is taken out of that one.
    QString decide(const InboundDecision &decision);
    /// False if it is too late.
    bool undo(const QString &id);
    /// What waits is never carried out: for the end of the program.
    void undoAll();
    /// Oldest first.
    [[nodiscard]] QList<PendingDecision> pending() const;
    /// Carries it out at once, each session by itself; the result is one outcome for each.
    QCoro::Task<Result<QList<DecisionOutcome>>> decideNow(InboundDecision decision);

Q_SIGNALS:
    /// Something in the database changed, here or in another program: what was read before may be stale.
    void changed();
    /// A decision came, went, or has a second less to wait.
    void pendingChanged();
    void decided(const QString &id, const QList<peerdesk::DecisionOutcome> &outcomes);
    /// Nothing of it was carried out.
    void failed(const QString &id, const peerdesk::Error &error);

private:
    void tick();
    void carryOut(const PendingDecision &due);
    [[nodiscard]] std::chrono::seconds timeLeft(UtcMs due) const;

    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
    std::chrono::milliseconds m_undoTime = std::chrono::seconds(10);
    QList<PendingDecision> m_pending;
    QTimer m_tick;
};

} // namespace peerdesk
