// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/statuslook.h"

#include <QList>

namespace peerdesk {

/// How a request of several sessions looks as a whole: their common status, or what they come to together
/// ("Partly approved"). The status that still asks something of somebody wins over one that is over.
[[nodiscard]] StatusLook requestLook(const QList<Status> &sessions);

} // namespace peerdesk
