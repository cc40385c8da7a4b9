// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/setobject.h"

#include "irr/ownattributes.h"
#include "irr/prefixrange.h"

#include <QSet>

namespace peerdesk {
namespace {

/// As it is kept: names in upper case, prefixes as they are written canonically. Empty for what may not be a member.
QString memberOf(SetClass setClass, const QString &text, bool manyFamilies)
{
    if (const auto asn = asnOfRpsl(text))
        return asn->toString();
    if (isSetName(text, SetClass::AsSet) || (setClass == SetClass::RouteSet && isSetName(text, SetClass::RouteSet)))
        return text.toUpper();
    if (setClass == SetClass::AsSet)
        return {};
    const auto range = PrefixRange::parse(text);
    return range && (manyFamilies || range->prefix.family() == Family::IPv4) ? range->toString() : QString();
}

} // namespace

Result<SetObject> SetObject::read(const RpslObject &object, const QString &source)
{
    const RpslTemplate *rules = RpslTemplate::of(object.className());
    if (!rules || !object.className().endsWith(u"-set"))
        return Error(ErrorKind::Invalid, IrrWords::tr("The object is no as-set and no route-set"));
    const auto own = OwnAttributes::read(object, *rules, source);
    if (!own)
        return own.error();
    SetObject set;
    set.setClass = object.className() == u"as-set" ? SetClass::AsSet : SetClass::RouteSet;
    set.name = object.key().toUpper();
    set.maintainer = own->maintainer;
    set.text = own->text;
    RpslFaults faults;
    if (!isSetName(set.name, set.setClass))
        faults.add(object.attributes().first(), IrrWords::tr("%1 is no name of a set").arg(object.key()));
    QSet<QString> known;
    for (const RpslAttribute &attribute : object.attributes()) {
        if (attribute.name != u"members" && attribute.name != u"mp-members")
            continue;
        for (const QString &text : attribute.list()) {
            const QString member = memberOf(set.setClass, text, attribute.name == u"mp-members");
            if (member.isEmpty())
                faults.add(attribute, IrrWords::tr("%1 may not be a member").arg(text));
            else if (!known.contains(member))
                set.members.append(member);
            known.insert(member);
        }
    }
    if (!faults.isEmpty())
        return faults.error();
    return set;
}

QString SetObject::toText(const QString &source) const
{
    return text + OwnAttributes::added(QString(), createdAt, updatedAt, source);
}

} // namespace peerdesk
