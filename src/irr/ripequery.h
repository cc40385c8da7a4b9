// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/whoisquery.h"

namespace peerdesk {

/// Flags, each with its value, and what is looked for after them. Invalid as WhoisQuery::parse(), which is the way in.
Result<WhoisQuery> parseRipeQuery(const QString &text);

} // namespace peerdesk
