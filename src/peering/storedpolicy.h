// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"

#include <QString>

#include <cstdint>

namespace peerdesk {

/// The text of a network's policy, who wrote it and when.
struct StoredPolicy
{
    enum class Origin : std::uint8_t {
        File, ///< a daemon read it in its configuration
        Desk, ///< edited at a desk; in force unless the text is empty
    };

    Asn ownAsn;
    Origin origin = Origin::Desk;
    QString text;
    QString who;
    UtcMs updatedAt = 0;
    qint64 version = 0; ///< grows with every change

    bool operator==(const StoredPolicy &) const = default;
};

} // namespace peerdesk
