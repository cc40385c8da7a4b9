// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/adoption.h"

#include "base/id.h"
#include "storage/noticestore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/requests/offerreview.h"
#include "workflow/requests/reconciliation.h"
#include "workflow/requests/requestupdate.h"
#include "workflow/requests/sessionchange.h"

#include <QCoreApplication>

#include <algorithm>

namespace peerdesk {
namespace {

Session adopted(const NetworkEndpoint &endpoint, const RemoteSession &theirs, UtcMs now)
{
    Session session;
    session.id = newId(now);
    session.ownAsn = endpoint.ownAsn;
    session.proposal = Adoption::proposalOf(endpoint, theirs);
    session.offered = true;
    session.approval = Approval::Offered;
    session.createdAt = now;
    return reconciled(session, theirs, now);
}

/// Something in it was asked for by us, and something was offered for it before.
bool hadOffers(const Request &request)
{
    const auto isOffer = [](const Session &session) { return session.offered; };
    return std::any_of(request.sessions.begin(), request.sessions.end(), isOffer)
           && !std::all_of(request.sessions.begin(), request.sessions.end(), isOffer);
}

Notice needsAnswer(const NetworkEndpoint &endpoint, const QString &sessionId, const QString &text, UtcMs now)
{
    Notice notice;
    notice.id = newId(now);
    notice.kind = Notice::Kind::NeedsAnswer;
    notice.ownAsn = endpoint.ownAsn;
    notice.otherAsn = endpoint.otherAsn;
    notice.sessionId = sessionId;
    notice.text = text;
    notice.at = now;
    return notice;
}

} // namespace

Adoption::Adoption(NetworkEndpoint endpoint, QList<RemoteSession> listed, QHash<Location, ExchangeFacts> exchanges)
    : m_endpoint(std::move(endpoint))
    , m_listed(std::move(listed))
    , m_exchanges(std::move(exchanges))
{
}

SessionProposal Adoption::proposalOf(const NetworkEndpoint &endpoint, const RemoteSession &listed)
{
    SessionProposal proposal = listed.proposal;
    proposal.initiator = endpoint.ownAsn;
    proposal.receiver = endpoint.otherAsn;
    return proposal;
}

Result<bool> Adoption::isNeeded(QSqlDatabase &database, const Envelope &envelope) const
{
    const auto planned = plan(database, envelope);
    if (!planned)
        return planned.error();
    return !planned->byRequest.isEmpty() || !planned->hadOffers.isEmpty();
}

Result<int> Adoption::carryOut(QSqlDatabase &database, const Envelope &envelope, UtcMs now) const
{
    const auto planned = plan(database, envelope);
    if (!planned)
        return planned.error();
    NoticeStore notices(database);
    for (const QString &id : planned->hadOffers) {
        if (const auto noted = storeLastError(database, envelope, id, tooMany(), now); !noted)
            return noted.error();
        if (const auto told = notices.add(needsAnswer(m_endpoint, {}, tooMany(), now)); !told)
            return told.error();
    }
    QList<Session> taken;
    for (auto it = planned->byRequest.cbegin(); it != planned->byRequest.cend(); ++it) {
        const auto sessions = take(database, envelope, planned->known.value(it.key()), it.value(), now);
        if (!sessions)
            return sessions.error();
        taken += *sessions;
    }
    if (taken.isEmpty())
        return 0;
    const Session &first = taken.first();
    QString text = describe(first);
    if (taken.size() > 1)
        text += QCoreApplication::translate("Adoption", ", and %n more", nullptr, static_cast<int>(taken.size()) - 1);
    if (const auto told = notices.add(needsAnswer(m_endpoint, first.id, text, now)); !told)
        return told.error();
    return static_cast<int>(taken.size());
}

Result<Adoption::Plan> Adoption::plan(QSqlDatabase &database, const Envelope &envelope) const
{
    const auto offers = acceptable(database, envelope);
    if (!offers)
        return offers.error();
    Plan result;
    for (const RemoteSession &offer : *offers)
        result.byRequest[offer.requestId].append(offer);
    RequestStore requests(database, envelope);
    const QStringList names = result.byRequest.keys();
    for (const QString &name : names) {
        const auto id = requests.idNamedBy(m_endpoint.ownAsn, m_endpoint.otherAsn, name);
        if (!id)
            return id.error();
        if (!*id)
            continue;
        const auto request = requests.request(**id);
        if (!request)
            return request.error();
        result.known.insert(name, request->id);
        if (!hadOffers(*request))
            continue;
        result.byRequest.remove(name);
        if (request->lastError != tooMany())
            result.hadOffers.append(request->id);
    }
    return result;
}

Result<QList<RemoteSession>> Adoption::acceptable(QSqlDatabase &database, const Envelope &envelope) const
{
    QList<SessionProposal> proposals;
    for (const RemoteSession &listed : m_listed)
        proposals.append(proposalOf(m_endpoint, listed));
    const auto findings = reviewOffers(database, envelope, proposals, m_exchanges);
    if (!findings)
        return findings.error();
    const auto waiting = SessionStore(database, envelope).offersWaiting(m_endpoint.ownAsn, m_endpoint.otherAsn);
    if (!waiting)
        return waiting.error();
    QList<RemoteSession> good;
    for (qsizetype i = 0; i < m_listed.size() && good.size() + *waiting < offersTakenAtMost; ++i) {
        if (!faultOf(*findings, i))
            good.append(m_listed.at(i));
    }
    return good;
}

Result<QList<Session>> Adoption::take(QSqlDatabase &database, const Envelope &envelope, const QString &known,
                                      const QList<RemoteSession> &offers, UtcMs now) const
{
    Request request;
    request.id = known.isEmpty() ? newUuid() : known;
    for (const RemoteSession &offer : offers) {
        request.sessions.append(adopted(m_endpoint, offer, now));
        request.sessions.last().requestId = request.id;
    }
    const QString who = m_endpoint.otherAsn.toString();
    if (known.isEmpty()) {
        request.remoteId = offers.first().requestId;
        request.ownAsn = m_endpoint.ownAsn;
        request.otherAsn = m_endpoint.otherAsn;
        request.endpoint = m_endpoint.baseUrl;
        request.createdAt = request.answeredAt = now;
        const auto added = RequestStore(database, envelope).insert(request, who);
        return added ? Result<QList<Session>>(request.sessions) : added.error();
    }
    SessionStore sessions(database, envelope);
    for (const Session &session : std::as_const(request.sessions)) {
        if (const auto added = sessions.insert(session, who); !added)
            return added.error();
    }
    return request.sessions;
}

QString Adoption::tooMany() const
{
    return QCoreApplication::translate("Adoption", "%1 lists more sessions for this request than it offered at first")
        .arg(m_endpoint.otherAsn.toString());
}

} // namespace peerdesk
