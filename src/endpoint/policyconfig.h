// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inbound/reception.h"

namespace peerdesk {

class TomlTable;

/// The `policy` of a [[network]].
[[nodiscard]] Policy::Posture readPosture(TomlTable &network);

/// Reads every [[override]] and then every [[rule]], and gives them, in order, to the networks they are for: all of
/// them unless `own` names some.
void readPolicies(TomlTable &top, QList<ServedNetwork> &networks);

} // namespace peerdesk
