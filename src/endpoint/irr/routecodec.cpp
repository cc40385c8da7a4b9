// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/irr/routecodec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

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

QStringList linesOf(const RpslObject &object, QStringView name)
{
    QStringList lines;
    for (const RpslAttribute &attribute : object.attributes()) {
        if (attribute.name == name)
            lines.append(attribute.lines);
    }
    return lines;
}

/// The object with an attribute for each line in place of all of that name. What was not there comes second.
RpslObject withLines(const RpslObject &object, const QString &name, const QStringList &lines)
{
    QList<RpslAttribute> attributes = object.attributes();
    const auto named = [&name](const RpslAttribute &attribute) { return attribute.name == name; };
    const auto first = std::find_if(attributes.begin(), attributes.end(), named);
    qsizetype place = first == attributes.end() ? 1 : first - attributes.begin();
    attributes.removeIf(named);
    for (const QString &line : lines)
        attributes.insert(place++, {.name = name, .lines = {line}});
    return RpslObject(attributes);
}

/// `before` with what the members say, as whoever writes RPSL would write it; it is read again as theirs would be.
Result<RpslObject> objectOf(const QJsonObject &json, const RpslObject &before, const QString &source)
{
    RpslObject object = before;
    const std::array<std::pair<QLatin1String, QString>, 5> names = {
        {{QLatin1String("prefix"), before.className()},
         {QLatin1String("remarks"), QStringLiteral("remarks")},
         {QLatin1String("descr"), QStringLiteral("descr")},
         {QLatin1String("origin"), QStringLiteral("origin")},
         {QLatin1String("mnt_by"), QStringLiteral("mnt-by")}}};
    for (const auto &[member, attribute] : names) {
        const QJsonValue value = json.value(member);
        const QString text = value.isDouble() ? QStringLiteral("AS%1").arg(value.toInteger()) : value.toString();
        const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        if (json.contains(member) && lines != linesOf(before, attribute))
            object = withLines(object, attribute, lines);
    }
    if (object.className() != before.className())
        return faultIn(QStringLiteral("prefix"), QStringLiteral("is missing"));
    object.append(QStringLiteral("source"), source);
    return RpslObject::parse(object.toText().toUtf8());
}

/// What objectOf() begins with where there is no object yet.
Result<RpslObject> newObject(const QJsonObject &json)
{
    const QString prefix = json.value(QLatin1String("prefix")).toString();
    if (prefix.isEmpty())
        return faultIn(QStringLiteral("prefix"), QStringLiteral("is missing"));
    RpslObject object;
    object.append(prefix.contains(u':') ? QStringLiteral("route6") : QStringLiteral("route"), QString());
    for (const QString &name : {QStringLiteral("origin"), QStringLiteral("mnt-by")})
        object.append(name, QString());
    return object;
}

Result<RpslObject> objectIn(const QJsonObject &json, const QString &before, const QString &source)
{
    const QString rpsl = json.value(QLatin1String("rpsl")).toString();
    if (!rpsl.isEmpty())
        return RpslObject::parse(rpsl.toUtf8());
    const auto known = before.isEmpty() ? newObject(json) : RpslObject::parse(before.toUtf8());
    if (!known)
        return known.error();
    return objectOf(json, *known, source);
}

} // namespace

Result<ObjectWish> decodeObjectWish(const HttpRequest &request, const QString &source, const QString &before)
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
    const auto object = objectIn(json, before, source);
    if (!object)
        return object.error();
    wish.object = *object;
    wish.proof.key = Secret(json.value(QLatin1String("key")).toString());
    return wish;
}

QJsonObject encodeRoute(const RouteObject &route, const QString &source)
{
    const auto read = RpslObject::parse(route.text.toUtf8());
    const QStringList description = read ? linesOf(*read, u"descr") : QStringList();
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
