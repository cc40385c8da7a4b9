// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/notice.h"
#include "peering/session.h"
#include "storage/envelope.h"

#include <QList>
#include <QString>

#include <functional>

class QSqlDatabase;

namespace peerdesk {

/// A session before and after something happened to it.
struct SessionChange
{
    Session before;
    Session after;
    QString why; ///< for the audit log, beyond the states
};

/// Who changes and when.
struct ChangeAuthor
{
    QString who;
    UtcMs now = 0;
};

/// Writes each change to the session, the audit log and, where a person should be told, the notices. One that somebody
/// else overtook is left out: whoever comes next sees the newer state. The number of those written. Within a write job.
Result<int> store(QSqlDatabase &database, const Envelope &envelope, const QList<SessionChange> &changes,
                  const ChangeAuthor &author);

/// What a person decided of several sessions at once: all of them or none, for who marked ten must not find seven
/// marked. `change` refuses one that it is not for. NotFound with the id of one that is not there. Within a write job.
Result<void> changeTogether(QSqlDatabase &database, const Envelope &envelope, const QStringList &ids,
                            const std::function<Result<Session>(Session)> &change, const ChangeAuthor &author,
                            const QString &why = {});

/// "192.0.2.10 – 192.0.2.20", and the reason if there is one: the particulars of a notice, which finds the place itself.
[[nodiscard]] QString describe(const Session &session);
/// What people are told of it, with those particulars and an id of its own.
[[nodiscard]] Notice noticeAbout(const Session &session, Notice::Kind kind, UtcMs now);

} // namespace peerdesk
