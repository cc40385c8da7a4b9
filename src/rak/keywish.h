// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"
#include "rak/prefixset.h"
#include "rak/registry.h"

#include <QStringList>

namespace peerdesk {

/// What a holder asks a key for. Times are cut to whole seconds.
struct KeyWish
{
    Asn origin;
    PrefixSet prefixes;
    UtcMs notBefore = 0; ///< 0: now
    UtcMs expires = 0;
    QString label;
    QString audience; ///< the only verifier that it is for; empty: whoever gets it
    QStringList notify;
    bool renews = false; ///< by itself, as long as the holder has the resources
};

/// The same for wishes that ask for the same.
[[nodiscard]] QString hashOf(const KeyWish &wish);

/// Invalid, by field, for what no holder gets: whose the prefixes are is another question.
[[nodiscard]] Result<void> check(const KeyWish &wish, Registry registry, UtcMs now);

/// A life under a day does not renew itself: every renewal is a version, a mail and a line of the journal.
[[nodiscard]] bool mayRenewItself(UtcMs life);

/// The last moment that a key can end which is made or renewed now.
[[nodiscard]] UtcMs latestExpiry(UtcMs now);

} // namespace peerdesk
