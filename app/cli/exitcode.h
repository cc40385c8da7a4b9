// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace peerdesk {

/// What a script learns without reading: the exit status of peerdeskctl. The numbers are documented in the help and
/// do not change.
enum class ExitCode {
    Done = 0,
    Failed = 1, ///< our own disk, or a fault of this program
    Usage = 2,  ///< the command line or the input is wrong
    NotFound = 3,
    NotAllowed = 4,  ///< no good credential, or the right is missing
    Unavailable = 5, ///< not reached, or asked to wait; trying again later may do
    Conflict = 6,    ///< somebody else was first
    InPart = 7,      ///< some sessions were not accepted or not decided
    Unknown = 8,     ///< sent, and the outcome is not known yet
    Refused = 9,     ///< the other side, or a rule of ours, said no
};

[[nodiscard]] ExitCode exitCodeOf(const Error &error);
/// For the help: one line each.
[[nodiscard]] QString exitCodeHelp();

} // namespace peerdesk
