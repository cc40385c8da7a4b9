// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace peerdesk {

// The translation context that all words of peerdeskctl share.
struct CliText
{
    Q_DECLARE_TR_FUNCTIONS(peerdeskctl)
};

} // namespace peerdesk
