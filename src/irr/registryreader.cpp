// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/registryreader.h"

#include "irr/registryjournal.h"
#include "irr/setstore.h"
#include "irr/whoisanswer.h"

namespace peerdesk {
namespace {

using Looked = WhoisQuery::Subject;

Error tooLong()
{
    return Error(ErrorKind::Throttled, QStringLiteral("The answer would be too long"));
}

bool wants(const WhoisQuery &query, const QString &className)
{
    return query.classes.isEmpty() || query.classes.contains(className);
}

} // namespace

Result<QByteArray> RegistryReader::answer(const WhoisQuery &query)
{
    switch (query.subject) {
    case Looked::Prefixes:
        return prefixes(query);
    case Looked::Routes:
        return routes(query);
    case Looked::Origins:
        return origins(query);
    case Looked::Object:
        return object(query);
    case Looked::Maintained:
        return maintained(query);
    case Looked::OfOrigin:
        return shownRoutes(query, RouteStore(m_database).ofOrigin(query.origin, m_limits.objects + 1));
    case Looked::Anything:
        return anything(query);
    case Looked::Serials:
        return serials(query);
    default:
        return Error(ErrorKind::Internal, QStringLiteral("This query needs no database, or more than one look at it"));
    }
}

Result<QByteArray> RegistryReader::prefixes(const WhoisQuery &query)
{
    const auto found = RouteStore(m_database).prefixes({query.origin}, query.family, m_limits.prefixes + 1);
    if (!found)
        return found.error();
    if (found->size() > m_limits.prefixes)
        return tooLong();
    return found->isEmpty() ? missingAnswer(query.style) : dataAnswer(query.style, found->join(u' ').toLatin1());
}

Result<QByteArray> RegistryReader::routes(const WhoisQuery &query)
{
    return shownRoutes(query, RouteStore(m_database).search(query.prefix, query.match, m_limits.objects + 1));
}

Result<QByteArray> RegistryReader::origins(const WhoisQuery &query)
{
    const auto found = RouteStore(m_database).search(query.prefix, PrefixMatch::Exact, m_limits.objects + 1);
    if (!found)
        return found.error();
    if (found->size() > m_limits.objects)
        return tooLong();
    QStringList origins;
    for (const RouteObject &one : *found)
        origins.append(one.origin.toString());
    return origins.isEmpty() ? missingAnswer(query.style) : dataAnswer(query.style, origins.join(u' ').toLatin1());
}

Result<QByteArray> RegistryReader::object(const WhoisQuery &query)
{
    if (query.className == u"route" || query.className == u"route6")
        return route(query, query.word);
    if (query.className == u"as-set" || query.className == u"route-set")
        return set(query, query.word);
    return missingAnswer(query.style);
}

/// "192.0.2.0/24AS64500", with blanks or a dash between as older servers have it.
Result<QByteArray> RegistryReader::route(const WhoisQuery &query, const QString &key)
{
    const qsizetype as = key.lastIndexOf(u"AS");
    QString before = key.left(as).trimmed();
    if (before.endsWith(u'-'))
        before.chop(1);
    const auto prefix = as > 0 ? IpPrefix::parse(before) : std::nullopt;
    const auto origin = as > 0 ? Asn::parse(QStringView(key).mid(as)) : std::nullopt;
    if (!prefix || !origin)
        return missingAnswer(query.style);
    const auto found = RouteStore(m_database).route(*prefix, *origin);
    if (!found)
        return found.error();
    const bool fits =
        *found && (*found)->hiddenAt == 0 && (query.className.isEmpty() || query.className == (*found)->className());
    return shown(query, fits ? QStringList((*found)->toText(m_source)) : QStringList());
}

Result<QByteArray> RegistryReader::set(const WhoisQuery &query, const QString &name)
{
    const auto found = SetStore(m_database).set(name);
    if (!found)
        return found.error();
    const bool fits = *found && wants(query, toText((*found)->setClass))
                      && (query.className.isEmpty() || query.className == toText((*found)->setClass));
    return shown(query, fits ? QStringList((*found)->toText(m_source)) : QStringList());
}

Result<QByteArray> RegistryReader::maintained(const WhoisQuery &query)
{
    const auto routes = RouteStore(m_database).ofMaintainer(query.word, m_limits.objects + 1);
    if (!routes)
        return routes.error();
    const auto sets = SetStore(m_database).ofMaintainer(query.word, m_limits.objects + 1);
    if (!sets)
        return sets.error();
    QStringList objects;
    for (const RouteObject &one : *routes) {
        if (wants(query, one.className()))
            objects.append(one.toText(m_source));
    }
    for (const SetObject &one : *sets) {
        if (wants(query, toText(one.setClass)))
            objects.append(one.toText(m_source));
    }
    return shown(query, objects);
}

/// As IRRd reads a word: an address for what contains it, else the key of an object.
Result<QByteArray> RegistryReader::anything(const WhoisQuery &query)
{
    if (query.prefix.isValid())
        return shownRoutes(
            query, RouteStore(m_database).search(query.prefix, PrefixMatch::AllLessSpecific, m_limits.objects + 1));
    if (setClassOf(query.word))
        return set(query, query.word);
    return route(query, query.word);
}

Result<QByteArray> RegistryReader::serials(const WhoisQuery &query)
{
    const auto range = RegistryJournal(m_database).range();
    if (!range)
        return range.error();
    QStringList lines;
    const QStringList asked = query.word == u"-*" ? QStringList(m_source) : query.word.split(u',');
    for (const QString &one : asked) {
        if (one == m_source)
            lines.append(QStringLiteral("%1:Y:%2-%3").arg(m_source).arg(range->oldest).arg(range->newest));
        else
            lines.append(one + QStringLiteral(":X:Database unknown"));
    }
    return dataAnswer(query.style, lines.join(u'\n').toLatin1());
}

Result<QByteArray> RegistryReader::shownRoutes(const WhoisQuery &query, const Result<QList<RouteObject>> &routes)
{
    if (!routes)
        return routes.error();
    if (routes->size() > m_limits.objects)
        return tooLong();
    QStringList objects;
    for (const RouteObject &one : *routes) {
        if (wants(query, one.className()))
            objects.append(one.toText(m_source));
    }
    return shown(query, objects);
}

Result<QByteArray> RegistryReader::shown(const WhoisQuery &query, const QStringList &objects)
{
    if (objects.size() > m_limits.objects)
        return tooLong();
    return objects.isEmpty() ? missingAnswer(query.style) : dataAnswer(query.style, objects.join(u'\n').toUtf8());
}

} // namespace peerdesk
