// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/irr/routeapi.h"

#include "auth/scope.h"
#include "base/logging.h"
#include "endpoint/door.h"
#include "endpoint/irr/routecodec.h"
#include "peeringapi/servercodec.h"

#include <QUrlQuery>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr int pageOfRoutes = 100;

/// The networks for which the token carries the right to change something, and their name in the journal: no person's.
Author authorOf(const Identity &identity)
{
    Author author;
    QStringList names;
    for (const NetworkRights &network : identity.networks) {
        if (!network.may(NetworkRight::Update))
            continue;
        author.networks.insert(Asn(network.asn));
        names.append(Asn(network.asn).toString());
    }
    author.name = names.mid(0, 3).join(u' ');
    author.address = identity.email;
    return author;
}

} // namespace

RouteApi::RouteApi(RouteDesk &desk, Door door)
    : m_desk(desk)
    , m_door(std::move(door))
{
}

void RouteApi::addRoutes(HttpRouter &router, const QString &prefix)
{
    const QString routes = prefix + QStringLiteral("/irr/v1/route-objects");
    const QString sets = prefix + QStringLiteral("/irr/v1/sets");
    add(router, "POST", routes, &RouteApi::create);
    add(router, "GET", routes, &RouteApi::list);
    add(router, "GET", routes + QStringLiteral("/{id}"), &RouteApi::show);
    add(router, "PUT", routes + QStringLiteral("/{id}"), &RouteApi::change);
    add(router, "DELETE", routes + QStringLiteral("/{id}"), &RouteApi::remove);
    add(router, "POST", sets, &RouteApi::putSet);
    add(router, "DELETE", sets + QStringLiteral("/{name}"), &RouteApi::removeSet);
}

void RouteApi::add(HttpRouter &router, const QByteArray &method, const QString &pattern, Step step)
{
    router.add(method, pattern, [this, step](HttpRequest request, QStringList arguments) {
        return admit(std::move(request), arguments.value(0), step);
    });
}

QCoro::Task<HttpResponse> RouteApi::admit(HttpRequest request, QString argument, Step step)
{
    auto asking = m_door.whoAsks(request);
    const auto identity = co_await asking;
    if (!identity)
        co_return refuse(identity.error(), request);
    const bool looks = request.method == "GET" || request.method == "HEAD";
    if (identity->readOnly && !looks)
        co_return refuse(Error(ErrorKind::Denied,
                               QStringLiteral("The token is for reading only; scope %1 is needed").arg(fullScope)),
                         request);
    const Author author = authorOf(*identity);
    if (author.networks.isEmpty())
        co_return refuse(Error(ErrorKind::Denied, QStringLiteral("The token carries the update right for no network")),
                         request);
    auto task = (this->*step)(request, argument, author);
    co_return co_await task;
}

QCoro::Task<HttpResponse> RouteApi::create(HttpRequest request, QString, Author author)
{
    const auto wish = decodeObjectWish(request, m_desk.source());
    if (!wish)
        co_return refuse(wish.error(), request);
    auto creating = m_desk.create(author, wish->object, wish->proof);
    const auto route = co_await creating;
    co_return route ? routeAnswer(201, *route, m_desk.source(), request) : refuse(route.error(), request);
}

QCoro::Task<HttpResponse> RouteApi::list(HttpRequest request, QString, Author author)
{
    const QUrlQuery query(request.url);
    const int limit = std::clamp(query.queryItemValue(QStringLiteral("limit")).toInt(), 0, pageOfRoutes);
    const int most = limit == 0 ? pageOfRoutes : limit;
    auto listing = m_desk.routes(author, query.queryItemValue(QStringLiteral("after")), most + 1);
    const auto routes = co_await listing;
    co_return routes ? routesAnswer(*routes, most, m_desk.source(), request) : refuse(routes.error(), request);
}

QCoro::Task<HttpResponse> RouteApi::show(HttpRequest request, QString id, Author)
{
    auto finding = m_desk.route(id);
    const auto route = co_await finding;
    co_return route ? routeAnswer(200, *route, m_desk.source(), request) : refuse(route.error(), request);
}

QCoro::Task<HttpResponse> RouteApi::change(HttpRequest request, QString id, Author author)
{
    auto finding = m_desk.route(id);
    const auto before = co_await finding;
    if (!before)
        co_return refuse(before.error(), request);
    const auto wish = decodeObjectWish(request, m_desk.source(), before->text);
    if (!wish)
        co_return refuse(wish.error(), request);
    auto changing = m_desk.change(author, id, wish->object, wish->proof);
    const auto route = co_await changing;
    co_return route ? routeAnswer(200, *route, m_desk.source(), request) : refuse(route.error(), request);
}

QCoro::Task<HttpResponse> RouteApi::remove(HttpRequest request, QString id, Author author)
{
    auto removing = m_desk.remove(author, id, {});
    const auto removed = co_await removing;
    co_return removed ? HttpResponse(204) : refuse(removed.error(), request);
}

QCoro::Task<HttpResponse> RouteApi::putSet(HttpRequest request, QString, Author author)
{
    const auto wish = decodeObjectWish(request, m_desk.source());
    if (!wish)
        co_return refuse(wish.error(), request);
    auto putting = m_desk.putSet(author, wish->object);
    const auto set = co_await putting;
    co_return set ? setAnswer(*set, m_desk.source(), request) : refuse(set.error(), request);
}

QCoro::Task<HttpResponse> RouteApi::removeSet(HttpRequest request, QString name, Author author)
{
    auto removing = m_desk.removeSet(author, name.toUpper());
    const auto removed = co_await removing;
    co_return removed ? HttpResponse(204) : refuse(removed.error(), request);
}

HttpResponse RouteApi::refuse(const Error &error, const HttpRequest &request) const
{
    const bool ours = error.kind == ErrorKind::Storage || error.kind == ErrorKind::Internal;
    const QString id = requestIdOf(request);
    if (ours) // paths and statements are for our log, not for strangers
        qCWarning(lcEndpoint).noquote() << id << toText(error.kind) << error.detail;
    const Error told = ours ? Error(error.kind, QStringLiteral("The registry cannot serve now")) : error;
    HttpResponse response(httpStatusOf(error.kind), encodeError(told, m_door.contact(), id), "application/json");
    if (error.kind == ErrorKind::Unauthenticated)
        response.headers.append("WWW-Authenticate", m_door.challenge);
    if (const auto wait = retryAfterOf(error))
        response.headers.append("Retry-After", QByteArray::number(qint64(wait->count())));
    return response;
}

} // namespace peerdesk
