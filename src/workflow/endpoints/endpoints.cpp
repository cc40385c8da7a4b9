// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/endpoints/endpoints.h"

#include "storage/database.h"
#include "storage/endpointstore.h"
#include "workflow/endpoints/endpointaddress.h"

#include <QCoroFuture>

namespace peerdesk {

Endpoints::Endpoints(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    connect(&m_database, &Database::changed, this, &Endpoints::changed);
}

QCoro::Task<Result<QList<NetworkEndpoint>>> Endpoints::list(Asn own)
{
    auto reading = m_database.read([own](QSqlDatabase &db) { return EndpointStore(db).endpoints(own); });
    const auto endpoints = co_await reading;
    co_return endpoints;
}

QCoro::Task<Result<NetworkEndpoint>> Endpoints::save(Asn own, Asn other, QString address)
{
    if (other.isUnusable() || other == own) {
        FieldError field;
        field.field = QStringLiteral("asn");
        field.messages = {tr("This is no network to have sessions with.")};
        co_return Error(ErrorKind::Invalid, {}, {field});
    }
    const auto url = endpointAddress(address);
    if (!url) {
        FieldError field;
        field.field = QStringLiteral("address");
        field.messages = {tr("This is no http or https address.")};
        co_return Error(ErrorKind::Invalid, {}, {field});
    }
    NetworkEndpoint endpoint;
    endpoint.ownAsn = own;
    endpoint.otherAsn = other;
    endpoint.baseUrl = *url;
    auto writing = m_database.write([endpoint](QSqlDatabase &db) -> Result<NetworkEndpoint> {
        EndpointStore store(db);
        const auto known = store.endpoint(endpoint.ownAsn, endpoint.otherAsn);
        if (!known)
            return known.error();
        NetworkEndpoint kept = known->value_or(endpoint);
        // Another address may be another server: what was learnt of the old one is forgotten.
        if (kept.baseUrl != endpoint.baseUrl)
            kept = endpoint;
        if (const auto saved = store.save(kept); !saved)
            return saved.error();
        return kept;
    });
    const auto saved = co_await writing;
    co_return saved;
}

QCoro::Task<Result<void>> Endpoints::remove(Asn own, Asn other)
{
    auto writing = m_database.write([own, other](QSqlDatabase &db) { return EndpointStore(db).remove(own, other); });
    const auto removed = co_await writing;
    co_return removed;
}

} // namespace peerdesk
