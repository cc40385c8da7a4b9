// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "rak/addressspace.h"
#include "rak/keywish.h" // latestExpiry(), the limit of both forms
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
    bool renews = false; ///< by itself, as long as the resources are held
    QString notify;      ///< mail addresses that are told as well, a comma between

    bool operator==(const KeyForm &) const = default;
};

/// When keys shall end from now on.
struct RenewalForm
{
    UtcMs expires = 0;          ///< 0: as before
    std::optional<bool> renews; ///< by themselves; as before where it is not set
};

/// What stands in a list, without what is empty. Commas part as line ends do.
[[nodiscard]] QStringList entriesOf(const QString &typed);

/// The entries of a list as PrefixSet takes them.
[[nodiscard]] QList<PrefixWish> prefixLines(const QString &typed);

/// What is wrong with a form before it is sent, in words, under "prefixes", "origin", "audience", "notify" and
/// "expires"; empty if nothing is. `held` are the holder's own resources, empty if they are not known: then only the issuer can tell.
[[nodiscard]] QList<FieldError> checkKeyForm(const KeyForm &form, const AddressSpace &held, UtcMs now);

} // namespace peerdesk
