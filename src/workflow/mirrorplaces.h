// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/places.h"

namespace peerdesk {

class Mirror;

/// Answers from the mirror's current snapshot; the mirror must outlive them.
[[nodiscard]] Places placesOf(const Mirror &mirror);

} // namespace peerdesk
