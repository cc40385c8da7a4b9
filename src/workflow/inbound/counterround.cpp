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
#include "workflow/requests/offerreview.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr UtcMs roundAtMostAfter = UtcMs(30) * 24 * 3'600'000; ///< whoever decides later writes a request of their own

class CounterRound
{
public:
    CounterRound(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival, Request ours)
        : m_database(database)
        , m_envelope(envelope)
        , m_maintenance(database)
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
            else if (const auto told = answerKnown(*known, theirs); !told)
                return told.error();
        }
        if (newcomers.isEmpty())
            return m_verdict;
        if (isOver())
            return Error(ErrorKind::NeedsHuman,
                         QStringLiteral("What we asked for under this name is over; please write to us"));
        if (newcomers.size() > offersTakenAtMost)
            return Error(ErrorKind::NeedsHuman,
                         QStringLiteral("More than %1 sessions are too many for one round; please write to us")
                             .arg(offersTakenAtMost));
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
    [[nodiscard]] bool isOver() const
    {
        return m_arrival.now - m_ours.createdAt > roundAtMostAfter
               || std::all_of(m_ours.sessions.begin(), m_ours.sessions.end(),
                              [](const Session &session) { return isFinal(session.status()); });
    }

    /// From now on it is told of as they speak.
    Result<void> answerKnown(Session known, const SessionProposal &theirs)
    {
        if (known.askedAs != orientation()) {
            known.askedAs = orientation();
            const auto updated = m_sessions.update(known, m_arrival.who, {}, m_arrival.now);
            if (!updated)
                return updated.error();
            known = *updated;
        }
        answer(known, theirs);
        return {};
    }

    [[nodiscard]] Dialect::Orientation orientation() const { return m_arrival.incoming.dialect.orientation; }

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
        const auto findings = reviewOffers(m_database, m_envelope, newcomers, m_arrival.exchanges);
        if (!findings)
            return findings.error();
        for (qsizetype i = 0; i < newcomers.size(); ++i) {
            if (const Finding *fault = faultOf(*findings, i)) {
                m_verdict.rejected.append(
                    {QStringLiteral("sessions[%1]").arg(i), {fault->message}, newcomers.at(i).itemId});
                continue;
            }
            if (const auto added = add(newcomers.at(i)); !added)
                return added;
        }
        return tellPeople();
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
        session.askedAs = orientation();
        session.createdAt = session.updatedAt = m_arrival.now;
        const auto maintenance = m_maintenance.windows(m_ours.ownAsn, m_arrival.now);
        if (!maintenance)
            return maintenance.error();
        const UtcMs window = m_arrival.network.timeWindow.count();
        session.configureBy = window > 0 ? SessionClock(session, *maintenance).whenItRan(window, m_arrival.now) : 0;
        if (const auto added = m_sessions.insert(session, m_arrival.who); !added)
            return added;
        answer(session, proposal.turned());
        if (m_firstOffer.isEmpty())
            m_firstOffer = session.id;
        if (const QString place = proposal.location.toString(); !m_places.contains(place))
            m_places.append(place);
        return {};
    }

    Result<void> tellPeople()
    {
        if (m_firstOffer.isEmpty())
            return {};
        Notice notice;
        notice.id = newId(m_arrival.now);
        notice.kind = Notice::Kind::NeedsAnswer;
        notice.ownAsn = m_ours.ownAsn;
        notice.otherAsn = m_ours.otherAsn;
        notice.sessionId = m_firstOffer;
        notice.text = m_places.join(QStringLiteral(", "));
        notice.at = m_arrival.now;
        return m_notices.add(notice);
    }

    QSqlDatabase &m_database;
    const Envelope &m_envelope;
    MaintenanceStore m_maintenance;
    SessionStore m_sessions;
    NoticeStore m_notices;
    const Arrival &m_arrival;
    const Request m_ours;
    BatchVerdict m_verdict;
    QString m_firstOffer;
    QStringList m_places;
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
