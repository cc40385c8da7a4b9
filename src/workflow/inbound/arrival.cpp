// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/arrival.h"

#include "base/id.h"
#include "peering/notice.h"
#include "peeringapi/fieldpath.h"
#include "storage/existingsessionstore.h"
#include "storage/maintenancestore.h"
#include "storage/noticestore.h"
#include "storage/requestkeystore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/inbound/counterround.h"
#include "workflow/inbound/offers.h"
#include "workflow/policy/policyquestion.h"
#include "workflow/requests/sessionchange.h"

#include <algorithm>

namespace peerdesk {
namespace {

bool isDuplicate(const Finding &finding)
{
    return finding.rule == Finding::Rule::DuplicateOpen || finding.rule == Finding::Rule::DuplicateExisting;
}

QList<Finding> findingsOf(const QList<Finding> &all, qsizetype index)
{
    QList<Finding> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [index](const Finding &finding) { return finding.index == index; });
    return own;
}

/// Everything wrong with one session as one entry, since the two lists of the answer add up to the batch. It names
/// the member at fault where there is only one.
FieldError faultsOf(const QList<Finding> &findings, Dialect::Orientation orientation)
{
    FieldError all;
    for (const Finding &finding : findings) {
        if (finding.severity != Finding::Severity::Error)
            continue;
        const FieldError one = fieldErrorOf(finding, orientation);
        all.field = all.messages.isEmpty() || all.field == one.field ? one.field : one.field.section(u'.', 0, 0);
        all.messages += one.messages;
        all.itemId = one.itemId;
    }
    return all;
}

/// What a session that is not accepted looks like in the answer.
FieldError rejection(qsizetype index, const Session &session)
{
    const bool gone = session.approval != Approval::Rejected;
    const QString reason = gone ? QStringLiteral("The session was withdrawn") : session.reason;
    return {QStringLiteral("sessions[%1]").arg(index), {reason}, session.proposal.itemId};
}

bool isOver(const Session &session)
{
    return session.deletedAt != 0 || session.approval == Approval::Rejected || session.approval == Approval::Withdrawn;
}

class Intake
{
public:
    Intake(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival)
        : m_database(database)
        , m_envelope(envelope)
        , m_requests(database, envelope)
        , m_sessions(database, envelope)
        , m_existing(database)
        , m_notices(database)
        , m_arrival(arrival)
        , m_proposals(arrival.incoming.request.proposals)
    {
    }

    Result<BatchVerdict> run()
    {
        const QString key = m_arrival.incoming.request.requestId;
        if (!key.isEmpty()) {
            const auto known = m_requests.inboundId(m_arrival.network.asn, m_arrival.caller, key);
            if (!known)
                return known.error();
            if (*known)
                return answerAgain(**known);
            const auto ours = m_requests.idNamedBy(m_arrival.network.asn, m_arrival.caller, key);
            if (!ours)
                return ours.error();
            if (*ours)
                return takeCounterRound(m_database, m_envelope, m_arrival, **ours);
        }
        if (const auto superseded = supersedeOffers(); !superseded)
            return superseded.error();
        const auto judged = judge();
        if (!judged)
            return judged.error();
        if (const auto fits = fitsOnTheDesk(*judged); !fits)
            return fits.error();
        const auto stored = m_requests.insert(*judged, m_arrival.who);
        if (!stored)
            return stored.error();
        if (const auto kept = keepKeys(*judged); !kept)
            return kept.error();
        if (const auto told = tellPeople(*judged); !told)
            return told.error();
        return m_verdict;
    }

