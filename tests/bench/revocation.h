// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace peerdesk::test {

/// Prints how long a registry goes on answering with a route object after its key was revoked, in seconds above the
/// interval at which it asks the issuer: with an issuer and a registry as they are installed, over the network. The
/// event loop of a QCoreApplication is needed; it takes a quarter of a minute.
void measureRevocation();

} // namespace peerdesk::test
