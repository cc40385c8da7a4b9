// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace peerdesk {

enum ExitCode { Done = 0, CannotServe = 1, BadConfiguration = 2 };

/// To stderr, one line a fault: the file, what is wrong, and where.
void complain(const QString &file, const Error &error);

} // namespace peerdesk
