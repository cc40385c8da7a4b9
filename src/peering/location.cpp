// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/location.h"

#include <QStringView>

namespace peerdesk {

std::optional<Location> Location::parse(QStringView text)
{
    const auto number = [](QStringView digits) -> std::uint32_t {
        bool good = false;
        const uint id = digits.toUInt(&good);
        return good ? id : 0;
    };
    text = text.trimmed();
    Location location;
    if (text.startsWith(QLatin1String("pdb:ix:"), Qt::CaseInsensitive))
        location = exchange(number(text.mid(7)));
    else if (text.startsWith(QLatin1String("pdb:fac:"), Qt::CaseInsensitive))
        location = facility(number(text.mid(8)));
    if (!location.isValid())
        return {};
    return location;
}

QString Location::toString() const
{
    switch (kind) {
    case Kind::Exchange:
        return QStringLiteral("pdb:ix:%1").arg(id);
    case Kind::Facility:
        return QStringLiteral("pdb:fac:%1").arg(id);
    case Kind::None:
        break;
    }
    return {};
}

} // namespace peerdesk
