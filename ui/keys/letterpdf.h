// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace peerdesk {

struct Letter;

/// The letter of authorisation as PDF, A4, fonts embedded, every prefix findable by a search; with the code that
/// KeyChecker reads back. As many pages as the prefixes need.
[[nodiscard]] QByteArray letterAsPdf(const Letter &letter);

} // namespace peerdesk
