// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "irr/rpslnames.h"
#include "irr/rpslobject.h"

namespace peerdesk {

/// An as-set or a route-set (RFC 2622 sections 5.1 and 5.2, RFC 4012 section 4.3): a name for ASes or prefixes and for
/// other sets. It hangs on no key: RouteDesk sees to what it may name. A plain value.
struct SetObject
{
    QString name; ///< in upper case
    SetClass setClass = SetClass::AsSet;
    /// AS numbers, names of sets and, of a route-set, prefixes with their range operators, each once.
    QStringList members;
    QString maintainer; ///< in upper case
    QString text;       ///< RPSL as it was written, less what the registry adds
    UtcMs createdAt = 0;
    UtcMs updatedAt = 0;

    /// Follows the template of its class, belongs to `source`, and its members are such. Invalid with the faults by
    /// line.
    static Result<SetObject> read(const RpslObject &object, const QString &source);

    [[nodiscard]] QString toText(const QString &source) const;
};

} // namespace peerdesk
