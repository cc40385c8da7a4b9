// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "http/httpmessage.h"

#include <QString>

#include <optional>

namespace peerdesk {

class Envelope;

/// One sign-in on its way through one browser. It travels sealed in that browser's cookie and is kept nowhere else: so a
/// flow cannot go on in another browser than it began in (RFC 9700 section 4.7), strangers who begin sign-ins cost us no
/// memory, and any daemon of the database can go on with it. `__Host-` keeps other hosts of our domain from setting it
/// (RFC 6265bis section 4.1.3.2).
struct BrowserVisit
{
    // What the program asked for.
    QString redirect;
    QString challenge;
    QString clientState;
    QString scope;
    // What the provider's answer is checked against.
    QString state;
    QString nonce;
    QString verifier;
    QString issuer;
    // After the person signed in there.
    QString grant;
    QString formToken;
    UtcMs until = 0;

    /// Internal if it cannot be sealed.
    [[nodiscard]] Result<QByteArray> toCookie(const Envelope &envelope) const;
    /// The visit of the browser that sends this request; nothing if there is none, or it took too long.
    [[nodiscard]] static std::optional<BrowserVisit> of(const HttpRequest &request, const Envelope &envelope,
                                                        UtcMs now);
    /// What makes the browser forget it.
    [[nodiscard]] static QByteArray forgetting();
};

} // namespace peerdesk
