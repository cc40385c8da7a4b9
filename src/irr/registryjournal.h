// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

class QSqlDatabase;

namespace peerdesk {

/// A change of what queries answer.
struct RegistryEntry
{
    enum class Operation { Add, Delete };

    qint64 serial = 0; ///< set by append()
    Operation operation = Operation::Add;
    QString className;
    QString object; ///< its key
    QString text;   ///< as queries answered it
    UtcMs at = 0;
    QString who;
    QString why;
};

/// The registry's journal, which mirrors and people read: every change once, numbered without gaps, only ever appended
/// to, and cut off at its old end. Used within Database jobs, in the transaction of the change.
class RegistryJournal
{
public:
    struct Range
    {
        qint64 oldest = 0; ///< 0: nothing was ever changed
        qint64 newest = 0;
    };

    explicit RegistryJournal(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// Gives the entry the next serial.
    Result<void> append(const RegistryEntry &entry);
    Result<Range> range();
    /// From `serial` on, in order.
    Result<QList<RegistryEntry>> entries(qint64 serial, int limit);
    /// Whether purge() would find something.
    Result<bool> reachesBackBefore(UtcMs time);
    /// Drops the oldest from before that time, but never the newest of all, after which the next is numbered; how many.
    Result<int> purge(UtcMs before, int limit);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
