// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/auditentry.h"
#include "peering/request.h"

#include <QList>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// The history of everything, only ever appended to. Used within Database jobs, in the transaction of the change it
/// records.
class AuditStore
{
public:
    explicit AuditStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> append(const AuditEntry &entry);
    /// Oldest first.
    Result<QList<AuditEntry>> history(const QString &noun, const QString &nounId);
    /// Of a request and of its sessions, oldest first.
    Result<QList<AuditEntry>> historyOf(const Request &request);
    Result<std::optional<AuditEntry>> last(const QString &noun, const QString &nounId);
    /// From (inclusive) until (exclusive), oldest first.
    Result<QList<AuditEntry>> between(Asn own, UtcMs from, UtcMs until);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
