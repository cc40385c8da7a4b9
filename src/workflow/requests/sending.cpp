// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/sending.h"

#include "base/id.h"
#include "storage/draftstore.h"
#include "storage/endpointstore.h"
#include "storage/journalstore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/requests/sentkey.h"

#include <QCoreApplication>

#include <algorithm>

namespace peerdesk {
namespace {

Result<NetworkEndpoint> endpointOf(QSqlDatabase &database, Asn own, Asn other)
{
    const auto endpoint = EndpointStore(database).endpoint(own, other);
    if (!endpoint)
        return endpoint.error();
    if (!*endpoint)
        return Error(ErrorKind::NotFound,
                     QCoreApplication::translate("EndpointAccess", "No endpoint of %1 is known").arg(other.toString()));
    return **endpoint;
}

JournalEntry intention(Asn own, const QString &requestId, UtcMs now)
{
    JournalEntry entry;
    entry.ownAsn = own;
    entry.requestId = requestId;
    entry.step = JournalEntry::Step::Intended;
    entry.at = now;
    entry.nextAttemptAt = now;
    return entry;
}

QString noteOf(const Draft &draft, const QString &itemId)
{
    const auto row = std::find_if(draft.rows.begin(), draft.rows.end(),
                                  [&itemId](const DraftRow &candidate) { return candidate.itemId == itemId; });
    return row == draft.rows.end() ? QString() : row->note;
}

Request newRequest(const NetworkEndpoint &endpoint, const QString &who, UtcMs now)
{
    Request request;
    request.id = newUuid();
    request.direction = Direction::Outgoing;
    request.ownAsn = endpoint.ownAsn;
    request.otherAsn = endpoint.otherAsn;
    request.endpoint = endpoint.baseUrl;
    request.requester = who;
    request.createdAt = now;
    request.sentAt = now;
    return request;
}

Result<void> keepKeys(QSqlDatabase &database, const Request &request, const QStringList &references, UtcMs now)
{
    QList<SentKey> keys;
    for (const QString &reference : references)
        keys.append({reference, SentKey::Way::Waiting, {}});
    return keys.isEmpty() ? Result<void>() : keepSentKeys(database, request, keys, now);
}

} // namespace

Result<Request> orderSending(QSqlDatabase &database, const Envelope &envelope, const SendOrder &order)
{
    DraftStore drafts(database, envelope);
    const auto draft = drafts.draft(order.draftId);
    if (!draft)
        return draft.error();
    if (draft->deletedAt != 0)
        return Error(ErrorKind::NotFound, order.draftId);
    if (order.draftVersion >= 0 && draft->version != order.draftVersion)
        return Error(ErrorKind::Conflict,
                     QCoreApplication::translate("Sending", "The draft was changed before it was sent"));
    const auto endpoint = endpointOf(database, draft->ownAsn, draft->otherAsn);
    if (!endpoint)
        return endpoint.error();
    Request request = newRequest(*endpoint, order.who, order.now);
    for (const SessionProposal &proposal : order.proposals) {
        Session session;
        session.id = newId(order.now);
        session.requestId = request.id;
        session.ownAsn = request.ownAsn;
        session.proposal = proposal;
        session.approval = Approval::Sending;
        session.note = noteOf(*draft, proposal.itemId);
        session.createdAt = order.now;
        session.updatedAt = order.now;
        request.sessions.append(session);
    }
    const auto inserted = RequestStore(database, envelope).insert(request, order.who);
    if (!inserted)
        return inserted.error();
    if (const auto kept = keepKeys(database, request, draft->keys, order.now); !kept)
        return kept.error();
    const auto journalled = JournalStore(database).append(intention(request.ownAsn, request.id, order.now));
    if (!journalled)
        return journalled.error();
    const auto removed = drafts.remove(order.draftId);
    if (!removed)
        return removed.error();
    return request;
}

Result<void> orderSendingAgain(QSqlDatabase &database, const Envelope &envelope, const QStringList &sessionIds,
                               const QString &who, UtcMs now)
{
    SessionStore sessions(database, envelope);
    Request request;
    QStringList before;
    for (const QString &id : sessionIds) {
        auto session = sessions.session(id);
        if (!session)
            return session.error();
        if (session->approval != Approval::OutcomeUnknown)
            return Error(ErrorKind::Refused,
                         QCoreApplication::translate("Sending", "What became of this session is known"));
        if (request.id.isEmpty()) {
            const auto endpoint = endpointOf(database, session->ownAsn, session->otherAsn());
            if (!endpoint)
                return endpoint.error();
            request = newRequest(*endpoint, who, now);
            const auto inserted = RequestStore(database, envelope).insert(request, who);
            if (!inserted)
                return inserted;
        }
        if (session->ownAsn != request.ownAsn || session->otherAsn() != request.otherAsn)
            return Error(ErrorKind::Refused,
                         QCoreApplication::translate("Sending", "These sessions are not with one network"));
        before.append(session->requestId);
        session->requestId = request.id;
        session->approval = Approval::Sending;
        const auto moved =
            sessions.update(*session, who, QCoreApplication::translate("Sending", "was not created, sent again"), now);
        if (!moved)
            return moved.error();
    }
    if (request.id.isEmpty())
        return {};
    const auto keys = keysOfRequests(database, before);
    if (!keys)
        return keys.error();
    if (const auto kept = keepKeys(database, request, *keys, now); !kept)
        return kept;
    return JournalStore(database).append(intention(request.ownAsn, request.id, now));
}

Result<void> orderWithdrawal(QSqlDatabase &database, const Envelope &envelope, const QString &sessionId,
                             const QString &who, const QString &why, UtcMs now)
{
    SessionStore sessions(database, envelope);
    const auto session = sessions.session(sessionId);
    if (!session)
        return session.error();
    const Approval approval = session->approval;
    const bool withdrawable = approval == Approval::Pending || approval == Approval::Held
                              || approval == Approval::Offered || approval == Approval::Approved;
    if (!withdrawable)
        return Error(ErrorKind::Refused,
                     QCoreApplication::translate("Sending", "A session that is %1 cannot be withdrawn")
                         .arg(toText(session->status())));
    if (session->remoteId.isEmpty() && approval == Approval::Offered) {
        // Of a counter-round: it stands at our endpoint and nowhere else.
        Session declined = *session;
        declined.approval = Approval::Withdrawn;
        declined.decidedAt = now;
        declined.decidedBy = who;
        const auto updated = sessions.update(declined, who, why, now);
        return updated ? Result<void>() : updated.error();
    }
    if (session->remoteId.isEmpty())
        return Error(ErrorKind::Refused,
                     QCoreApplication::translate("Sending", "The other side has not named this session yet"));
    const auto last = JournalStore(database).last(session->requestId, session->id);
    if (!last)
        return last.error();
    if (*last && (*last)->step != JournalEntry::Step::Resolved)
        return {}; // on its way already
    JournalEntry entry = intention(session->ownAsn, session->requestId, now);
    entry.sessionId = session->id;
    entry.detail = QStringLiteral("%1\n%2").arg(who, why);
    return JournalStore(database).append(entry);
}

} // namespace peerdesk
