// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/session.h"
#include "storage/envelope.h"

#include <QList>
#include <QString>

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

/// "192.0.2.10 – 192.0.2.20 at pdb:ix:42", and the reason if there is one: the particulars of a notice.
[[nodiscard]] QString describe(const Session &session);

} // namespace peerdesk
