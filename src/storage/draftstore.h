// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/draft.h"
#include "storage/envelope.h"

#include <QList>

class QSqlDatabase;

namespace peerdesk {

/// Batches being written. Used within Database jobs.
class DraftStore
{
public:
    DraftStore(QSqlDatabase &database, Envelope envelope)
        : m_database(database)
        , m_envelope(std::move(envelope))
    {
    }

    Result<void> insert(const Draft &draft);
    /// Writes all of it if nobody has changed it since `draft.version`, and gives it back with its new version.
    /// Conflict otherwise; NotFound if it is gone.
    Result<Draft> update(const Draft &draft, UtcMs now);
    /// For good, rows and all.
    Result<void> remove(const QString &id);
    /// Removes for good what was deleted before `before`.
    Result<int> removeDeleted(UtcMs before);

    /// NotFound if there is none; a deleted one is found.
    Result<Draft> draft(const QString &id);
    /// Oldest first, without deleted ones.
    Result<QList<Draft>> drafts(Asn own);

private:
    Result<void> writeRows(const Draft &draft);
    Result<QList<DraftRow>> rows(const QString &draftId);

    QSqlDatabase &m_database;
    Envelope m_envelope;
};

} // namespace peerdesk
