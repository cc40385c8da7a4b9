// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/tokenendpoint.h"

#include "endpoint/oauth/formfields.h"
#include "endpoint/oauth/oauthanswer.h"

namespace peerdesk {

TokenEndpoint::TokenEndpoint(Grants &grants)
    : m_grants(grants)
{
}

void TokenEndpoint::addRoutes(HttpRouter &router, const QString &prefix)
{
    router.add("POST", prefix + QStringLiteral("/oauth/token"),
               [this](HttpRequest request, const QStringList &) { return token(std::move(request)); });
    router.add("POST", prefix + QStringLiteral("/oauth/revoke"),
               [this](HttpRequest request, const QStringList &) { return revoke(std::move(request)); });
}

QCoro::Task<HttpResponse> TokenEndpoint::token(HttpRequest request)
{
    const auto fields = FormFields::parse(request.body);
    if (const auto fault = faultOfClient(request, fields))
        co_return *fault;
    const QString grant = fields->value("grant_type");
    if (grant == u"authorization_code") {
        const Secret code(fields->value("code"));
        auto exchanging = m_grants.exchange(code, fields->value("code_verifier"), fields->value("redirect_uri"));
        const auto issued = co_await exchanging;
        co_return tokensOf(issued);
    }
    if (grant == u"refresh_token") {
        const Secret presented(fields->value("refresh_token"));
        auto refreshing = m_grants.refresh(presented);
        const auto issued = co_await refreshing;
        co_return tokensOf(issued);
    }
    co_return oauthError(400, "unsupported_grant_type",
                         QStringLiteral("grant_type must be authorization_code or refresh_token"));
}

QCoro::Task<HttpResponse> TokenEndpoint::revoke(HttpRequest request)
{
    const auto fields = FormFields::parse(request.body);
    if (const auto fault = faultOfClient(request, fields))
        co_return *fault;
    const Secret presented(fields->value("token"));
    auto revoking = m_grants.revoke(presented);
    const auto revoked = co_await revoking;
    if (!revoked)
        co_return oauthError(revoked.error());
    co_return HttpResponse(200); // also for what is no token of ours (RFC 7009 section 2.2)
}

} // namespace peerdesk
