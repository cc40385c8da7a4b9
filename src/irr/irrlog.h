// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace peerdesk {

Q_DECLARE_LOGGING_CATEGORY(lcIrr)

} // namespace peerdesk
