// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/ownattributes.h"

#include "irr/routeobject.h"
#include "irr/rpslnames.h"

namespace peerdesk {

Result<OwnAttributes> OwnAttributes::read(const RpslObject &object, const RpslTemplate &rules, const QString &source)
{
    if (const auto follows = rules.check(object); !follows)
        return follows.error();
    RpslFaults faults;
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