    Result<Request> judge()
    {
        const auto inForce = m_arrival.policies->find(m_database, m_arrival.network.asn, m_arrival.network.policy);
        if (!inForce)
            return inForce.error();
        m_policy = *inForce;
        if (m_arrival.network.offers)
            m_possible = possibleBeside(m_proposals.first(), m_arrival.shared);
        const auto context = this->context();
        if (!context)
            return context.error();
        const auto maintenance = MaintenanceStore(m_database).windows(m_arrival.network.asn, m_arrival.now);
        if (!maintenance)
            return maintenance.error();
        m_maintenance = *maintenance;
        const auto keys = comparedWithKnown(m_database, m_arrival.keys);
        if (!keys)
            return keys.error();
        m_keys = *keys;
        const QList<Finding> findings = validate(m_proposals, *context);
        if (const auto conflict = onlyDuplicates(findings); !conflict)
            return conflict.error();

        Request request;
        request.id = newUuid();
        request.direction = Direction::Inbound;
        request.ownAsn = m_arrival.network.asn;
        request.otherAsn = m_arrival.caller;
        request.requester = m_arrival.who;
        request.requesterAddress = m_arrival.senderAddress;
        request.idempotencyKey = m_arrival.incoming.request.requestId;
        request.timeWindow = m_arrival.network.timeWindow;
        request.createdAt = m_arrival.now;
        m_verdict.requestId = request.id;
        for (qsizetype i = 0; i < m_proposals.size(); ++i)
            request.sessions.append(judgeSession(i, request.id, findingsOf(findings, i)));
        offerMore(*context, request);
        return request;
    }

private:
    /// Who asks for what we offered takes it up in that way: the offer makes room for the request.
    Result<void> supersedeOffers()
    {
        SessionFilter filter;
        filter.ownAsn = m_arrival.network.asn;
        filter.otherAsn = m_arrival.caller;
        filter.direction = Direction::Inbound;
        filter.approvals = {Approval::Offered};
        const auto offered = m_sessions.sessions(filter);
        if (!offered)
            return offered.error();
        for (Session offer : *offered) {
            const bool isAskedFor =
                std::any_of(m_proposals.begin(), m_proposals.end(),
                            [&offer](const SessionProposal &proposal) { return proposal.samePlace(offer.proposal); });
            if (!isAskedFor)
                continue;
            offer.approval = Approval::Withdrawn;
            offer.deletedAt = offer.decidedAt = m_arrival.now;
            offer.decidedBy = m_arrival.caller.toString();
            const QString why = QStringLiteral("asked for in a request of its own");
            if (const auto updated = m_sessions.update(offer, m_arrival.who, why, m_arrival.now); !updated)
                return updated.error();
        }
        return {};
    }

    /// The same request once more: nothing is created, and its sessions are as they are by now.
    Result<BatchVerdict> answerAgain(const QString &id)
    {
        QList<FieldError> differences;
        SessionFilter filter;
        filter.requestIds = {id};
        filter.withDeleted = true;
        auto stored = m_sessions.sessions(filter);
        if (!stored)
            return stored.error();
        m_verdict.requestId = id;
        m_verdict.repeated = true;
        for (qsizetype i = 0; i < m_proposals.size(); ++i) {
            const SessionProposal &proposal = m_proposals.at(i);
            const auto session = std::find_if(stored->begin(), stored->end(), [&proposal](const Session &candidate) {
                return candidate.proposal.samePlace(proposal) && candidate.proposal.itemId == proposal.itemId;
            });
            if (session == stored->end()) {
                differences.append(difference(i, QStringLiteral("was not part of the request of that name")));
                continue;
            }
            const auto whole = m_sessions.session(session->id); // with the secret, which is part of what was asked
            if (!whole)
                return whole.error();
            const bool sameTerms = whole->proposal.initiatorTerms == proposal.initiatorTerms
                                   && whole->proposal.receiverTerms == proposal.receiverTerms;
            if (!(whole->proposal.sessionSecret == proposal.sessionSecret) || !sameTerms)
                differences.append(difference(i, QStringLiteral("had another secret or other roles at first")));
            else if (isOver(*whole))
                m_verdict.rejected.append(rejection(i, *whole));
            else
                m_verdict.accepted.append(*whole);
            stored->erase(session);
        }
        for (const Session &session : std::as_const(*stored)) {
            if (session.offered && !isOver(session))
                m_verdict.offered.append(session);
            else if (!session.offered)
                differences.append(
                    {QStringLiteral("sessions"),
                     {QStringLiteral("%1 with %2 was part of the request of that name")
                          .arg(session.proposal.location.toString(), session.proposal.initiatorAddress.toString())},
                     session.proposal.itemId});
        }
        if (differences.isEmpty())
            return m_verdict;
        return Error(ErrorKind::Conflict, QStringLiteral("This request_id was used for another request before"),
                     differences);
    }

