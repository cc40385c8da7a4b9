// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace peerdesk {

/// What one query may take.
struct QueryLimits
{
    int objects = 5'000;          ///< shown in full
    qsizetype prefixes = 500'000; ///< in one list
    qsizetype sets = 20'000;      ///< looked at to expand one
    qsizetype members = 500'000;  ///< of all of those together
    int depth = 64;               ///< of sets within sets
};

} // namespace peerdesk
