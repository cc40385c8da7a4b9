// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "rak/keytext.h"
#include "rak/prefixset.h"
#include "rak/serial.h"

namespace peerdesk {

/// What became of a key. It ends once and for good.
enum class KeyState {
    Issued,
    Revoked,   ///< by its holder
    Withdrawn, ///< by the registry: the holder has lost a resource that it is about
};

/// What a key is at a given time.
enum class KeyStatus { Valid, NotYetValid, Expired, Revoked, Withdrawn };

/// "valid", "not_yet_valid", "expired", "revoked", "withdrawn": the words of the wire.
[[nodiscard]] QString toText(KeyStatus status);
[[nodiscard]] std::optional<KeyStatus> keyStatusOf(QStringView word);

/// What a key says: these prefixes may be announced with this AS as origin, until then.
struct KeyTerms
{
    KeyReference reference;
    Asn origin;
    PrefixSet prefixes;
    UtcMs notBefore = 0;
    UtcMs expires = 0;   ///< the first moment at which it is not valid any more
    Serial serial;       ///< of this version of the key
    qint64 sequence = 0; ///< of the change that made this version, among all changes of the registry
    KeyState state = KeyState::Issued;

    [[nodiscard]] KeyStatus status(UtcMs now) const;
    /// Whether a route object may stand on it now. Denied, with a sentence that says why not: its status, its AS or
    /// its prefixes. Issuer and asker may disagree about the time by `tolerance` where a key begins; it ends sharply.
    [[nodiscard]] Result<void> permits(const IpPrefix &route, Asn asked, UtcMs now,
                                       std::chrono::seconds tolerance = std::chrono::seconds(60)) const;

    bool operator==(const KeyTerms &) const = default;
};

} // namespace peerdesk
