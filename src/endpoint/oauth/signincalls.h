// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "endpoint/ratelimit.h"

namespace peerdesk {

struct HttpRequest;

/// How often strangers may make us call the provider. Whoever begins a sign-in or comes back from one sets off calls in
/// the name of our client before anybody knows who they are; a provider that has enough of them shuts the client out, and
/// with it everybody who is signed in. Asked before each such call; what signed-in people set off is not counted. Owned
/// by SigningIn.
class SignInCalls
{
public:
    static constexpr int perMinute = 120;
    static constexpr int perMinuteOfAddress = 20; ///< of IPv6 per /64

    explicit SignInCalls(const Clock &clock);

    /// Throttled with the time to wait. Who asks is known from the door, which sees through our own proxies.
    [[nodiscard]] Result<void> ask(const HttpRequest &request);

private:
    const Clock &m_clock;
    RateLimit m_all;
    RateLimit m_addresses;
};

} // namespace peerdesk
