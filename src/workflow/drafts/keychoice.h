// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/keys/heldkey.h"

#include <QList>

namespace peerdesk {

/// One of our keys, as it may or may not go along with a draft.
struct KeyChoice
{
    QString reference;
    QString words; ///< what it is for: its label, its AS and its prefixes
    QString why;   ///< why it cannot be chosen; empty if it can
    bool chosen = false;

    bool operator==(const KeyChoice &) const = default;
};

/// All that are held, and then those that were chosen and are not held any more: they can be left out. A key that was
/// made for one third party proves nothing to another.
[[nodiscard]] QList<KeyChoice> keyChoices(const QList<HeldKey> &held, const QStringList &chosen, Asn other, UtcMs now);

} // namespace peerdesk
