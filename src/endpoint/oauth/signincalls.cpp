// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/signincalls.h"

#include "endpoint/door.h"
#include "http/addressrules.h"
#include "http/httpmessage.h"

namespace peerdesk {

SignInCalls::SignInCalls(const Clock &clock)
    : m_clock(clock)
    , m_all(perMinute, std::chrono::minutes(1))
    , m_addresses(perMinuteOfAddress, std::chrono::minutes(1))
{
}

Result<void> SignInCalls::ask(const HttpRequest &request)
{
    const auto admission = std::static_pointer_cast<Admission>(request.admission);
    const QString address = subscriberOf(admission ? admission->address : request.peerAddress);
    const UtcMs now = m_clock.now();
    auto wait = m_addresses.waitFor(address, now);
    if (!wait)
        wait = m_all.waitFor({}, now);
    if (wait) {
        Error error(ErrorKind::Throttled, QStringLiteral("too many sign-ins at once"));
        error.retryAfter = *wait;
        return error;
    }
    m_addresses.spend(address, now);
    m_all.spend({}, now);
    return {};
}

} // namespace peerdesk
