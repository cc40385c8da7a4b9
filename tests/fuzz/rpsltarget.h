// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/demand.h"
#include "irr/routeobject.h"
#include "irr/setobject.h"

namespace peerdesk::test {

/// An object as somebody sends it: read, or refused with its faults by line; and what was read says the same when it is
/// written and read again.
class RpslTarget
{
public:
    void read(const QByteArray &bytes)
    {
        const auto object = RpslObject::parse(bytes, m_limits);
        if (!object) {
            demand(object.error().kind == ErrorKind::Invalid && !object.error().detail.isEmpty(), "A fault is named");
            return;
        }
        demand(!object->attributes().isEmpty(), "An object has attributes");
        const auto again = RpslObject::parse(object->toText().toUtf8(), m_again);
        demand(again && again->attributes() == object->attributes(), "What was read can be written");
        readRoute(*object);
        readSet(*object);
    }

private:
    void readRoute(const RpslObject &object) const
    {
        const auto route = RouteObject::read(object, m_source);
        if (!route) {
            demand(route.error().kind == ErrorKind::Invalid, "A bad route is its writer's fault");
            return;
        }
        demand(route->prefix.isValid() && route->origin.isValid() && !route->maintainer.isEmpty(), "A route is whole");
        const auto shown = RpslObject::parse(route->toText(m_source).toUtf8(), m_again);
        const auto again = shown ? RouteObject::read(*shown, m_source) : shown.error();
        demand(again && again->key() == route->key() && again->text == route->text, "What is shown can be sent again");
    }

    void readSet(const RpslObject &object) const
    {
        const auto set = SetObject::read(object, m_source);
        if (!set)
            return;
        for (const QString &member : set->members)
            demand(!member.isEmpty() && !member.contains(u' '), "Members are words");
        const auto shown = RpslObject::parse(set->toText(m_source).toUtf8(), m_again);
        const auto again = shown ? SetObject::read(*shown, m_source) : shown.error();
        demand(again && again->members == set->members, "What is shown can be sent again");
    }

    const QString m_source = QStringLiteral("OURS");
    const RpslLimits m_limits{.bytes = 4096, .lineCharacters = 1024, .attributes = 100};
    const RpslLimits m_again{.bytes = 1024 * 1024, .lineCharacters = 8192, .attributes = 200}; ///< columns take room
};

} // namespace peerdesk::test
