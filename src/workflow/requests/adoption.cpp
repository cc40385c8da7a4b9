// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/adoption.h"

#include "base/id.h"
#include "storage/noticestore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/requests/reconciliation.h"
#include "workflow/requests/sessionchange.h"

namespace peerdesk {
namespace {

Session adopted(const NetworkEndpoint &endpoint, const RemoteSession &theirs, UtcMs now)
{
    Session session;
    session.id = newId(now);
    session.ownAsn = endpoint.ownAsn;
    session.proposal = theirs.proposal;
    session.proposal.initiator = endpoint.ownAsn;
    session.proposal.receiver = endpoint.otherAsn;
    session.approval = Approval::Pending;
    session.createdAt = now;
    session = reconciled(session, theirs, now);
    session.offered = session.approval == Approval::Offered;
    return session;
}

} // namespace

Result<int> adopt(QSqlDatabase &database, const Envelope &envelope, const NetworkEndpoint &endpoint,
                  const QList<RemoteSession> &unknown, UtcMs now)
{
    const QString who = endpoint.otherAsn.toString();
    RequestStore requests(database, envelope);
    SessionStore sessions(database, envelope);
    for (const RemoteSession &theirs : unknown) {
        Session session = adopted(endpoint, theirs, now);
        const auto known = requests.idNamedBy(endpoint.ownAsn, endpoint.otherAsn, theirs.requestId);
        if (!known)
            return known.error();
        if (*known) {
            session.requestId = **known;
            const auto added = sessions.insert(session, who);
            if (!added)
                return added.error();
        } else {
            Request request;
            request.id = newUuid();
            request.remoteId = theirs.requestId;
            request.ownAsn = endpoint.ownAsn;
            request.otherAsn = endpoint.otherAsn;
            request.endpoint = endpoint.baseUrl;
            request.createdAt = now;
            request.answeredAt = now;
            session.requestId = request.id;
            request.sessions = {session};
            const auto added = requests.insert(request, who);
            if (!added)
                return added.error();
        }
        if (session.approval != Approval::Offered)
            continue;
        const auto noted = NoticeStore(database).add({newId(now),
                                                      Notice::Kind::NeedsAnswer,
                                                      session.ownAsn,
                                                      session.otherAsn(),
                                                      session.id,
                                                      describe(session),
                                                      now,
                                                      0,
                                                      {}});
        if (!noted)
            return noted.error();
    }
    return static_cast<int>(unknown.size());
}

} // namespace peerdesk
