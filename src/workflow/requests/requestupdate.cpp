// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/requestupdate.h"

#include "base/id.h"
#include "base/logging.h"
#include "storage/auditstore.h"
#include "storage/draftstore.h"
#include "storage/endpointstore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/drafts/draftreview.h"
#include "workflow/requests/offerreview.h"
#include "workflow/requests/reconciliation.h"
#include "workflow/requests/redraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace peerdesk {
namespace {

const Session *withItem(const QList<Session> &sessions, const QString &itemId)
{
    const auto found = std::find_if(sessions.begin(), sessions.end(),
                                    [&itemId](const Session &session) { return session.proposal.itemId == itemId; });
    return found == sessions.end() ? nullptr : &*found;
}

QString wordsOf(const FieldError &error)
{
    return error.messages.join(QStringLiteral("; "));
}

Session offeredSession(const Request &request, const RemoteSession &theirs, UtcMs now)
{
    Session session;
    session.id = newId(now);
    session.requestId = request.id;
    session.ownAsn = request.ownAsn;
    session.proposal = theirs.proposal;
    session.proposal.initiator = request.ownAsn;
    session.proposal.receiver = request.otherAsn;
    session.createdAt = now;
    session.offered = true;
    session.approval = Approval::Offered; // whatever they call it: nobody here asked for it
    return reconciled(session, theirs, now);
}

} // namespace

Result<void> storeAnswer(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                         const CreateAnswer &answer, UtcMs now)
{
    RequestStore requests(database, envelope);
    auto request = requests.request(requestId);
    if (!request)
        return request.error();
    QList<SessionChange> changes;
    for (const RemoteSession &theirs : answer.accepted) {
        if (const Session *ours = withItem(request->sessions, theirs.proposal.itemId)) {
            Session after = reconciled(*ours, theirs, now);
            if (after.approval == Approval::Sending)
                after.approval = Approval::Pending;
            changes.append({*ours, after, {}});
        }
    }
    QStringList ofTheBatch;
    for (const FieldError &error : answer.rejected) {
        const Session *ours = withItem(request->sessions, error.itemId);
        if (!ours) {
            ofTheBatch.append(wordsOf(error));
            continue;
        }
        Session after = *ours;
        after.approval = Approval::Rejected;
        after.reason = wordsOf(error);
        after.decidedAt = now;
        after.decidedBy = request->otherAsn.toString();
        changes.append({*ours, after, after.reason});
    }
    for (const SessionProposal &proposal : answer.unmentioned) {
        if (const Session *ours = withItem(request->sessions, proposal.itemId)) {
            Session after = *ours;
            after.approval = Approval::Pending;
            changes.append({*ours, after, {}});
        }
    }
    const ChangeAuthor author{request->otherAsn.toString(), now};
    const auto stored = store(database, envelope, changes, author);
    if (!stored)
        return stored.error();
    SessionStore sessions(database, envelope);
    if (answer.offered.size() > offersTakenAtMost)
        qCWarning(lcWorkflow) << request->otherAsn.toString() << "offers" << answer.offered.size()
                              << "sessions at once; the first" << offersTakenAtMost << "are taken in";
    for (const RemoteSession &theirs : answer.offered.mid(0, offersTakenAtMost)) {
        // They may have asked for it at our endpoint while their answer was on its way.
        const auto known =
            std::find_if(request->sessions.begin(), request->sessions.end(), [&theirs](const Session &session) {
                return session.offered && session.proposal.samePlace(theirs.proposal) && !isFinal(session.status());
            });
        if (known != request->sessions.end()) {
            Session named = *known;
            named.remoteId = theirs.remoteId;
            named.bgpState = theirs.statusWord;
            named.configureBy = theirs.configureBy;
            if (const auto updated = sessions.update(named, author.who, {}, now); !updated)
                return updated.error();
            continue;
        }
        const auto added = sessions.insert(offeredSession(*request, theirs, now), author.who);
        if (!added)
            return added;
    }
    if (!answer.requestId.isEmpty() && answer.requestId != request->id)
        request->remoteId = answer.requestId;
    request->answeredAt = now;
    request->lastError = ofTheBatch.join(QStringLiteral("; "));
    const auto updated = requests.update(*request);
    if (!updated)
        return updated.error();
    return {};
}

Result<void> storeRefusal(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                          const QList<FieldError> &errors, const QString &sentence, Dialect::Orientation orientation,
                          UtcMs now)
{
    RequestStore requests(database, envelope);
    auto request = requests.request(requestId);
    if (!request)
        return request.error();
    QList<SessionChange> changes;
    QList<Session> refused;
    for (const Session &session : std::as_const(request->sessions)) {
        if (session.approval != Approval::Sending)
            continue;
        Session after = session;
        after.approval = Approval::Rejected;
        after.reason = sentence;
        for (const FieldError &error : errors) {
            if (error.itemId == session.proposal.itemId)
                after.reason = wordsOf(error);
        }
        after.decidedAt = now;
        after.decidedBy = request->otherAsn.toString();
        changes.append({session, after, after.reason});
        refused.append(session);
    }
    const auto stored = store(database, envelope, changes, {request->otherAsn.toString(), now});
    if (!stored)
        return stored.error();
    const auto drafted = draftAgain(database, envelope, refused, now, [&errors, orientation](const Draft &draft) {
        return withRemoteErrors(draft, errors, orientation);
    });
    if (!drafted)
        return drafted.error();
    request->answeredAt = now;
    request->lastError = sentence;
    const auto updated = requests.update(*request);
    if (!updated)
        return updated.error();
    return {};
}

Result<void> storeUnknown(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                          const QStringList &sessionIds, UtcMs now)
{
    const auto request = RequestStore(database, envelope).request(requestId);
    if (!request)
        return request.error();
    QList<SessionChange> changes;
    for (const Session &session : request->sessions) {
        if (session.approval != Approval::Sending || !sessionIds.contains(session.id))
            continue;
        Session after = session;
        after.approval = Approval::OutcomeUnknown;
        changes.append({session, after, {}});
    }
    const auto stored = store(database, envelope, changes, {QCoreApplication::applicationName(), now});
    if (!stored)
        return stored.error();
    return {};
}

Result<void> storeLastError(QSqlDatabase &database, const Envelope &envelope, const QString &requestId,
                            const QString &sentence, UtcMs now)
{
    RequestStore requests(database, envelope);
    auto request = requests.request(requestId);
    if (!request)
        return request.error();
    if (request->lastError == sentence)
        return {};
    request->lastError = sentence;
    const auto updated = requests.update(*request);
    if (!updated)
        return updated.error();
    return AuditStore(database).append({request->ownAsn, now, QStringLiteral("peerdesk"), QStringLiteral("request"),
                                        requestId, updated->version, QString(), QString(failedAttempt), sentence});
}

} // namespace peerdesk