    [[nodiscard]] FieldError difference(qsizetype index, const QString &words) const
    {
        return {QStringLiteral("sessions[%1]").arg(index), {words}, m_proposals.at(index).itemId};
    }

    Result<ValidationContext> context()
    {
        ValidationContext context;
        context.exchanges = m_arrival.exchanges;
        const auto open = m_sessions.openAt(m_arrival.network.asn, m_arrival.caller, m_proposals + m_possible);
        if (!open)
            return open.error();
        context.open = *open;
        const auto existing = m_existing.sessionsWith(m_arrival.network.asn, m_arrival.caller);
        if (!existing)
            return existing.error();
        for (const ExistingSession &session : *existing)
            context.existing.append(session.proposal().turned());
        const auto agreed = m_sessions.agreedHere(m_arrival.network.asn, m_arrival.caller);
        if (!agreed)
            return agreed.error();
        m_existingSessions = *agreed + static_cast<int>(existing->size());
        return context;
    }

    /// A person has to get through what waits already before more can.
    Result<void> fitsOnTheDesk(const Request &request)
    {
        const auto isWaiting = [](const Session &session) { return session.approval == Approval::Pending; };
        const auto more = std::count_if(request.sessions.begin(), request.sessions.end(), isWaiting);
        if (more == 0)
            return {};
        const auto waiting = m_sessions.undecided(request.ownAsn, request.otherAsn);
        if (!waiting)
            return waiting.error();
        if (*waiting + more <= m_arrival.network.undecidedAtMost)
            return {};
        return Error(
            ErrorKind::NeedsHuman,
            QStringLiteral("%1 sessions that %2 asked for wait for a decision here, and %3 may; please write to us")
                .arg(*waiting)
                .arg(request.otherAsn.toString())
                .arg(m_arrival.network.undecidedAtMost));
    }

    /// A batch that asks for nothing new is a conflict and not a request.
    Result<void> onlyDuplicates(const QList<Finding> &findings) const
    {
        QSet<int> duplicates;
        QList<FieldError> fields;
        for (const Finding &finding : findings) {
            if (!isDuplicate(finding))
                continue;
            duplicates.insert(finding.index);
            fields.append(fieldErrorOf(finding, m_arrival.incoming.dialect.orientation));
        }
        if (duplicates.size() < m_proposals.size())
            return {};
        return Error(ErrorKind::Conflict, QStringLiteral("These sessions are asked for or exist already"), fields);
    }

    Session judgeSession(qsizetype index, const QString &requestId, const QList<Finding> &findings)
    {
        Session session;
        session.id = newId(m_arrival.now);
        session.requestId = requestId;
        session.ownAsn = m_arrival.network.asn;
        session.proposal = m_proposals.at(index);
        session.askedAs = m_arrival.incoming.dialect.orientation;
        session.createdAt = session.updatedAt = m_arrival.now;
        if (hasErrors(findings)) {
            session.approval = Approval::Rejected;
            session.decidedBy = session.policyRule = QStringLiteral("validation");
            session.decidedAt = m_arrival.now;
            const FieldError faults = faultsOf(findings, m_arrival.incoming.dialect.orientation);
            session.reason = faults.messages.join(QStringLiteral("; "));
            m_verdict.rejected.append(faults);
            return session;
        }
        applyPolicy(index, findings, session);
        return session;
    }

    [[nodiscard]] PolicyQuestion questionOf(const SessionProposal &proposal, bool registered) const
    {
        PolicyQuestion question = questionAbout(m_arrival.initiator, m_arrival.shared, m_existingSessions,
                                                m_arrival.senderAddress, m_arrival.now);
        question.proposal = proposal;
        question.registered = registered;
        question.validKey = provesKey(m_keys, m_arrival.caller);
        return question;
    }

    [[nodiscard]] UtcMs deadlineOf(const Session &session) const
    {
        const UtcMs window = m_arrival.network.timeWindow.count();
        return window > 0 ? SessionClock(session, m_maintenance).whenItRan(window, m_arrival.now) : 0;
    }

