// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QImage>

namespace peerdesk {

/// The text as a QR code (ISO/IEC 18004): one pixel a module, dark on white, with the quiet zone of four modules
/// around it that readers need. Correction is the lowest level: a printed letter is clean, and a coarser code reads
/// better than one that mends itself. Invalid for more text than any code holds (2,953 bytes).
[[nodiscard]] Result<QImage> qrCode(const QString &text);

} // namespace peerdesk
