// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // parameters are all literals
#include "endpoint/signinrig.h"

#include "auth/randomword.h"
#include "auth/wellknown.h"
#include "storage/privatefile.h"
#include "support/outcomeof.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace peerdesk::test {
namespace {

HttpClientSettings loopbackToo()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// A database that has its tables and a signing key already: making them anew for each test takes a good part of a second.
void takeTemplate(const QString &path, const Clock &clock)
{
    static const QTemporaryDir folder;
    const QString made = folder.filePath("desk.db");
    if (!QFile::exists(made)) {
        auto database = Database::open(made, clock);
        KeyRing keys(**database, clock);
        (void)outcomeOf(keys.tend());
    }
    for (const char *part : {"", ".key"})
        QFile::copy(made + part, path + part);
}

QByteArray formOf(const QMap<QString, QString> &fields)
{
    QByteArray text;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (!it.value().isEmpty())
            text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(it.key()) + '='
                    + QUrl::toPercentEncoding(it.value());
    }
    return text;
}

void merge(QMap<QString, QString> &fields, const QMap<QString, QString> &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it)
        fields.insert(it.key(), it.value());
}

} // namespace

QJsonObject SignInRig::kitConfiguration(Address address)
{
    const bool isPublic = address == Address::Public;
    QJsonObject configuration = ProviderKit::configuration();
    const QString callback =
        isPublic ? publicUrl().toString() + "/oauth/callback" : QStringLiteral("http://127.0.0.1/v1/oauth/callback");
    const QJsonObject client{{"client_id", "endpoint"},
                             {"client_secret", "a secret of & at least + 32 characters"},
                             {"application_type", isPublic ? "web" : "native"},
                             {"redirect_uris", QJsonArray{callback}}};
    configuration.insert("clients", QJsonArray{client});
    return configuration;
}

SignInRig::SignInRig(ProviderKit &kit, const QByteArray &extraConfig, Address address)
    : clock(QDateTime::currentMSecsSinceEpoch())
    , http(loopbackToo())
{
    server = std::make_unique<HttpServer>(clock,
                                          [this](HttpRequest request) { return endpoint->answer(std::move(request)); });
    (void)server->listen(QHostAddress::LocalHost, 0);
    m_base =
        address == Address::Public ? publicUrl() : QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(server->port()));
    const QString secretFile = folder.filePath("secret");
    (void)createPrivateFile(secretFile, "a secret of & at least + 32 characters\n");
    const QString text =
        QStringLiteral("contact = \"peering@as64496.example\"\ndatabase = \"%1\"\nallow_private_addresses = true\n"
                       "public_url = \"%2\"\n[sign_in]\nissuer = \"%3\"\nclient_id = \"endpoint\"\n"
                       "client_secret_file = \"%4\"\n")
            .arg(folder.filePath("desk.db"), m_base.toString(), kit.issuer().toString(), secretFile)
        + QString::fromLatin1(extraConfig) + "\n[[network]]\nasn = 64500\n";
    const auto config = EndpointConfig::parse(text.toUtf8());
    if (!config)
        qFatal("%s: %s", qPrintable(config.error().fields.first().field),
               qPrintable(config.error().fields.first().messages.first()));
    takeTemplate(config->database.location, clock);
    database = std::move(*Database::open(config->database, clock));
    keys = std::make_unique<JwksCache>(http, clock);
    reception = std::make_unique<Reception>(*database, clock, Places(), config->networks);
    TokenRules rules;
    rules.audience = audienceOf(m_base);
    verifierOfTokens = std::make_unique<TokenVerifier>(rules, *keys, clock);
    endpoint = std::make_unique<PeeringEndpoint>(*config, m_base, *reception, *verifierOfTokens, clock);
    signingIn = std::make_unique<SigningIn>(*config, m_base, *config->signIn.clientSecret(), *database, http, clock);
    signingIn->introduceTo(*verifierOfTokens);
    signingIn->addRoutes(endpoint->router());
    if (const auto tended = outcomeOf(signingIn->tend()); !tended)
        qFatal("%s", qPrintable(tended.error().detail));
}

QUrl SignInRig::local(const QUrl &address) const
{
    if (address.host() != publicUrl().host())
        return address;
    QUrl url = address;
    url.setScheme("http");
    url.setHost("127.0.0.1");
    url.setPort(server->port());
    return url;
}

HttpResponse SignInRig::send(HttpRequest request)
{
    const auto response = outcomeOf(http.send(std::move(request)));
    if (!response)
        qFatal("no answer: %s", qPrintable(response.error().detail));
    return *response;
}

