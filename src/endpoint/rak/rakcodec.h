// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsontext.h"
#include "rak/issuer.h"

#include <QJsonObject>

namespace peerdesk {

// The bodies of /rak/v1: the only file here that knows their field names (docs/rak.yaml describes them).

/// Invalid, with fields.
[[nodiscard]] Result<KeyWish> decodeKeyWish(const QByteArray &body);

/// What is to be another; one of the two at least.
struct RenewalWish
{
    UtcMs expires = 0; ///< 0: as before
    std::optional<bool> renews;
};
[[nodiscard]] Result<RenewalWish> decodeRenewal(const QByteArray &body);
/// Why a key is revoked; an empty body is no reason.
[[nodiscard]] Result<QString> decodeReason(const QByteArray &body);

/// A key, and what the asker wants to announce with it.
struct VerifyWish
{
    BearerKey key;
    std::optional<Asn> origin;
    QList<IpPrefix> routes;
};
[[nodiscard]] Result<VerifyWish> decodeVerifyWish(const QByteArray &body);

[[nodiscard]] JsonText encodeKey(const KeyRecord &record, UtcMs now);
[[nodiscard]] JsonText encodeIssued(const IssuedKey &issued, UtcMs now);
[[nodiscard]] JsonText encodeVerified(const VerifiedKey &verified);
/// The same, with what the key permits of the asked.
[[nodiscard]] JsonText encodeMatches(const VerifiedKey &verified, const VerifyWish &asked, UtcMs now);
[[nodiscard]] JsonText encodeChanges(const KeyChanges &changes);
/// For whoever makes ROAs (RFC 9582) of it; a key says nothing of other origins, so it is no ROA.
[[nodiscard]] JsonText encodeRoas(const KeyTerms &terms);
/// RFC 9457, with members of its own kind (section 3.2).
[[nodiscard]] QByteArray encodeProblem(int status, const Error &error, const QString &requestId,
                                       const QJsonObject &members = {});

} // namespace peerdesk
