// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/tokenverifier.h"
#include "endpoint/endpointconfig.h"
#include "endpoint/oauth/signingin.h"
#include "endpoint/peeringendpoint.h"
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "storage/database.h"
#include "support/manualclock.h"
#include "support/providerkit.h"
#include "workflow/inbound/reception.h"

#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace peerdesk::test {

/// An endpoint at which people sign in through the provider kit. Others know it as https://peering.as64496.example/v1
/// (PeeringDB takes https redirects only); it listens on loopback, as behind a proxy, and the browser played here goes
/// there instead.
class SignInRig
{
public:
    /// Loopback: others know it by the address at which it listens, for programs that find their way by themselves.
    enum class Address { Public, Loopback };
    explicit SignInRig(ProviderKit &kit, const QByteArray &extraConfig = {}, Address address = Address::Public);

    /// The kit with the endpoint as its only client: confidential, and at its public address with an https callback.
    [[nodiscard]] static QJsonObject kitConfiguration(Address address = Address::Public);
    [[nodiscard]] const QUrl &base() const { return m_base; }
    [[nodiscard]] static QUrl publicUrl() { return QUrl(QStringLiteral("https://peering.as64496.example/v1")); }

    /// A browser: it keeps cookies and follows redirects, until it shows a page or is sent to a program.
    struct Browser
    {
        QMap<QString, QMap<QByteArray, QByteArray>> cookies; ///< by host and name
        QUrl address;                                        ///< where it is now
        HttpResponse page;
        QByteArray lastSetCookie; ///< with all its rules
    };
    void browse(Browser &browser, const QUrl &address, const QByteArray &form = {}, const QByteArray &origin = {});
    /// The first step alone: where the endpoint sends the browser.
    QUrl departureOf(Browser &browser);
    /// Presses a button of the consent page.
    void answer(Browser &browser, const QByteArray &word, const QByteArray &origin = {});

    /// What the program asks the browser to open; `changes` replace parameters, an empty one takes it away.
    [[nodiscard]] QUrl authorizeUrl(const QMap<QString, QString> &changes = {}) const;
    /// From the first page to Allow; the answer's parameters.
    QUrlQuery signIn();
    [[nodiscard]] static QUrlQuery answerOf(const Browser &browser) { return QUrlQuery(browser.address); }

    HttpResponse post(const QString &path, const QMap<QString, QString> &form);
    HttpResponse redeem(const QString &code, const QMap<QString, QString> &changes = {});
    HttpResponse refresh(const QString &token);
    /// A whole sign-in and its tokens.
    QJsonObject tokens();
    HttpResponse get(const QString &path, const QString &bearer = {});
    [[nodiscard]] static QJsonObject body(const HttpResponse &response);
    [[nodiscard]] static QString errorOf(const HttpResponse &response);

    const QString verifier = QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"); // of RFC 7636 appendix B
    QString redirect = QStringLiteral("http://127.0.0.1:5123/cb");

    ManualClock clock;
    QTemporaryDir folder;
    HttpClient http;
    std::unique_ptr<Database> database;
    std::unique_ptr<JwksCache> keys;
    std::unique_ptr<Reception> reception;
    std::unique_ptr<TokenVerifier> verifierOfTokens;
    std::unique_ptr<PeeringEndpoint> endpoint;
    std::unique_ptr<SigningIn> signingIn;
    std::unique_ptr<HttpServer> server;

private:
    QUrl m_base;

    /// One request and its cookies.
    void step(Browser &browser, const QByteArray &form = {}, const QByteArray &origin = {});
    HttpResponse send(HttpRequest request);
    [[nodiscard]] QUrl local(const QUrl &address) const;
};

} // namespace peerdesk::test
