// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoroTask>
#include <QUrl>

namespace peerdesk {

class HttpClient;

/// Where one signs in for an endpoint.
struct SignInPlace
{
    QString issuer;
    QUrl authorization;
    QUrl token;
    QUrl revocation; ///< empty if it has none
    QString clientId;
    bool issuerAlways = false; ///< every redirect names the issuer (RFC 9207 section 3)
};

/// Finds out from an endpoint's address alone where and how one signs in there: its resource metadata (RFC 9728), or
/// `GET /auth` where a proxy passes nothing outside the endpoint's own path, and then the metadata of the authorization
/// server that they name (RFC 8414). The server must be on the endpoint's host, and so must all its addresses: an
/// endpoint that somebody told us about can then send a person's browser nowhere but to itself (RFC 9700 section 4.4).
/// Denied if it lets nobody sign in; Protocol if its documents do not hold.
[[nodiscard]] QCoro::Task<Result<SignInPlace>> discoverSignIn(HttpClient *http, QUrl endpoint);

} // namespace peerdesk
