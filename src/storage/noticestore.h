// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/notice.h"

#include <QList>

class QSqlDatabase;

namespace peerdesk {

/// Events waiting to be told to a person, and those that were. Used within Database jobs.
class NoticeStore
{
public:
    explicit NoticeStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> add(const Notice &notice);
    /// Nothing happens if one with this id was written before, shown or not.
    Result<void> addOnce(const Notice &notice);
    /// Not shown anywhere yet, oldest first.
    Result<QList<Notice>> waiting(Asn own);
    /// True for the one caller that may show it: of two desks, one wins.
    Result<bool> claim(const QString &id, UtcMs now);
    /// Newest first.
    Result<QList<Notice>> recent(Asn own, int limit);

private:
    Result<void> insert(const Notice &notice, const QString &clause);

    QSqlDatabase &m_database;
};

} // namespace peerdesk