void SignInRig::step(Browser &browser, const QByteArray &form, const QByteArray &origin)
{
    HttpRequest request(local(browser.address), form.isEmpty() ? "GET" : "POST");
    QByteArrayList pairs;
    auto &jar = browser.cookies[browser.address.host()];
    for (auto it = jar.cbegin(); it != jar.cend(); ++it)
        pairs.append(it.key() + '=' + it.value());
    if (!pairs.isEmpty())
        request.headers.append("Cookie", pairs.join("; "));
    if (!form.isEmpty()) {
        request.headers.append("Content-Type", "application/x-www-form-urlencoded");
        if (!origin.isEmpty())
            request.headers.append("Origin", origin);
        request.body = form;
    }
    browser.page = send(request);
    for (const auto &[name, value] : browser.page.headers.fields()) {
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &one : value.split('\n')) {
            browser.lastSetCookie = one;
            const QByteArray pair = one.split(';').first();
            const qsizetype sign = pair.indexOf('=');
            if (one.contains("Max-Age=0"))
                jar.remove(pair.left(sign));
            else
                jar.insert(pair.left(sign), pair.mid(sign + 1));
        }
    }
}

void SignInRig::browse(Browser &browser, const QUrl &address, const QByteArray &form, const QByteArray &origin)
{
    browser.address = address;
    QByteArray body = form;
    while (!browser.address.toString().startsWith(redirect)) {
        step(browser, std::exchange(body, {}), origin);
        if (browser.page.status < 300 || browser.page.status >= 400)
            return;
        browser.address = browser.address.resolved(QUrl::fromEncoded(browser.page.headers.value("Location")));
    }
}

QUrl SignInRig::departureOf(Browser &browser)
{
    browser.address = authorizeUrl();
    step(browser);
    return QUrl::fromEncoded(browser.page.headers.value("Location"));
}

void SignInRig::answer(Browser &browser, const QByteArray &word, const QByteArray &origin)
{
    static const QRegularExpression rule("name=\"token\" value=\"([^\"]+)\"");
    const QString token = rule.match(QString::fromUtf8(browser.page.body)).captured(1);
    const QMap<QString, QString> form{{"token", token}, {"answer", QString::fromLatin1(word)}};
    browse(browser, browser.address, formOf(form), origin);
}

QUrl SignInRig::authorizeUrl(const QMap<QString, QString> &changes) const
{
    QMap<QString, QString> fields{{"response_type", "code"},         {"client_id", "peerdesk"},
                                  {"redirect_uri", redirect},        {"code_challenge", codeChallengeFor(verifier)},
                                  {"code_challenge_method", "S256"}, {"state", "a state & more"}};
    merge(fields, changes);
    return QUrl::fromEncoded(m_base.toEncoded() + "/oauth/authorize?" + formOf(fields));
}

QUrlQuery SignInRig::signIn()
{
    Browser browser;
    browse(browser, authorizeUrl());
    answer(browser, "allow", "https://peering.as64496.example");
    return answerOf(browser);
}

HttpResponse SignInRig::post(const QString &path, const QMap<QString, QString> &form)
{
    HttpRequest request(local(QUrl(m_base.toString() + path)), "POST");
    request.headers.append("Content-Type", "application/x-www-form-urlencoded");
    request.body = formOf(form);
    return send(request);
}

HttpResponse SignInRig::redeem(const QString &code, const QMap<QString, QString> &changes)
{
    QMap<QString, QString> fields{{"grant_type", "authorization_code"},
                                  {"client_id", "peerdesk"},
                                  {"code", code},
                                  {"redirect_uri", redirect},
                                  {"code_verifier", verifier}};
    merge(fields, changes);
    return post("/oauth/token", fields);
}

HttpResponse SignInRig::refresh(const QString &token)
{
    return post("/oauth/token", {{"grant_type", "refresh_token"}, {"client_id", "peerdesk"}, {"refresh_token", token}});
}

QJsonObject SignInRig::tokens()
{
    return body(redeem(signIn().queryItemValue("code")));
}

HttpResponse SignInRig::get(const QString &path, const QString &bearer)
{
    HttpRequest request(local(QUrl(m_base.resolved(QUrl(path)))));
    if (!bearer.isEmpty())
        request.headers.append("Authorization", "Bearer " + bearer.toLatin1());
    return send(request);
}

QJsonObject SignInRig::body(const HttpResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QString SignInRig::errorOf(const HttpResponse &response)
{
    const QJsonObject object = body(response);
    return QStringLiteral("%1 %2: %3")
        .arg(response.status)
        .arg(object["error"].toString(), object["error_description"].toString());
}

} // namespace peerdesk::test
