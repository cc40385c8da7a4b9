// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/inbound.h"

#include "base/id.h"
#include "storage/auditstore.h"
#include "storage/database.h"
#include "storage/existingsessionstore.h"
#include "storage/maintenancestore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/inbound/evidencecollector.h"

#include <QCoroFuture>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr std::chrono::milliseconds tickInterval{200};

using Outcomes = QList<DecisionOutcome>;

void apply(const InboundDecision &decision, UtcMs now, UtcMs configureBy, Session &session)
{
    session.reason = decision.reason.trimmed();
    session.decidedBy = decision.who;
    switch (decision.verdict) {
    case Verdict::Approve:
        session.approval = Approval::Approved;
        session.configureBy = configureBy;
        session.decidedAt = now;
        break;
    case Verdict::Reject:
        session.approval = Approval::Rejected;
        session.decidedAt = now;
        break;
    case Verdict::Hold:
        session.approval = Approval::Held;
        break;
    }
}

/// When what is approved now has to be up, by the time window that the network which was asked had when it was asked.
Result<UtcMs> deadlineOf(QSqlDatabase &database, const Envelope &envelope, const Session &session, UtcMs now)
{
    const auto window = RequestStore(database, envelope).timeWindow(session.requestId);
    if (!window)
        return window.error();
    if (window->count() == 0)
        return UtcMs(0);
    const auto maintenance = MaintenanceStore(database).windows(session.ownAsn, now);
    if (!maintenance)
        return maintenance.error();
    return SessionClock(session, *maintenance).whenItRan(window->count(), now);
}

/// One session of a decision. An unchanged session that is not undecided was decided before the person looked.
Result<Session> decideOne(QSqlDatabase &database, const Envelope &envelope, const InboundDecision::Seen &seen,
                          const InboundDecision &decision, UtcMs now)
{
    SessionStore store(database, envelope);
    const auto stored = store.session(seen.sessionId);
    if (!stored)
        return stored.error();
    if (stored->ownAsn != stored->proposal.receiver)
        return Error(ErrorKind::Refused, QCoreApplication::translate("Inbound", "We asked for this session ourselves"));
    const bool isUndecided = stored->approval == Approval::Pending || stored->approval == Approval::Held;
    if (stored->version == seen.version && (!isUndecided || stored->deletedAt != 0))
        return Error(ErrorKind::Refused, QCoreApplication::translate("Inbound", "The session is decided already"));
    const auto deadline = deadlineOf(database, envelope, *stored, now);
    if (!deadline)
        return deadline.error();
    Session session = *stored;
    session.version = seen.version;
    apply(decision, now, *deadline, session);
    return store.update(session, decision.who, session.reason, now);
}

bool endsTheWholeJob(const Error &error)
{
    return error.kind == ErrorKind::Storage || error.kind == ErrorKind::Internal;
}

Result<Outcomes> decideAll(QSqlDatabase &database, const Envelope &envelope, const InboundDecision &decision, UtcMs now)
{
    Outcomes outcomes;
    for (const InboundDecision::Seen &seen : decision.sessions) {
        const auto decided = decideOne(database, envelope, seen, decision, now);
        if (decided)
            outcomes.append({seen.sessionId, {}, *decided});
        else if (endsTheWholeJob(decided.error()))
            return decided.error();
        else
            outcomes.append({seen.sessionId, decided.error(), {}});
    }
    return outcomes;
}

bool hasUndecided(const Request &request)
{
    return std::any_of(request.sessions.begin(), request.sessions.end(), [](const Session &session) {
        return session.approval == Approval::Pending || session.approval == Approval::Held;
    });
}

} // namespace

