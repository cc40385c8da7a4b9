// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace peerdesk {

class TomlTable;
struct EndpointConfig;

/// Reads [limits] and its tables; after the trusted proxies.
void readLimits(TomlTable &top, EndpointConfig &config);

} // namespace peerdesk
