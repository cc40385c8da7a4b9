// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "irr/rpslobject.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"

namespace peerdesk {

/// A route or route6 object (RFC 2622 section 4, RFC 4012 section 3): that an AS may announce a prefix, as far as the
/// key it hangs on says so. There is one for a prefix and an origin. A plain value.
struct RouteObject
{
    QString id;
    IpPrefix prefix;
    Asn origin;
    QString maintainer;   ///< in upper case
    QString text;         ///< RPSL as it was written, less what the registry adds
    QString keyRef;       ///< the public reference of its key; empty where nobody vouches for the address space
    UtcMs keyExpires = 0; ///< of that key, by what its issuer told last; 0 if there is none. Not the object's to change
    UtcMs createdAt = 0;
    UtcMs updatedAt = 0;
    UtcMs hiddenAt = 0; ///< not 0: in no answer, since then
    QString hiddenWhy;
    UtcMs deleteAt = 0; ///< of a hidden one: when it is deleted; 0 for not by itself

    /// Follows the template of its class, belongs to `source`, and its values are what they should be. A reference to
    /// a key in its remarks is dropped: that is the registry's to say. Invalid with the faults by line.
    static Result<RouteObject> read(const RpslObject &object, const QString &source);

    /// "route" or "route6".
    [[nodiscard]] QString className() const;
    /// "192.0.2.0/24AS64500", as "!mroute," takes it.
    [[nodiscard]] QString key() const;
    /// As the registry shows it: with the key's reference, the times and the source.
    [[nodiscard]] QString toText(const QString &source) const;
};

/// What stands before a key's reference in the remarks of an object.
inline constexpr QStringView keyRemark = u"rak ";

} // namespace peerdesk
