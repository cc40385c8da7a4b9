// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/existingsession.h"

#include <QList>

class QSqlDatabase;

namespace peerdesk {

/// Sessions that exist without us having asked for them. Used within Database jobs.
class ExistingSessionStore
{
public:
    explicit ExistingSessionStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// What the source says now takes the place of what it said before.
    Result<void> replaceSource(Asn own, const QString &source, const QList<ExistingSession> &sessions);
    Result<QList<ExistingSession>> sessions(Asn own);
    Result<QList<ExistingSession>> sessionsWith(Asn own, Asn other);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
