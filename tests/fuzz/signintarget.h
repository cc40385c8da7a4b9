// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/endpointconfig.h"
#include "endpoint/oauth/browserbinding.h"
#include "endpoint/oauth/formfields.h"
#include "endpoint/oauth/signingin.h"
#include "fuzz/demand.h"
#include "http/httpclient.h"
#include "storage/database.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QTemporaryDir>

namespace peerdesk::test {

/// What strangers send to the authorization server: the first line is the query and the body, the second the
/// cookie. Every resource of it is asked. Nobody has agreed to anything here: no token may be given, and
/// nobody may be sent anywhere but to a program on their own machine.
class SignInTarget
{
public:
    SignInTarget()
        : m_config(*EndpointConfig::parse(configuration(m_folder)))
        , m_database(*Database::open(m_config.database, m_clock))
        , m_signingIn(m_config, QUrl(QStringLiteral("https://peering.as64496.example/v1")),
                      Secret(QByteArray("secret")), *m_database, m_http, m_clock)
    {
        m_signingIn.addRoutes(m_router);
    }

    void read(const QByteArray &bytes)
    {
        const QList<QByteArray> lines = bytes.split('\n');
        const QByteArray form = lines.first();
        const QByteArray cookie = lines.value(1);
        if (const auto fields = FormFields::parse(form))
            (void)fields->value("state");
        ask("GET", "/v1/oauth/authorize", form, cookie);
        ask("GET", "/v1/oauth/callback", form, cookie);
        ask("GET", "/v1/oauth/consent", form, cookie);
        ask("POST", "/v1/oauth/consent", form, cookie);
        ask("POST", "/v1/oauth/token", form, cookie);
        ask("POST", "/v1/oauth/revoke", form, cookie);
        readCookie(cookie);
    }

private:
    static QByteArray configuration(const QTemporaryDir &folder)
    {
        // Nobody answers at port 1: what would lead to the provider ends there.
        return "contact = \"a@as64496.example\"\nallow_private_addresses = true\ndatabase = \""
               + folder.filePath(QStringLiteral("desk.db")).toUtf8()
               + "\"\n[sign_in]\nissuer = \"http://127.0.0.1:1\"\nclient_id = \"c\"\nclient_secret_file = "
                 "\"/nowhere\"\n"
                 "[[network]]\nasn = 64496\n";
    }
    static HttpClientSettings laboratory()
    {
        HttpClientSettings settings;
        settings.allowPrivate = true;
        return settings;
    }

    void ask(const QByteArray &method, const QByteArray &path, const QByteArray &form, const QByteArray &cookie)
    {
        const bool posts = method == "POST";
        HttpRequest request(QUrl::fromEncoded("http://localhost" + path + (posts ? QByteArray() : '?' + form)), method);
        if (!request.url.isValid())
            return;
        request.headers.append("Content-Type", "application/x-www-form-urlencoded");
        request.headers.append("Cookie", cookie);
        request.body = posts ? form : QByteArray();
        const auto match = m_router.match(request.method, request.url);
        demand(match.route, "The resource is there");
        const HttpResponse response = outcomeOf((*match.route)(request, match.arguments));
        demand(response.status >= 200 && response.status < 600 && response.status != 500, "It is answered");
        demand(!response.body.contains("access_token"), "Nobody gets a token");
        const QByteArray location = response.headers.value("Location");
        demand(location.isEmpty() || location.startsWith("http://127.0.0.1:") || location.startsWith("http://[::1]:"),
               "Nobody is sent to strangers");
        demand(!location.contains('\n') && !location.contains('\r'), "An address is one line");
    }

    void readCookie(const QByteArray &cookie) const
    {
        HttpRequest request;
        request.headers.append("Cookie", cookie);
        demand(!BrowserVisit::of(request, m_database->envelope(), m_clock.now()), "Nobody can make up a visit");
    }

    ManualClock m_clock;
    QTemporaryDir m_folder;
    const EndpointConfig m_config;
    std::unique_ptr<Database> m_database;
    HttpClient m_http{laboratory()};
    SigningIn m_signingIn;
    HttpRouter m_router;
};

} // namespace peerdesk::test
