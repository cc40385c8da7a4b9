// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/routeobject.h"

#include "irr/ownattributes.h"
#include "irr/rpslnames.h"

namespace peerdesk {
namespace {

QString classFor(Family family)
{
    return family == Family::IPv6 ? QStringLiteral("route6") : QStringLiteral("route");
}

void readPrefix(const RpslObject &object, RouteObject &route, RpslFaults &faults)
{
    const RpslAttribute &first = object.attributes().first();
    const auto prefix = IpPrefix::parse(first.value());
    const Family family = first.name == u"route6" ? Family::IPv6 : Family::IPv4;
    if (prefix && prefix->family() == family)
        route.prefix = *prefix;
    else if (prefix)
        faults.add(
            first,
            IrrWords::tr("%1 prefixes stand in %2 objects").arg(toText(prefix->family()), classFor(prefix->family())));
    else if (IpPrefix::parse(first.value(), true))
        faults.add(first, IrrWords::tr("%1 has host bits").arg(first.value()));
    else
        faults.add(first, IrrWords::tr("%1 is no prefix").arg(first.value()));
}

void readOrigin(const RpslObject &object, RouteObject &route, RpslFaults &faults)
{
    const RpslAttribute &attribute = *object.find(u"origin");
    const auto origin = asnOfRpsl(attribute.value());
    if (origin)
        route.origin = *origin;
    else
        faults.add(attribute, IrrWords::tr("%1 is no AS number, such as AS64500").arg(attribute.value()));
}

/// RFC 2622 section 4: parts of the prefix that the origin does not reach.
void checkHoles(const RpslAttribute &holes, const RouteObject &route, RpslFaults &faults)
{
    for (const QString &hole : holes.list()) {
        const auto prefix = IpPrefix::parse(hole);
        if (!prefix || prefix->length() < route.prefix.length() || !route.prefix.contains(prefix->network()))
            faults.add(holes, IrrWords::tr("%1 is no part of %2").arg(hole, route.prefix.toString()));
    }
}

void checkMemberOf(const RpslAttribute &sets, RpslFaults &faults)
{
    for (const QString &set : sets.list()) {
        if (!isSetName(set, SetClass::RouteSet))
            faults.add(sets, IrrWords::tr("%1 is no route-set's name").arg(set));
    }
}

} // namespace

Result<RouteObject> RouteObject::read(const RpslObject &object, const QString &source)
{
    const RpslTemplate *rules = RpslTemplate::of(object.className());
    if (!rules || !object.className().startsWith(u"route") || object.className().endsWith(u"-set"))
        return Error(ErrorKind::Invalid, IrrWords::tr("The object is no route and no route6"));
    const auto own = OwnAttributes::read(object, *rules, source);
    if (!own)
        return own.error();
    RouteObject route;
    route.maintainer = own->maintainer;
    route.text = own->text;
    RpslFaults faults;
    readPrefix(object, route, faults);
    readOrigin(object, route, faults);
    for (const RpslAttribute &attribute : object.attributes()) {
        if (attribute.name == u"holes" && route.prefix.isValid())
            checkHoles(attribute, route, faults);
        else if (attribute.name == u"member-of")
            checkMemberOf(attribute, faults);
    }
    if (!faults.isEmpty())
        return faults.error();
    return route;
}

QString RouteObject::className() const
{
    return classFor(prefix.family());
}

QString RouteObject::key() const
{
    return prefix.toString() + origin.toString();
}

QString RouteObject::toText(const QString &source) const
{
    const QString reference = keyRef.isEmpty() ? QString() : keyRemark.toString() + keyRef;
    return text + OwnAttributes::added(reference, createdAt, updatedAt, source);
}

} // namespace peerdesk
