// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/oauth/grants.h"
#include "http/httprouter.h"

namespace peerdesk {

class FormFields;

/// The part of signing in that happens between the program and us: codes and refresh tokens for access tokens (RFC 6749
/// section 3.2), and taking them back (RFC 7009). There are two grants, authorization_code and refresh_token; no other
/// is known, so no password and nothing implicit (RFC 9700 sections 2.1.2 and 2.4). Owned by SigningIn.
class TokenEndpoint
{
public:
    explicit TokenEndpoint(Grants &grants);

    void addRoutes(HttpRouter &router, const QString &prefix);

private:
    QCoro::Task<HttpResponse> token(HttpRequest request);
    QCoro::Task<HttpResponse> revoke(HttpRequest request);

    Grants &m_grants;
};

} // namespace peerdesk
