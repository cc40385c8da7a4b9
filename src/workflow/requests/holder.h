// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace peerdesk {

/// This program, as the journal names it while it works on something: "host/process".
[[nodiscard]] QString thisHolder();

/// That program ran on this machine and has ended, so that it will not go on with what it holds.
[[nodiscard]] bool hasEnded(const QString &holder);

} // namespace peerdesk
