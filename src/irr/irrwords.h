// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace peerdesk {

/// What the registry says to people who write its objects. Answers to whois queries are not among it: those are read by
/// programs, and stand in the protocol's own words.
struct IrrWords
{
    Q_DECLARE_TR_FUNCTIONS(Irr)
};

} // namespace peerdesk
