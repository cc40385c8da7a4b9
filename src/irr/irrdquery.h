// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/whoisquery.h"

namespace peerdesk {

/// What stands after the exclamation mark. Invalid as WhoisQuery::parse(), which is the way in.
Result<WhoisQuery> parseIrrdQuery(const QString &text);

/// An address stands for itself: "192.0.2.1" is 192.0.2.1/32.
std::optional<IpPrefix> prefixOfQuery(QStringView text);

} // namespace peerdesk
