// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/offerstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

OfferDelivery read(Statement &row)
{
    OfferDelivery delivery;
    delivery.ownAsn = row.asn();
    delivery.requestId = row.text();
    delivery.otherAsn = row.asn();
    delivery.name = row.text();
    delivery.returnUrl = QUrl(row.text());
    delivery.createdAt = row.number();
    delivery.nextTryAt = row.number();
    delivery.tries = static_cast<int>(row.number());
    delivery.open = static_cast<int>(row.number());
    return delivery;
}

} // namespace

Result<void> OfferStore::add(const OfferDelivery &delivery)
{
    Statement insert(m_database, QStringLiteral("INSERT INTO offer_deliveries (own_asn, request_id, asn, name, "
                                                "return_url, created_at, next_try_at) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(delivery.ownAsn).bind(delivery.requestId).bind(delivery.otherAsn).bind(delivery.name);
    insert.bind(delivery.returnUrl.toString(QUrl::FullyEncoded));
    return insert.bind(delivery.createdAt).bind(delivery.nextTryAt).execute();
}

Result<QList<OfferDelivery>> OfferStore::due(UtcMs now, int limit)
{
    return Statement(
               m_database,
               QStringLiteral("SELECT own_asn, request_id, asn, name, return_url, created_at, next_try_at, tries, "
                              "(SELECT count(*) FROM sessions s WHERE s.request_id = d.request_id "
                              "AND s.approval = 'offered' AND s.deleted_at = 0) FROM offer_deliveries d "
                              "WHERE ended_at = 0 AND next_try_at <= ? ORDER BY next_try_at LIMIT ?"))
        .bind(now)
        .bind(limit)
        .list<OfferDelivery>(read);
}

Result<bool> OfferStore::claim(const OfferDelivery &delivery, UtcMs until)
{
    return Statement(m_database, QStringLiteral("UPDATE offer_deliveries SET next_try_at = ?, tries = tries "
                                                "+ 1 WHERE request_id = ? AND next_try_at = ? AND "
                                                "ended_at = 0"))
        .bind(until)
        .bind(delivery.requestId)
        .bind(delivery.nextTryAt)
        .changedOne();
}

Result<void> OfferStore::tryLater(const OfferDelivery &delivery, const QString &why, UtcMs nextTryAt)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE offer_deliveries SET next_try_at = ?, last_error = ? WHERE request_id = ?"))
        .bind(nextTryAt)
        .bind(why)
        .bind(delivery.requestId)
        .execute();
}

Result<void> OfferStore::end(const OfferDelivery &delivery, const QString &why, UtcMs now)
{
    return Statement(m_database,
                     QStringLiteral("UPDATE offer_deliveries SET ended_at = ?, last_error = ? WHERE request_id = ?"))
        .bind(now)
        .bind(why)
        .bind(delivery.requestId)
        .execute();
}

} // namespace peerdesk
