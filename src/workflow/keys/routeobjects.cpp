// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/routeobjects.h"

#include "rak/keytext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace peerdesk {
namespace {

struct RouteObjectWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RouteObjects)
};

constexpr int maxRoutePages = 1000;

QStringList routePath(const QStringList &rest = {})
{
    return QStringList{QStringLiteral("irr"), QStringLiteral("v1"), QStringLiteral("route-objects")} + rest;
}

Result<RegisteredRoute> routeIn(const QJsonObject &json)
{
    RegisteredRoute route;
    const auto prefix = IpPrefix::parse(json[u"prefix"].toString());
    const auto origin = Asn::parse(json[u"origin"].toVariant().toString());
    if (!prefix || !origin)
        return Error(ErrorKind::Protocol, QStringLiteral("A route object has no prefix or no origin"));
    route.id = json[u"id"].toString();
    route.prefix = *prefix;
    route.origin = *origin;
    route.description = json[u"descr"].toString();
    route.maintainer = json[u"mnt_by"].toString();
    route.keyReference = json[u"key_ref"].toString();
    route.keyExpires = fromRfc3339(json[u"key_expires"].toString());
    route.hidden = json[u"status"].toString() == u"hidden";
    route.hiddenWhy = json[u"why"].toString();
    route.deletedAt = fromRfc3339(json[u"deleted_at"].toString());
    return route;
}

void addFault(QList<FieldError> &faults, const QString &field, const QString &message)
{
    faults.append({field, {message}, {}});
}

} // namespace

QList<FieldError> checkRouteForm(const RouteForm &form)
{
    QList<FieldError> faults;
    if (!IpPrefix::parse(form.prefix.trimmed()))
        addFault(faults, QStringLiteral("prefix"), RouteObjectWords::tr("This is no prefix such as 192.0.2.0/24."));
    if (!Asn::parse(form.origin))
        addFault(faults, QStringLiteral("origin"), RouteObjectWords::tr("This is no AS number."));
    if (form.maintainer.trimmed().isEmpty())
        addFault(faults, QStringLiteral("mnt_by"), RouteObjectWords::tr("A route object has a maintainer."));
    if (const auto key = BearerKey::parse(form.key); !form.key.isEmpty() && !key)
        addFault(faults, QStringLiteral("key"), key.error().detail);
    return faults;
}

RouteObjects::RouteObjects(HttpClient &http, const Clock &clock, TokenSource tokens, std::function<QUrl()> registry,
                           QObject *parent)
    : QObject(parent)
    , m_registry(std::move(registry))
    , m_interface(http, clock, std::move(tokens))
{
}

Error RouteObjects::notSetUp() const
{
    return Error(ErrorKind::Refused, tr("No registry of route objects is set up."));
}

QCoro::Task<Result<QList<RegisteredRoute>>> RouteObjects::list()
{
    const QUrl registry = m_registry();
    if (registry.isEmpty())
        co_return notSetUp();
    QList<RegisteredRoute> all;
    JsonCall call("GET", routePath());
    for (int page = 0; page < maxRoutePages; ++page) {
        auto calling = m_interface.call(registry, call);
        const auto answer = co_await calling;
        if (!answer)
            co_return answer.error();
        const QJsonArray listed = answer->value(u"route_objects").toArray();
        for (const QJsonValue &entry : listed) {
            const auto route = routeIn(entry.toObject());
            if (!route)
                co_return route.error();
            all.append(*route);
        }
        const QString next = answer->value(u"next").toString();
        if (next.isEmpty() || listed.isEmpty())
            co_return Result<QList<RegisteredRoute>>(all);
        call.query = {{QStringLiteral("after"), next}};
    }
    co_return Error(ErrorKind::Protocol, RouteObjectWords::tr("The list never ends"));
}

QCoro::Task<Result<void>> RouteObjects::send(JsonCall call)
{
    const QUrl registry = m_registry();
    if (registry.isEmpty())
        co_return notSetUp();
    auto calling = m_interface.call(registry, call);
    const auto answer = co_await calling;
    Q_EMIT changed();
    co_return answer ? Result<void>() : Result<void>(answer.error());
}

QCoro::Task<Result<void>> RouteObjects::save(RouteForm form)
{
    const QList<FieldError> faults = checkRouteForm(form);
    if (!faults.isEmpty())
        co_return Error(ErrorKind::Invalid, {}, faults);
    JsonCall call = form.id.isEmpty() ? JsonCall("POST", routePath()) : JsonCall("PUT", routePath({form.id}));
    call.body = {{QStringLiteral("prefix"), form.prefix.trimmed()},
                 {QStringLiteral("origin"), qint64(Asn::parse(form.origin)->number())},
                 {QStringLiteral("descr"), form.description.trimmed()},
                 {QStringLiteral("mnt_by"), form.maintainer.trimmed()}};
    if (!form.key.isEmpty())
        call.body.insert(QStringLiteral("key"), form.key.revealText());
    auto sending = send(call);
    co_return co_await sending;
}

QCoro::Task<Result<void>> RouteObjects::remove(QString id)
{
    const JsonCall call("DELETE", routePath({id}));
    auto sending = send(call);
    co_return co_await sending;
}

} // namespace peerdesk
