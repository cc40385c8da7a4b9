// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHostAddress;

namespace peerdesk {

/// Whether an address is part of the public Internet, so that calling it on behalf of a name that somebody else
/// chose cannot reach into our own networks. IPv6 is judged by what is allocated for it (2000::/3) less what embeds
/// or documents other addresses; so v4-mapped, NAT64, unique local and link-local addresses are all refused.
[[nodiscard]] bool isPublicAddress(const QHostAddress &address);

/// What may be called when the settings allow private addresses (a laboratory, a mirror on the own network): any
/// unicast address.
[[nodiscard]] bool isUnicastAddress(const QHostAddress &address);

/// IPv4 as it is written without its IPv6 mapping, as a dual-stack socket reports it.
[[nodiscard]] QString plainAddress(const QHostAddress &address);

/// Whom a limit for each address counts: an IPv4 address, or the /64 that one IPv6 subscriber has at the least.
[[nodiscard]] QString subscriberOf(const QHostAddress &address);
/// The same of what plainAddress() gave.
[[nodiscard]] QString subscriberOf(const QString &address);

} // namespace peerdesk
