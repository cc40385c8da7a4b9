// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/ownattributes.h"

#include "irr/routeobject.h"
#include "irr/rpslnames.h"
#include "rak/keytext.h"

namespace peerdesk {
namespace {

/// What stands in an object is shown to the world: a key in it, in a comment or across lines as well, would be anybody's.
void refuseKeys(const RpslObject &object, RpslFaults &faults)
{
    QStringList all;
    for (const RpslAttribute &attribute : object.attributes())
        all += attribute.lines;
    if (!holdsBearerKey(all.join(u' ')))
        return;
    const QString words = IrrWords::tr("This holds a secret key; only the registry names a key, by its reference");
    for (const RpslAttribute &attribute : object.attributes()) {
        if (holdsBearerKey(attribute.lines.join(u' ')))
            faults.add(attribute, words);
    }
    if (faults.isEmpty())
        faults.add(object.attributes().first(), words);
}

} // namespace

Result<OwnAttributes> OwnAttributes::read(const RpslObject &object, const RpslTemplate &rules, const QString &source)
{
    if (const auto follows = rules.check(object); !follows)
        return follows.error();
    RpslFaults faults;
    refuseKeys(object, faults);
    const RpslAttribute &belongs = *object.find(u"source");
    if (belongs.value().compare(source, Qt::CaseInsensitive) != 0)
        faults.add(belongs, IrrWords::tr("this registry is %1").arg(source));
    const RpslAttribute &maintained = *object.find(u"mnt-by");
    if (!isObjectName(maintained.value()))
        faults.add(maintained, IrrWords::tr("%1 is not the name of one maintainer").arg(maintained.value()));
    if (!faults.isEmpty())
        return faults.error();
    RpslObject kept = object;
    kept.removeIf([&rules](const RpslAttribute &attribute) {
        return rules.isGenerated(attribute.name) || attribute.name == u"source"
               || (attribute.name == u"remarks" && attribute.value().startsWith(keyRemark, Qt::CaseInsensitive));
    });
    return OwnAttributes{maintained.value().toUpper(), kept.toText()};
}

QString OwnAttributes::added(const QString &remark, UtcMs createdAt, UtcMs updatedAt, const QString &source)
{
    RpslObject lines;
    if (!remark.isEmpty())
        lines.append(QStringLiteral("remarks"), remark);
    lines.append(QStringLiteral("created"), toRfc3339(createdAt));
    lines.append(QStringLiteral("last-modified"), toRfc3339(updatedAt));
    lines.append(QStringLiteral("source"), source);
    return lines.toText();
}

} // namespace peerdesk
