// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"

#include <QList>
#include <QUrl>

class QSqlDatabase;

namespace peerdesk {

/// The offers that answered one request, on their way to the asking network's own endpoint.
struct OfferDelivery
{
    Asn ownAsn;
    QString requestId;
    Asn otherAsn;
    QString name;   ///< what the request is called there
    QUrl returnUrl; ///< the endpoint known for them when they asked
    UtcMs createdAt = 0;
    UtcMs nextTryAt = 0;
    int tries = 0;
    int open = 0; ///< how many of them still stand
};

/// Used within Database jobs.
class OfferStore
{
public:
    explicit OfferStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> add(const OfferDelivery &delivery);
    /// Those whose time has come, longest waiting first.
    Result<QList<OfferDelivery>> due(UtcMs now, int limit);
    /// True for the one caller that may carry it; nobody else gets it before `until`.
    Result<bool> claim(const OfferDelivery &delivery, UtcMs until);
    Result<void> tryLater(const OfferDelivery &delivery, const QString &why, UtcMs nextTryAt);
    /// For good; `why` is empty if they arrived.
    Result<void> end(const OfferDelivery &delivery, const QString &why, UtcMs now);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
