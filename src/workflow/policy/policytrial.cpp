// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/policy/policytrial.h"

#include "workflow/policy/policyquestion.h"

#include <algorithm>

namespace peerdesk {
namespace {

class Trial
{
public:
    Trial(const Policy &before, const Policy &after, const InboundRecords &records, const Places &places, UtcMs now)
        : m_before(before)
        , m_after(after)
        , m_records(records)
        , m_places(places)
        , m_now(now)
    {
    }

    void add(const Request &request)
    {
        PolicyQuestion question =
            questionAbout(m_places.network(request.otherAsn), m_places.shared(request.ownAsn, request.otherAsn),
                          sessionsBeside(request), request.requesterAddress, m_now);
        question.validKey = provesKey(m_records.keys.value(request.id), request.otherAsn);
        QList<Session> asked;
        QList<SessionProposal> batch;
        for (const Session &session : request.sessions) {
            if (session.offered)
                continue;
            asked.append(session);
            batch.append(session.proposal);
        }
        ValidationContext context;
        context.exchanges = factsOf(m_places, batch);
        const QList<Finding> findings = validate(batch, context);
        int judged = 0;
        for (int i = 0; i < asked.size(); ++i) {
            const auto said = [i](const Finding &finding) { return finding.index == i; };
            const auto wrong = [i](const Finding &finding) {
                return finding.index == i && finding.severity == Finding::Severity::Error;
            };
            if (std::any_of(findings.begin(), findings.end(), wrong))
                continue;
            question.proposal = batch.at(i);
            question.registered =
                batch.at(i).location.isPublic() && std::none_of(findings.begin(), findings.end(), said);
            judge(asked.at(i), question);
            ++judged;
        }
        m_trial.sessions += judged;
        m_trial.requests += judged > 0 ? 1 : 0;
    }

    [[nodiscard]] const PolicyTrial &result() const { return m_trial; }

private:
    /// With the network, agreed or existing, and not of this very request.
    [[nodiscard]] int sessionsBeside(const Request &request) const
    {
        const auto existing =
            std::count_if(m_records.existing.begin(), m_records.existing.end(),
                          [&request](const ExistingSession &session) { return session.otherAsn == request.otherAsn; });
        const auto agreed =
            std::count_if(m_records.live.begin(), m_records.live.end(), [&request](const Session &session) {
                return session.otherAsn() == request.otherAsn && session.requestId != request.id
                       && session.isAgreedHere();
            });
        return static_cast<int>(existing + agreed);
    }

    void judge(const Session &session, const PolicyQuestion &question)
    {
        TrialChange change;
        change.before = m_before.decide(question);
        change.after = m_after.decide(question);
        switch (change.after.verdict) {
        case PolicyRule::Verdict::Approve:
            ++m_trial.approved;
            break;
        case PolicyRule::Verdict::Reject:
            ++m_trial.rejected;
            break;
        case PolicyRule::Verdict::Ask:
            ++m_trial.asked;
            break;
        }
        if (change.before.verdict == change.after.verdict && change.before.reason == change.after.reason)
            return;
        change.sessionId = session.id;
        change.otherAsn = session.otherAsn();
        change.networkName = m_places.networkName(change.otherAsn);
        const Location &location = session.proposal.location;
        const QString name = m_places.locationName(location);
        change.locationName = name.isEmpty() ? location.toString() : name;
        change.family = session.proposal.family();
        change.askedAt = session.createdAt;
        change.approval = session.approval;
        change.explanation = m_after.explain(question);
        m_trial.changes.append(change);
    }

    const Policy &m_before;
    const Policy &m_after;
    const InboundRecords &m_records;
    const Places &m_places;
    const UtcMs m_now;
    PolicyTrial m_trial;
};

} // namespace

PolicyTrial tryPolicy(const Policy &before, const Policy &after, const InboundRecords &records, const Places &places,
                      UtcMs from, UtcMs now)
{
    Trial trial(before, after, records, places, now);
    for (const Request &request : records.inbound) {
        if (request.createdAt >= from)
            trial.add(request);
    }
    return trial.result();
}

} // namespace peerdesk
