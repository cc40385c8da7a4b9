// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace peerdesk {

// The translation context that all words of session reports share.
struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Reports)
};

} // namespace peerdesk
