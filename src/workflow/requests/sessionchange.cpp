// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/sessionchange.h"

#include "base/id.h"
#include "storage/noticestore.h"
#include "storage/sessionstore.h"
#include "workflow/requests/reconciliation.h"

namespace peerdesk {

QString describe(const Session &session)
{
    const QString pair =
        QStringLiteral("%1 – %2").arg(session.ownAddress().toString(), session.otherAddress().toString());
    return session.reason.isEmpty() ? pair : QStringLiteral("%1: %2").arg(pair, session.reason);
}

Notice noticeAbout(const Session &session, Notice::Kind kind, UtcMs now)
{
    Notice notice;
    notice.id = newId(now);
    notice.kind = kind;
    notice.ownAsn = session.ownAsn;
    notice.otherAsn = session.otherAsn();
    notice.sessionId = session.id;
    notice.text = describe(session);
    notice.at = now;
    return notice;
}

Result<int> store(QSqlDatabase &database, const Envelope &envelope, const QList<SessionChange> &changes,
                  const ChangeAuthor &author)
{
    SessionStore sessions(database, envelope);
    NoticeStore notices(database);
    int written = 0;
    for (const SessionChange &change : changes) {
        const auto stored = sessions.update(change.after, author.who, change.why, author.now);
        if (!stored && stored.error().kind == ErrorKind::Conflict)
            continue;
        if (!stored)
            return stored.error();
        ++written;
        const auto kind = noticeOf(change.before, change.after);
        if (!kind)
            continue;
        if (const auto noted = notices.add(noticeAbout(*stored, *kind, author.now)); !noted)
            return noted.error();
    }
    return written;
}

Result<void> changeTogether(QSqlDatabase &database, const Envelope &envelope, const QStringList &ids,
                            const std::function<Result<Session>(Session)> &change, const ChangeAuthor &author,
                            const QString &why)
{
    SessionStore sessions(database, envelope);
    for (const QString &id : ids) {
        const auto session = sessions.session(id);
        if (!session)
            return session.error();
        const auto changed = change(*session);
        if (!changed)
            return changed.error();
        if (const auto updated = sessions.update(*changed, author.who, why, author.now); !updated)
            return updated.error();
    }
    return {};
}

} // namespace peerdesk
