// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"

#include <QHash>
#include <QList>
#include <QString>

#include <cstdint>

class QSqlDatabase;

namespace peerdesk {

/// A key that goes with a request as proof; src/workflow/inbound knows what its texts mean.
struct StoredRequestKey
{
    QString reference;
    QString outcome;
    QString why;
    Asn origin;
    QString prefixes;
    qint64 morePrefixes = 0;
    std::uint32_t serial = 0;
    UtcMs expiresAt = 0;
    UtcMs statementUntil = 0;
    UtcMs checkedAt = 0;

    bool operator==(const StoredRequestKey &) const = default;
};

/// Used within Database jobs.
class RequestKeyStore
{
public:
    explicit RequestKeyStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// In this order, in place of those that were there.
    Result<void> put(Asn own, const QString &requestId, const QList<StoredRequestKey> &keys);
    Result<QList<StoredRequestKey>> keys(const QString &requestId);
    /// Of all requests, by request.
    Result<QHash<QString, QList<StoredRequestKey>>> keysOf(Asn own);
    /// The latest version of the key that a statement told of; 0 if none did.
    Result<std::uint32_t> latestSerial(const QString &reference);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
