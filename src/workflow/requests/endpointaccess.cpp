// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/endpointaccess.h"

#include "storage/database.h"
#include "storage/endpointstore.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace peerdesk {

EndpointAccess::EndpointAccess(Database &database, TokenSource tokens)
    : m_database(database)
    , m_tokens(std::move(tokens))
{
}

QCoro::Task<Result<RemoteEndpoint>> EndpointAccess::open(Asn own, Asn other)
{
    auto future =
        m_database.read([own, other](QSqlDatabase &database) { return EndpointStore(database).endpoint(own, other); });
    const auto known = co_await future;
    if (!known)
        co_return known.error();
    if (!*known || !(*known)->baseUrl.isValid())
        co_return Error(
            ErrorKind::NotFound,
            QCoreApplication::translate("EndpointAccess", "No endpoint of %1 is known").arg(other.toString()));
    const NetworkEndpoint endpoint = **known;
    const auto token = co_await m_tokens(endpoint.baseUrl);
    if (!token)
        co_return token.error();
    co_return RemoteEndpoint(endpoint.baseUrl, own, other, endpoint.dialect, *token);
}

} // namespace peerdesk
