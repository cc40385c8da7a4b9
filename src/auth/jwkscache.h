// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwks.h"

#include <QCoroTask>
#include <QFuture>
#include <QObject>
#include <QUrl>

namespace peerdesk {

class HttpClient;

/// The key sets of issuers, fetched when first needed, again every hour, and at once when a token names a key that
/// is not there (an issuer that changes its key publishes the new one first), though not more often than every 30
/// seconds, or strangers could make us call. Several tokens that wait for the same set share one call, and a set
/// stays in use for a day while its issuer cannot be reached. Owned by the composition root, lives as long as the
/// program; used on the thread it lives on.
class JwksCache : public QObject
{
    Q_OBJECT

public:
    JwksCache(HttpClient &http, const Clock &clock, QObject *parent = nullptr);

    /// The set at that address, which knows `keyId` if anybody does. Unavailable if there is none to be had.
    QCoro::Task<Result<Jwks>> keys(QUrl address, QString keyId);

private:
    struct Entry
    {
        Jwks set;
        UtcMs fetchedAt = 0; ///< 0: never
        UtcMs triedAt = 0;
        QFuture<void> fetch; ///< finished while nothing is under way
    };

    [[nodiscard]] bool isDue(const Entry &entry, const QString &keyId) const;
    QCoro::Task<void> fetch(QUrl address);

    HttpClient &m_http;
    const Clock &m_clock;
    QHash<QUrl, Entry> m_entries;
};

} // namespace peerdesk
