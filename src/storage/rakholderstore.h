// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// Who acts for a holder: a person or program as a token names it, or, without an issuer, whoever may act for the
/// network that the subject names ("AS64500").
struct HolderIdentity
{
    QString issuer;
    QString subject;

    bool operator==(const HolderIdentity &) const = default;
};

struct StoredHolder
{
    QString id;
    QString name;
    QString email;
    QString digest;
    QList<HolderIdentity> identities;
    QStringList resources; ///< ranges of addresses as text
};

/// A file of holders as it was found.
struct HolderImport
{
    enum class State { Waiting, Accepted, Applied };

    QString hash;
    State state = State::Waiting;
    qint64 holders = 0;
    qint64 holdersLost = 0;
    qint64 keysLost = 0;
    UtcMs foundAt = 0;
    QString decidedBy;
};

/// The holders of a registry's resources, and the files that they came from. Used within Database jobs.
class RakHolderStore
{
public:
    explicit RakHolderStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// Digests of those that are not gone, by id.
    Result<QHash<QString, QString>> digests();
    /// Nothing for one that is gone or never was.
    Result<std::optional<StoredHolder>> holder(const QString &id);
    /// No list was taken over yet.
    Result<bool> isEmpty();
    /// For whom somebody acts who is any of these.
    Result<QStringList> holdersOf(const QList<HolderIdentity> &identities);
    Result<QStringList> resources(const QString &holderId);
    /// Also of one that is gone.
    Result<QString> email(const QString &holderId);
    /// Whole, in place of what was there.
    Result<void> put(const StoredHolder &holder);
    /// It holds nothing any more and nobody acts for it.
    Result<void> remove(const QString &id, UtcMs now);

    Result<std::optional<HolderImport>> import(const QString &hash);
    Result<QList<HolderImport>> waiting();
    /// When a file was last taken over; 0 if none was.
    Result<UtcMs> lastApplied();
    Result<void> note(const HolderImport &import, UtcMs now);

private:
    Result<void> clear(const QString &id);

    QSqlDatabase &m_database;
};

} // namespace peerdesk
