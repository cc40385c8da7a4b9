// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

namespace peerdesk {

/// A new row's or session's id: 32 lower-case hexadecimal digits, the first twelve of which are the time (laid out
/// as UUID version 7, RFC 9562 section 5.7), so that ids sort by age and are legal session ids on every dialect of
/// the wire. Those that one program makes within a millisecond sort in the order of their making (section 6.2: a
/// counter follows the time). At least 48 of the bits are random: an id is not guessable. Any thread.
[[nodiscard]] QString newId(UtcMs now);

/// A new request_id or item_id: a random UUID (version 4) with dashes and without braces.
[[nodiscard]] QString newUuid();

} // namespace peerdesk
