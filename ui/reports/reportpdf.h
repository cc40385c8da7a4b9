// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace peerdesk {

struct SessionReport;

/// The report as PDF, A4 landscape, fonts embedded; made here and not in workflow, because text layout needs Gui. Cells
/// are not wrapped, so that every one is found by a search; the print shrinks until the widest row fits.
[[nodiscard]] QByteArray reportAsPdf(const SessionReport &report);

} // namespace peerdesk
