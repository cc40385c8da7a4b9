// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/oauth/grants.h"
#include "http/httprouter.h"

#include <QUrl>

namespace peerdesk {

class Database;

/// The first draft's way to sign in (draft-ramseyer-grow-peering-api-03 section 4.1): the asking network's own web
/// program takes the authorization code that PeeringDB gives for our client, and hands it over to us; we redeem it as
/// that client and issue tokens of our own.
///
///     program                            this endpoint                 PeeringDB
///        |-- GET  hand_over, challenge ------>|                            |
///        |<-- login_url, state, ticket -------|                            |
///        |-- the person's browser goes there and comes back with a code -->|
///        |-- POST hand_over, ticket, code, verifier ->|-- code, secret --->|
///        |<-- tokens ---------------------------------|<-- id_token, profile
///
/// The draft leaves the wire open; this is the strict form of it. The program has to wait at a redirect that the operator
/// listed (and registered at PeeringDB), compared letter by letter. The verifier is the program's: it proves that the
/// code was asked for by whoever hands it over (RFC 7636), before the code is spent. The nonce is ours and lies sealed in
/// the ticket, because PeeringDB takes a verifier also for a code that was asked for without a challenge (RFC 9700
/// section 4.8.2): so only a code that came through this ticket's login_url counts. Consent is asked for by PeeringDB.
/// Owned by SigningIn.
class HandOver
{
public:
    HandOver(QStringList redirects, Database &database, Federation &federation, Grants &grants, SignInCalls &calls,
             const Clock &clock);

    void addRoutes(HttpRouter &router, const QString &prefix);

private:
    QCoro::Task<HttpResponse> begin(HttpRequest request);
    QCoro::Task<HttpResponse> take(HttpRequest request);

    const QStringList m_redirects;
    Database &m_database;
    Federation &m_federation;
    Grants &m_grants;
    SignInCalls &m_calls;
    const Clock &m_clock;
};

} // namespace peerdesk