Inbound::Inbound(Database &database, const Clock &clock, Places places, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_places(std::move(places))
{
    connect(&database, &Database::changed, this, &Inbound::changed);
    m_tick.setInterval(tickInterval);
    connect(&m_tick, &QTimer::timeout, this, &Inbound::tick);
}

QCoro::Task<Result<QList<InboundRequest>>> Inbound::requests(Asn own)
{
    const auto job = [envelope = m_database.envelope(), own](QSqlDatabase &database) {
        return readInboundRecords(database, envelope, own);
    };
    const Places places = m_places; // nobody may be here any more when the records are
    const UtcMs now = m_clock.now();
    auto future = m_database.read(job);
    const auto records = co_await future;
    if (!records)
        co_return records.error();
    const EvidenceCollector collector(places, *records, now);
    QList<InboundRequest> described;
    for (const Request &request : records->inbound)
        described.append(collector.describe(request, hasUndecided(request)));
    co_return described;
}

QCoro::Task<Result<InboundRequest>> Inbound::request(QString id)
{
    struct Found
    {
        Request request;
        InboundRecords records;
    };
    const auto job = [envelope = m_database.envelope(), id](QSqlDatabase &database) -> Result<Found> {
        const auto request = RequestStore(database, envelope).request(id);
        if (!request)
            return request.error();
        if (request->direction != Direction::Inbound)
            return Error(ErrorKind::NotFound, id);
        const auto records = readInboundRecords(database, envelope, request->ownAsn);
        if (!records)
            return records.error();
        return Found{*request, *records};
    };
    const Places places = m_places;
    const UtcMs now = m_clock.now();
    auto future = m_database.read(job);
    const auto found = co_await future;
    if (!found)
        co_return found.error();
    co_return EvidenceCollector(places, found->records, now).describe(found->request, true);
}

QCoro::Task<Result<QList<AuditEntry>>> Inbound::history(QString requestId)
{
    const auto job = [envelope = m_database.envelope(),
                      requestId](QSqlDatabase &database) -> Result<QList<AuditEntry>> {
        const auto request = RequestStore(database, envelope).request(requestId);
        return request ? AuditStore(database).historyOf(*request) : request.error();
    };
    auto future = m_database.read(job);
    co_return co_await future;
}

QCoro::Task<Result<QList<DecisionOutcome>>> Inbound::decideNow(InboundDecision decision)
{
    if (decision.verdict == Verdict::Reject && decision.reason.trimmed().isEmpty())
        co_return Error(ErrorKind::Invalid, tr("A rejection needs a reason"));
    if (decision.who.isEmpty())
        co_return Error(ErrorKind::Invalid, tr("A decision needs somebody who made it"));
    const UtcMs now = m_clock.now();
    const auto job = [envelope = m_database.envelope(), decision, now](QSqlDatabase &database) {
        return decideAll(database, envelope, decision, now);
    };
    auto future = m_database.write(job);
    co_return co_await future;
}

QString Inbound::decide(const InboundDecision &decision)
{
    const auto isDecidedAnew = [&decision](const InboundDecision::Seen &waiting) {
        return std::any_of(decision.sessions.begin(), decision.sessions.end(),
                           [&waiting](const auto &seen) { return seen.sessionId == waiting.sessionId; });
    };
    for (PendingDecision &waiting : m_pending)
        waiting.decision.sessions.removeIf(isDecidedAnew);
    m_pending.removeIf([](const PendingDecision &waiting) { return waiting.decision.sessions.isEmpty(); });
    PendingDecision pending;
    pending.id = newId(m_clock.now());
    pending.decision = decision;
    pending.due = m_clock.now() + m_undoTime.count();
    pending.left = timeLeft(pending.due);
    m_pending.append(pending);
    m_tick.start();
    Q_EMIT pendingChanged();
    return pending.id;
}

bool Inbound::undo(const QString &id)
{
    const auto removed = m_pending.removeIf([&id](const PendingDecision &pending) { return pending.id == id; });
    if (removed > 0)
        Q_EMIT pendingChanged();
    return removed > 0;
}

void Inbound::undoAll()
{
    m_pending.clear();
    Q_EMIT pendingChanged();
}

QList<PendingDecision> Inbound::pending() const
{
    return m_pending;
}

void Inbound::tick()
{
    QList<PendingDecision> due;
    bool moved = false;
    const UtcMs now = m_clock.now();
    m_pending.removeIf([&due, now](const PendingDecision &pending) {
        if (pending.due <= now)
            due.append(pending);
        return pending.due <= now;
    });
    for (PendingDecision &pending : m_pending) {
        const auto left = timeLeft(pending.due);
        moved = moved || left != pending.left;
        pending.left = left;
    }
    for (const PendingDecision &pending : due)
        carryOut(pending);
    if (m_pending.isEmpty())
        m_tick.stop();
    if (moved || !due.isEmpty())
        Q_EMIT pendingChanged();
}

void Inbound::carryOut(const PendingDecision &due)
{
    QCoro::connect(decideNow(due.decision), this, [this, id = due.id](const Result<QList<DecisionOutcome>> &result) {
        if (result)
            Q_EMIT decided(id, *result);
        else
            Q_EMIT failed(id, result.error());
    });
}

std::chrono::seconds Inbound::timeLeft(UtcMs due) const
{
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(due - m_clock.now()));
}

} // namespace peerdesk
