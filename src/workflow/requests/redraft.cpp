// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/redraft.h"

#include "base/id.h"
#include "storage/draftstore.h"
#include "workflow/requests/sentkey.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

DraftRow rowOf(const Session &session)
{
    DraftRow row;
    row.itemId = session.proposal.itemId;
    row.location = session.proposal.location.toString();
    row.ownAddress = session.ownAddress().toString();
    row.otherAddress = session.otherAddress().toString();
    row.sessionSecret = session.proposal.sessionSecret;
    row.note = session.note;
    if (!session.proposal.isPlainPeering())
        row.role = toText(session.proposal.initiatorTerms);
    return row;
}

} // namespace

Result<QString> draftAgain(QSqlDatabase &database, const Envelope &envelope, const QList<Session> &sessions, UtcMs now,
                           const std::function<Draft(const Draft &)> &mark)
{
    if (sessions.isEmpty())
        return QString();
    Draft fresh;
    fresh.ownAsn = sessions.first().ownAsn;
    fresh.otherAsn = sessions.first().otherAsn();
    QStringList requests;
    for (const Session &session : sessions) {
        requests.append(session.requestId);
        if (session.ownAsn != fresh.ownAsn || session.otherAsn() != fresh.otherAsn)
            return Error(ErrorKind::Refused,
                         QCoreApplication::translate("Sending", "These sessions are not with one network"));
        fresh.rows.append(rowOf(session));
    }
    fresh = mark(fresh);
    for (DraftRow &row : fresh.rows) {
        row.itemId = newUuid();
        for (FieldError &error : row.remoteErrors)
            error.itemId = row.itemId;
    }
    const auto keys = keysOfRequests(database, requests);
    if (!keys)
        return keys.error();
    fresh.keys = *keys;
    DraftStore drafts(database, envelope);
    const auto open = drafts.drafts(fresh.ownAsn);
    if (!open)
        return open.error();
    for (Draft draft : *open) {
        if (draft.otherAsn != fresh.otherAsn)
            continue;
        draft.rows += fresh.rows;
        draft.keys += fresh.keys;
        draft.keys.removeDuplicates();
        const auto updated = drafts.update(draft, now);
        if (!updated)
            return updated.error();
        return draft.id;
    }
    fresh.id = newId(now);
    fresh.createdAt = now;
    fresh.updatedAt = now;
    const auto inserted = drafts.insert(fresh);
    if (!inserted)
        return inserted.error();
    return fresh.id;
}

} // namespace peerdesk
