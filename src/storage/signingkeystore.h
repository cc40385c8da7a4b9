// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QList>
#include <QString>

class QSqlDatabase;

namespace peerdesk {

/// A key that our endpoint signs with, or did, or will.
struct SigningKey
{
    QString id;         ///< the kid of what it signs
    QString privateKey; ///< envelope of the PEM text, bound to the id
    UtcMs createdAt = 0;
    UtcMs signsFrom = 0;
};

/// Used within Database jobs.
class SigningKeyStore
{
public:
    /// What is signed with the keys.
    enum class Purpose { Tokens, Statements };

    explicit SigningKeyStore(QSqlDatabase &database, Purpose purpose = Purpose::Tokens);

    Result<void> add(const SigningKey &key);
    Result<void> remove(const QString &id);
    /// The one that signs last comes last.
    Result<QList<SigningKey>> keys();

private:
    QSqlDatabase &m_database;
    const QString m_table;
};

} // namespace peerdesk
