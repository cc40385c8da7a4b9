// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/ipaddress.h"

#include <QList>

namespace peerdesk {

struct HttpRequest;

/// For whom a request is made: the other end of the connection, unless that is a trusted proxy, whose X-Forwarded-For
/// is then read from the right (each proxy appends) up to the first address that is not a trusted proxy itself.
/// Whoever else sends that field is not listened to.
[[nodiscard]] QString clientAddress(const HttpRequest &request, const QList<IpPrefix> &trustedProxies);

} // namespace peerdesk
