// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QList>
#include <QString>

#include <cstdint>

class QSqlDatabase;

namespace peerdesk {

/// A change of a key, as verifiers are told of it.
struct KeyEvent
{
    qint64 sequence = 0;
    QString keyId;
    std::uint32_t serial = 0;
    QString status; ///< as the wire names it
    UtcMs expiresAt = 0;
    UtcMs at = 0;
};

/// From where to where the journal goes.
struct JournalExtent
{
    qint64 purged = 0; ///< it begins after this number
    qint64 last = 0;
};

/// What happened to a registry's keys, numbered in the order in which it was committed. Used within Database jobs.
class RakJournalStore
{
public:
    explicit RakJournalStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// Makes the journal of that registry, once. Refused if it is another's.
    Result<void> begin(int registry);
    /// With the next number, which it returns; whatever `event` says of it.
    Result<qint64> append(const KeyEvent &event);
    Result<JournalExtent> extent();
    /// Of keys that the verifier has seen, oldest first.
    Result<QList<KeyEvent>> events(const QString &verifier, qint64 after, int limit);
    /// True if there may be more.
    Result<bool> purge(UtcMs before, int limit);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
