// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

namespace peerdesk {

/// The endpoint that a person means who types its address, with or without "https://" before it and slashes at its end.
/// Invalid if it is none.
[[nodiscard]] Result<QUrl> endpointAddress(const QString &typed);

} // namespace peerdesk
