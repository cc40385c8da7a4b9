// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/irrlog.h"

namespace peerdesk {

Q_LOGGING_CATEGORY(lcIrr, "peerdesk.irr", QtInfoMsg)

} // namespace peerdesk
