// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/dialect.h"

namespace peerdesk {

QString toText(Dialect::BodyShape shape)
{
    return shape == Dialect::BodyShape::Array ? QStringLiteral("array") : QStringLiteral("object");
}

QString toText(Dialect::Orientation orientation)
{
    return orientation == Dialect::Orientation::Receiver ? QStringLiteral("receiver") : QStringLiteral("requestor");
}

QString toText(Dialect::LocationsAsn asn)
{
    return asn == Dialect::LocationsAsn::Other ? QStringLiteral("other") : QStringLiteral("own");
}

QString toText(Dialect::Paths paths)
{
    return paths == Dialect::Paths::Early ? QStringLiteral("early") : QStringLiteral("current");
}

std::optional<Dialect::BodyShape> bodyShapeFromString(QStringView text)
{
    for (const auto shape : {Dialect::BodyShape::Object, Dialect::BodyShape::Array}) {
        if (text == toText(shape))
            return shape;
    }
    return {};
}

std::optional<Dialect::Orientation> orientationFromString(QStringView text)
{
    for (const auto orientation : {Dialect::Orientation::Requestor, Dialect::Orientation::Receiver}) {
        if (text == toText(orientation))
            return orientation;
    }
    return {};
}

std::optional<Dialect::LocationsAsn> locationsAsnFromString(QStringView text)
{
    for (const auto asn : {Dialect::LocationsAsn::Own, Dialect::LocationsAsn::Other}) {
        if (text == toText(asn))
            return asn;
    }
    return {};
}

std::optional<Dialect::Paths> pathsFromString(QStringView text)
{
    for (const auto paths : {Dialect::Paths::Current, Dialect::Paths::Early}) {
        if (text == toText(paths))
            return paths;
    }
    return {};
}

} // namespace peerdesk
