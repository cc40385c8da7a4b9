// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/registry.h"

#include <QList>

#include <chrono>

namespace peerdesk {

/// How the registry looks after its objects, as its operator says it.
struct HousekeepingRules
{
    HousekeepingRules() = default;

    QList<Registry> registries;                                      ///< whose keys objects hang on
    std::chrono::milliseconds grace = std::chrono::milliseconds(0);  ///< between hiding an object and deleting it
    std::chrono::milliseconds poll = std::chrono::minutes(1);        ///< between two looks at an issuer's news
    std::chrono::milliseconds patience = std::chrono::hours(7 * 24); ///< with an issuer that cannot be reached
    int mostFallingPercent = 20; ///< of a registry's objects that fall within an hour without a person having looked
    int fewObjects = 10;         ///< that may always
    std::chrono::milliseconds journal = std::chrono::hours(365 * 24); ///< how long changes stand in the journal
    bool mails = false; ///< whether anybody sends what is written to maintainers
};

} // namespace peerdesk
