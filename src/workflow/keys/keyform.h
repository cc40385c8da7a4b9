// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "rak/addressspace.h"
#include "rak/prefixset.h"

namespace peerdesk {

/// A key that somebody wants issued, as it is typed. Its id goes out as Idempotency-Key: however often one form is
/// sent, at most one key comes of it.
struct KeyForm
{
    QString id;       ///< newUuid(), another for each key that is wanted
    QString prefixes; ///< a line each: "192.0.2.0/24", "192.0.2.0/24 max 26", "192.0.2.0 - 192.0.2.130"
    QString origin;
    UtcMs expires = 0;
    QString label;
    QString audience;

    bool operator==(const KeyForm &) const = default;
};

/// The lines of a list as PrefixSet takes them; empty ones are left out. Commas part as line ends do.
[[nodiscard]] QList<PrefixWish> prefixLines(const QString &typed);

/// What is wrong with a form before it is sent, in words, under "prefixes", "origin" and "expires"; empty if nothing
/// is. `held` are the holder's own resources, empty if they are not known: then only the issuer can tell.
[[nodiscard]] QList<FieldError> checkKeyForm(const KeyForm &form, const AddressSpace &held, UtcMs now);

/// A year, to the day: an issuer gives no longer ones.
[[nodiscard]] UtcMs farthestExpiry(UtcMs now);

} // namespace peerdesk
