// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inbound/reception.h"

namespace peerdesk {

class TomlTable;

/// Reads every [[rule]] and gives it, in order, to the networks it is for: all of them unless `own` names some.
void readPolicies(TomlTable &top, QList<ServedNetwork> &networks);

} // namespace peerdesk
