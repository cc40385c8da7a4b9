// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/ipaddress.h"

#include <optional>
#include <utility>

namespace peerdesk {

class TomlTable;

/// What "listen" says: nothing, and a fault in the table, for what is not ADDRESS:PORT.
[[nodiscard]] std::optional<std::pair<IpAddress, quint16>> readSocketAddress(TomlTable &table, const QString &text);

} // namespace peerdesk