    /// Only beside something that was approved: who is turned away is not asked for more.
    void offerMore(const ValidationContext &context, Request &request)
    {
        const bool anyApproved =
            std::any_of(request.sessions.begin(), request.sessions.end(),
                        [](const Session &session) { return session.approval == Approval::Approved; });
        if (!anyApproved)
            return;
        const auto approves = [this](const SessionProposal &proposal) {
            return m_policy.policy.decide(questionOf(proposal, true)).verdict == PolicyRule::Verdict::Approve;
        };
        for (const SessionProposal &proposal : offersBeside(m_proposals, m_possible, context, approves)) {
            Session offer;
            offer.id = newId(m_arrival.now);
            offer.requestId = request.id;
            offer.ownAsn = m_arrival.network.asn;
            offer.proposal = proposal;
            offer.approval = Approval::Offered;
            offer.offered = true;
            offer.askedAs = m_arrival.incoming.dialect.orientation;
            offer.createdAt = offer.updatedAt = m_arrival.now;
            offer.configureBy = deadlineOf(offer);
            request.sessions.append(offer);
            m_verdict.offered.append(offer);
        }
    }

    void applyPolicy(qsizetype index, const QList<Finding> &warnings, Session &session)
    {
        const PolicyQuestion question =
            questionOf(session.proposal, session.proposal.location.isPublic() && warnings.isEmpty());
        const Policy &policy = m_policy.policy;
        const Policy::Decision decision = policy.decide(question);
        QStringList explanation = policy.explain(question);
        if (!m_policy.unreadable.isEmpty())
            explanation.prepend(
                QStringLiteral("The policy edited at the desk cannot be read: %1").arg(m_policy.unreadable));
        session.explanation = explanation.join(u'\n');
        if (!decision.rule.isEmpty())
            session.policyRule = QStringLiteral("%1: %2").arg(decision.rule, toText(decision.verdict));
        if (decision.verdict == PolicyRule::Verdict::Ask) {
            session.approval = Approval::Pending;
            m_verdict.accepted.append(session);
            return;
        }
        session.decidedBy = QStringLiteral("policy:%1").arg(decision.rule);
        session.decidedAt = m_arrival.now;
        if (decision.verdict == PolicyRule::Verdict::Approve) {
            session.approval = Approval::Approved;
            session.configureBy = deadlineOf(session);
            m_verdict.accepted.append(session);
            return;
        }
        session.approval = Approval::Rejected;
        session.reason = decision.reason.isEmpty() ? QStringLiteral("Our peering policy does not allow this session")
                                                   : decision.reason;
        m_verdict.rejected.append(rejection(index, session));
    }

    Result<void> keepKeys(const Request &request)
    {
        QList<StoredRequestKey> stored;
        for (const KeyFinding &finding : std::as_const(m_keys))
            stored.append(toStored(finding));
        return stored.isEmpty() ? Result<void>() : RequestKeyStore(m_database).put(request.ownAsn, request.id, stored);
    }

    Result<void> tellPeople(const Request &request)
    {
        QList<const Session *> waiting;
        for (const Session &session : request.sessions) {
            if (session.approval == Approval::Pending)
                waiting.append(&session);
        }
        if (waiting.isEmpty())
            return {};
        Notice notice = noticeAbout(*waiting.first(), Notice::Kind::NeedsAnswer, m_arrival.now);
        if (waiting.size() > 1)
            notice.text += QStringLiteral(" and %1 more").arg(waiting.size() - 1);
        return m_notices.add(notice);
    }

    QSqlDatabase &m_database;
    const Envelope &m_envelope;
    RequestStore m_requests;
    SessionStore m_sessions;
    ExistingSessionStore m_existing;
    NoticeStore m_notices;
    const Arrival &m_arrival;
    const QList<SessionProposal> &m_proposals;
    QList<MaintenanceWindow> m_maintenance;
    QList<KeyFinding> m_keys;
    PolicyInForce m_policy;
    QList<SessionProposal> m_possible; ///< what we may offer beside them
    int m_existingSessions = 0;
    BatchVerdict m_verdict;
};

} // namespace

Result<BatchVerdict> takeIn(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival)
{
    return Intake(database, envelope, arrival).run();
}

Result<Request> judged(QSqlDatabase &database, const Envelope &envelope, const Arrival &arrival)
{
    return Intake(database, envelope, arrival).judge();
}

} // namespace peerdesk
