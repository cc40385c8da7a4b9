// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/counterround.h"

#include "base/id.h"
#include "peering/notice.h"
#include "peeringapi/fieldpath.h"
#include "storage/maintenancestore.h"
#include "storage/noticestore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"

#include <algorithm>

namespace peerdesk {
namespace {

class CounterRound
{
public:
    CounterRound(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival, Request ours)
        : m_maintenance(database)
        , m_sessions(database, envelope)
        , m_notices(database)
        , m_arrival(arrival)
        , m_ours(std::move(ours))
    {
    }

    Result<BatchVerdict> run()
    {
        m_verdict.requestId = m_ours.id;
        QList<SessionProposal> newcomers;
        for (const SessionProposal &theirs : m_arrival.incoming.request.proposals) {
            const SessionProposal proposal = theirs.turned();
            const auto known =
                std::find_if(m_ours.sessions.begin(), m_ours.sessions.end(),
                             [&proposal](const Session &one) { return one.proposal.samePlace(proposal); });
            if (known == m_ours.sessions.end())
                newcomers.append(proposal);
            else
                answer(*known, theirs);
        }
        if (newcomers.isEmpty())
            return m_verdict;
        const bool hadARound = std::any_of(m_ours.sessions.begin(), m_ours.sessions.end(),
                                           [](const Session &session) { return session.offered; });
        if (hadARound)
            return Error(ErrorKind::NeedsHuman,
                         QStringLiteral("More sessions were offered for this request before; please write to us"));
        if (const auto taken = takeIn(newcomers); !taken)
            return taken.error();
        return m_verdict;
    }

private:
    void answer(const Session &known, const SessionProposal &theirs)
    {
        Session shown = asSeenByThem(known);
        shown.proposal = theirs;
        if (isFinal(known.status())) {
            const QString why = known.reason.isEmpty() ? QStringLiteral("We do not want this session") : known.reason;
            m_verdict.rejected.append({{}, {why}, theirs.itemId});
            return;
        }
        m_verdict.accepted.append(shown);
    }

    Result<void> takeIn(const QList<SessionProposal> &newcomers)
    {
        ValidationContext context;
        context.exchanges = m_arrival.exchanges;
        const auto open = m_sessions.openProposals(m_ours.ownAsn, m_ours.otherAsn);
        if (!open)
            return open.error();
        context.open = *open;
        const QList<Finding> findings = validate(newcomers, context);
        for (qsizetype i = 0; i < newcomers.size(); ++i) {
            const auto fault = std::find_if(findings.begin(), findings.end(), [i](const Finding &finding) {
                return finding.index == i && finding.severity == Finding::Severity::Error;
            });
            if (fault != findings.end()) {
                m_verdict.rejected.append(
                    {QStringLiteral("sessions[%1]").arg(i), {fault->message}, newcomers.at(i).itemId});
                continue;
            }
            if (const auto added = add(newcomers.at(i)); !added)
                return added;
        }
        return {};
    }

    Result<void> add(const SessionProposal &proposal)
    {
        Session session;
        session.id = newId(m_arrival.now);
        session.requestId = m_ours.id;
        session.ownAsn = m_ours.ownAsn;
        session.proposal = proposal;
        session.approval = Approval::Offered;
        session.offered = true;
        session.createdAt = session.updatedAt = m_arrival.now;
        const auto maintenance = m_maintenance.windows(m_ours.ownAsn, m_arrival.now);
        if (!maintenance)
            return maintenance.error();
        const UtcMs window = m_arrival.network.timeWindow.count();
        session.configureBy = window > 0 ? SessionClock(session, *maintenance).whenItRan(window, m_arrival.now) : 0;
        if (const auto added = m_sessions.insert(session, m_arrival.who); !added)
            return added;
        answer(session, proposal.turned());
        Notice notice;
        notice.id = newId(m_arrival.now);
        notice.kind = Notice::Kind::NeedsAnswer;
        notice.ownAsn = session.ownAsn;
        notice.otherAsn = session.otherAsn();
        notice.sessionId = session.id;
        notice.text = proposal.location.toString();
        notice.at = m_arrival.now;
        return m_notices.add(notice);
    }

    MaintenanceStore m_maintenance;
    SessionStore m_sessions;
    NoticeStore m_notices;
    const Arrival &m_arrival;
    const Request m_ours;
    BatchVerdict m_verdict;
};

} // namespace

Result<BatchVerdict> takeCounterRound(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival,
                                      const QString &ourRequestId)
{
    const auto ours = RequestStore(database, envelope).request(ourRequestId);
    if (!ours)
        return ours.error();
    return CounterRound(database, envelope, arrival, *ours).run();
}

Session asSeenByThem(Session ours)
{
    ours.proposal = ours.proposal.turned();
    if (ours.approval == Approval::Offered)
        ours.approval = Approval::Pending; // asked for by them, undecided here
    return ours;
}

} // namespace peerdesk
