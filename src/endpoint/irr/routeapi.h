// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"
#include "auth/identity.h"
#include "http/httprouter.h"
#include "irr/routedesk.h"

namespace peerdesk {

/// The registry's routes under /irr/v1: maintainers make, see, change and delete their objects there, in JSON or as
/// RPSL. It finds out for which networks somebody asks, and leaves the rest to RouteDesk. Owned by the composition root,
/// lives as long as the program.
class RouteApi
{
public:
    /// Who presents the token of a request. Unauthenticated, Denied, Unavailable or Throttled.
    using WhoAsks = std::function<QCoro::Task<Result<Identity>>(HttpRequest request)>;

    /// How somebody gets in, and what a refusal says.
    struct Door
    {
        WhoAsks whoAsks;
        std::function<QString()> contact; ///< it may change
        QByteArray challenge;             ///< to who shows no token (RFC 9728)
    };

    RouteApi(RouteDesk &desk, Door door);

    void addRoutes(HttpRouter &router, const QString &prefix);

private:
    using Step = QCoro::Task<HttpResponse> (RouteApi::*)(HttpRequest, QString, Author);

    void add(HttpRouter &router, const QByteArray &method, const QString &pattern, Step step);
    QCoro::Task<HttpResponse> admit(HttpRequest request, QString argument, Step step);
    QCoro::Task<HttpResponse> create(HttpRequest request, QString id, Author author);
    QCoro::Task<HttpResponse> list(HttpRequest request, QString id, Author author);
    QCoro::Task<HttpResponse> show(HttpRequest request, QString id, Author author);
    QCoro::Task<HttpResponse> change(HttpRequest request, QString id, Author author);
    QCoro::Task<HttpResponse> remove(HttpRequest request, QString id, Author author);
    QCoro::Task<HttpResponse> putSet(HttpRequest request, QString name, Author author);
    QCoro::Task<HttpResponse> removeSet(HttpRequest request, QString name, Author author);
    [[nodiscard]] HttpResponse refuse(const Error &error, const HttpRequest &request) const;

    RouteDesk &m_desk;
    const Door m_door;
};

} // namespace peerdesk
