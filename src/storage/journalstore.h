// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// How far one thing we do at another network's endpoint has come. An entry is written before the wire is touched and
/// after each answer, so that whoever finds the last one knows what may have happened.
struct JournalEntry
{
    enum class Step : std::uint8_t {
        Intended, ///< nothing has left this machine
        Posting,  ///< it may or may not have arrived
        Unclear,  ///< it may have arrived; the other side must be asked before anything is posted again
        Resolved, ///< the outcome is known and stored
    };

    Asn ownAsn;
    QString requestId;
    QString sessionId; ///< the session being withdrawn; empty for sending the request itself
    int seq = 0;
    Step step = Step::Intended;
    int attempt = 0; ///< how often it has been tried
    UtcMs at = 0;
    UtcMs nextAttemptAt = 0; ///< while somebody holds it: when the hold lapses
    QString holder;          ///< the program working on it now; empty if none
    QString detail;
};

/// Used within Database jobs.
class JournalStore
{
public:
    explicit JournalStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// Puts the entry at the end of its chain; `seq` is given here.
    Result<void> append(JournalEntry entry);
    /// Appends `next` unless somebody else has appended since `seen`: of two programs, one goes on.
    Result<bool> claim(const JournalEntry &seen, const JournalEntry &next);
    Result<std::optional<JournalEntry>> last(const QString &requestId, const QString &sessionId);
    /// The last entries of all chains that are not resolved, soonest attempt first.
    Result<QList<JournalEntry>> open();
    Result<QList<JournalEntry>> history(const QString &requestId);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
