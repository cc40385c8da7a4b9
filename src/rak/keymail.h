// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace peerdesk {

struct KeyTerms;
struct StoredKey;

struct KeyMail
{
    QString subject;
    QString body;
};

/// What a holder is told of a key, by `event`: issued, renewed, revoked, withdrawn, expired, or "reminder-7" for seven
/// days that are left. `issuer` is where the keys are looked after.
[[nodiscard]] KeyMail keyMail(const KeyTerms &terms, const StoredKey &key, const QString &event, const QString &issuer);

} // namespace peerdesk
