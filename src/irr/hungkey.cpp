// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/hungkey.h"

#include <algorithm>

namespace peerdesk {
namespace {

HungKey::Standing standingOf(KeyStatus status)
{
    switch (status) {
    case KeyStatus::Valid:
    case KeyStatus::NotYetValid:
        return HungKey::Standing::Valid;
    case KeyStatus::Expired:
        return HungKey::Standing::Expired;
    case KeyStatus::Revoked:
        return HungKey::Standing::Revoked;
    case KeyStatus::Withdrawn:
        break;
    }
    return HungKey::Standing::Withdrawn;
}

} // namespace

HungKey HungKey::of(const CheckedKey &key, UtcMs now)
{
    const KeyTerms &terms = key.statement.terms;
    HungKey hung;
    hung.reference = terms.reference;
    hung.origin = terms.origin;
    hung.prefixes = terms.prefixes;
    hung.serial = terms.serial;
    hung.standing = standingOf(key.statement.status);
    hung.expires = terms.expires;
    hung.statement = key.text;
    hung.checkedAt = now;
    // Asked again long before nobody could prove it any more.
    hung.nextCheckAt = std::min(key.statement.halfLife(), now + longestRest);
    return hung;
}

void HungKey::keepToItsEnd(const HungKey &before, UtcMs now)
{
    const bool isOver = standing == Standing::Expired || (standing == Standing::Valid && expires <= now);
    const bool isEarly = isOver ? std::max(expires, now) < before.expires - leeway : expires < before.expires;
    if (!isEarly)
        return;
    if (isOver)
        standing = Standing::Withdrawn;
    else
        nextCheckAt = std::min(nextCheckAt, expires);
    expires = before.expires;
}

QString toText(HungKey::Standing standing)
{
    switch (standing) {
    case HungKey::Standing::Valid:
        return QStringLiteral("valid");
    case HungKey::Standing::Expired:
        return QStringLiteral("expired");
    case HungKey::Standing::Revoked:
        return QStringLiteral("revoked");
    case HungKey::Standing::Withdrawn:
        return QStringLiteral("withdrawn");
    case HungKey::Standing::Unconfirmed:
        return QStringLiteral("unconfirmed");
    case HungKey::Standing::Ended:
        break;
    }
    return QStringLiteral("ended");
}

} // namespace peerdesk
