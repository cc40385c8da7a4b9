// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inbound/reception.h"

namespace peerdesk {

class TomlTable;

/// Reads the rules of the configuration (workflow/policy/policytext.h) and gives them, in order, to the networks they
/// are for: all of them unless `own` names some.
void readPolicies(TomlTable &top, QList<ServedNetwork> &networks);

} // namespace peerdesk
