// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/issuercalls.h"
#include "rak/keyterms.h"

namespace peerdesk {

/// A key that route objects hang on, as its issuer last told of it.
struct HungKey
{
    enum class Standing {
        Valid,
        Expired,
        Revoked,
        Withdrawn,
        Unconfirmed, ///< the issuer has been silent for longer than the operator allows
        Ended,       ///< over, and nothing hangs on it any more but what is about to be deleted
    };

    KeyReference reference;
    Asn origin;
    PrefixSet prefixes;
    Serial serial;
    Standing standing = Standing::Valid;
    UtcMs expires = 0;
    QByteArray statement;
    UtcMs checkedAt = 0;   ///< when the issuer last told of it
    UtcMs nextCheckAt = 0; ///< when its issuer is to be asked again
    int failures = 0;      ///< in a row
    QString lastError;

    /// For nextCheckAt, before all that are asked about only because their statement grows old: its issuer has told of
    /// a change, and it may have told of one.
    static constexpr UtcMs changed = 0;
    static constexpr UtcMs mayHaveChanged = 1;
    /// Between two questions about a key that the issuer does not answer.
    static constexpr UtcMs longestPause = 15 * 60 * 1000;
    /// Nobody leaves a key unasked for longer, however long its statement lives.
    static constexpr UtcMs longestRest = UtcMs(24) * 60 * 60 * 1000;
    /// By which clocks may differ.
    static constexpr UtcMs leeway = 60 * 1000;

    [[nodiscard]] bool isUrgent() const { return nextCheckAt <= mayHaveChanged; }

    /// As the issuer has just told of it.
    [[nodiscard]] static HungKey of(const CheckedKey &key, UtcMs now);
    /// A key that ends earlier than was known `before` is taken back, and no key that everybody knew would expire: it is
    /// asked about when it is to end, and keeps the end that was known.
    void keepToItsEnd(const HungKey &before, UtcMs now);
};

/// "valid", "expired", "revoked", "withdrawn", "unconfirmed", "ended".
[[nodiscard]] QString toText(HungKey::Standing standing);

} // namespace peerdesk
