// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/irr/routecodec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace peerdesk {
namespace {

Error faultIn(const QString &field, const QString &words)
{
    return Error(ErrorKind::Invalid, QStringLiteral("The request cannot be read"), {{field, {words}, {}}});
}

bool wantsText(const HttpRequest &request)
{
    return request.headers.value("Accept").startsWith("text/plain");
}

HttpResponse jsonAnswer(int status, const QJsonObject &object)
{
    return HttpResponse(status, QJsonDocument(object).toJson(QJsonDocument::Compact), "application/json");
}

HttpResponse textAnswer(int status, const QString &text)
{
    return HttpResponse(status, text.toUtf8(), "text/plain; charset=utf-8");
}

/// The lines of an object, as whoever writes RPSL would write them; it is read again as theirs would be.
Result<RpslObject> objectOf(const QJsonObject &json, const QString &source)
{
    const QString prefix = json.value(QLatin1String("prefix")).toString();
    const QJsonValue origin = json.value(QLatin1String("origin"));
    const QString maintainer = json.value(QLatin1String("mnt_by")).toString();
    if (prefix.isEmpty())
        return faultIn(QStringLiteral("prefix"), QStringLiteral("is missing"));
    const QString as = origin.isDouble() ? QStringLiteral("AS%1").arg(origin.toInteger()) : origin.toString();
    QString text = (prefix.contains(u':') ? QStringLiteral("route6: ") : QStringLiteral("route: ")) + prefix + u'\n';
    for (const char *name : {"descr", "remarks"}) {
        const QString lines = json.value(QLatin1String(name)).toString();
        for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts))
            text += QString::fromLatin1(name) + QStringLiteral(": ") + line + u'\n';
    }
    text += QStringLiteral("origin: %1\nmnt-by: %2\nsource: %3\n").arg(as, maintainer, source);
    return RpslObject::parse(text.toUtf8());
}

} // namespace

Result<ObjectWish> decodeObjectWish(const HttpRequest &request, const QString &source)
{
    ObjectWish wish;
    if (request.headers.value("Content-Type").startsWith("text/plain")) {
        const auto object = RpslObject::parse(request.body);
        if (!object)
            return object.error();
        wish.object = *object;
        wish.proof.key = Secret(request.headers.value("Rak-Key"));
        return wish;
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return faultIn(QString(), QStringLiteral("must be a JSON object, or RPSL as text/plain"));
    const QJsonObject json = document.object();
    const QString rpsl = json.value(QLatin1String("rpsl")).toString();
    const auto object = rpsl.isEmpty() ? objectOf(json, source) : RpslObject::parse(rpsl.toUtf8());
    if (!object)
        return object.error();
    wish.object = *object;
    wish.proof.key = Secret(json.value(QLatin1String("key")).toString());
    return wish;
}

QJsonObject encodeRoute(const RouteObject &route, const QString &source)
{
    const auto read = RpslObject::parse(route.text.toUtf8());
    QStringList description;
    if (read) {
        for (const RpslAttribute &attribute : read->attributes()) {
            if (attribute.name == u"descr")
                description.append(attribute.lines.join(u'\n'));
        }
    }
    QJsonObject object = {
        {QStringLiteral("id"), route.id},
        {QStringLiteral("prefix"), route.prefix.toString()},
        {QStringLiteral("origin"), qint64(route.origin.number())},
        {QStringLiteral("descr"), description.join(u'\n')},
        {QStringLiteral("mnt_by"), route.maintainer},
        {QStringLiteral("source"), source},
        {QStringLiteral("status"), route.hiddenAt > 0 ? QStringLiteral("hidden") : QStringLiteral("visible")},
        {QStringLiteral("created"), toRfc3339(route.createdAt)},
        {QStringLiteral("last_modified"), toRfc3339(route.updatedAt)},
        {QStringLiteral("rpsl"), route.toText(source)}};
    if (!route.keyRef.isEmpty())
        object.insert(QStringLiteral("key_ref"), route.keyRef);
    if (route.keyExpires > 0)
        object.insert(QStringLiteral("key_expires"), toRfc3339(route.keyExpires));
    if (route.hiddenAt > 0) {
        object.insert(QStringLiteral("hidden"), toRfc3339(route.hiddenAt));
        object.insert(QStringLiteral("why"), route.hiddenWhy);
    }
    if (route.deleteAt > 0)
        object.insert(QStringLiteral("deleted_at"), toRfc3339(route.deleteAt));
    return object;
}

HttpResponse routeAnswer(int status, const RouteObject &route, const QString &source, const HttpRequest &request)
{
    return wantsText(request) ? textAnswer(status, route.toText(source))
                              : jsonAnswer(status, encodeRoute(route, source));
}

HttpResponse routesAnswer(const QList<RouteObject> &routes, int limit, const QString &source,
                          const HttpRequest &request)
{
    const QList<RouteObject> shown = routes.mid(0, limit);
    QJsonArray list;
    QStringList texts;
    for (const RouteObject &route : shown) {
        list.append(encodeRoute(route, source));
        texts.append(route.toText(source));
    }
    if (wantsText(request))
        return textAnswer(200, texts.join(u'\n'));
    QJsonObject page = {{QStringLiteral("route_objects"), list}};
    if (routes.size() > limit)
        page.insert(QStringLiteral("next"), shown.last().id);
    return jsonAnswer(200, page);
}

HttpResponse setAnswer(const SetObject &set, const QString &source, const HttpRequest &request)
{
    if (wantsText(request))
        return textAnswer(200, set.toText(source));
    return jsonAnswer(200, {{QStringLiteral("name"), set.name},
                            {QStringLiteral("members"), QJsonArray::fromStringList(set.members)},
                            {QStringLiteral("mnt_by"), set.maintainer},
                            {QStringLiteral("source"), source},
                            {QStringLiteral("rpsl"), set.toText(source)}});
}

} // namespace peerdesk
