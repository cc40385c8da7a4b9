// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/oauth/browserbinding.h"
#include "endpoint/oauth/grants.h"
#include "endpoint/oauth/signincalls.h"
#include "endpoint/oauth/usedonce.h"
#include "http/httprouter.h"

namespace peerdesk {

class Database;
class FormFields;

/// The part of signing in that happens in the browser.
///
///     program            browser                    this endpoint                 PeeringDB
///        |-- opens ---------->|-- /oauth/authorize -------->|                         |
///        |                    |<-- cookie, redirect --------|                         |
///        |                    |-- signs in -----------------------------------------> |
///        |                    |<-- redirect ?code,state ----------------------------- |
///        |                    |-- /oauth/callback --------->|-- code, secret -------> |
///        |                    |                             |<-- id_token, profile -- |
///        |                    |<-- /oauth/consent ----------|                         |
///        |                    |-- Allow ------------------->|                         |
///        |<-- 127.0.0.1/cb ---|<-- redirect ?code,state,iss-|                         |
///
/// The only client is a native program that waits on loopback, on any port (RFC 8252 section 7.3); its redirect is
/// compared letter by letter apart from that. The consent is always asked for. A return from the provider counts once.
/// Owned by SigningIn.
class BrowserSignIn
{
public:
    BrowserSignIn(const QUrl &publicUrl, Database &database, Federation &federation, Grants &grants, SignInCalls &calls,
                  const Clock &clock);

    void addRoutes(HttpRouter &router, const QString &prefix);

private:
    QCoro::Task<HttpResponse> authorize(HttpRequest request);
    QCoro::Task<HttpResponse> depart(BrowserVisit visit);
    QCoro::Task<HttpResponse> callback(HttpRequest request);
    QCoro::Task<HttpResponse> arrive(BrowserVisit visit, QString code);
    QCoro::Task<HttpResponse> showConsent(HttpRequest request);
    QCoro::Task<HttpResponse> takeConsent(HttpRequest request);
    QCoro::Task<HttpResponse> conclude(BrowserVisit visit, bool allowed);

    [[nodiscard]] std::optional<BrowserVisit> visitOf(const HttpRequest &request) const;
    [[nodiscard]] QString faultOf(const FormFields &fields, QString &code) const;
    [[nodiscard]] HttpResponse to(const QUrl &address, const BrowserVisit &visit) const;
    [[nodiscard]] HttpResponse backToProgram(const BrowserVisit &visit, const char *name, const QString &value,
                                             const QString &description = {}) const;
    [[nodiscard]] bool isOurs(const HttpRequest &request) const;
    [[nodiscard]] QUrl own(const QString &path) const;

    const QUrl m_publicUrl;
    Database &m_database;
    Federation &m_federation;
    Grants &m_grants;
    SignInCalls &m_calls;
    const Clock &m_clock;
    UsedOnce m_statesUsed;
};

} // namespace peerdesk
