// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace peerdesk {

/// "anna@desk7": who acts here as long as nobody has signed in, for the history and for colleagues.
[[nodiscard]] QString localUser();

} // namespace peerdesk
