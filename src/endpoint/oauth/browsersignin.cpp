// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/browsersignin.h"

#include "auth/randomword.h"
#include "auth/scope.h"
#include "auth/wellknown.h"
#include "base/logging.h"
#include "endpoint/oauth/formfields.h"
#include "endpoint/oauth/pages.h"
#include "peering/asn.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace peerdesk {
namespace {

constexpr qsizetype longestState = 512;

struct BrowserWords
{
    Q_DECLARE_TR_FUNCTIONS(BrowserSignIn)
};

/// http://127.0.0.1:PORT/cb or http://[::1]:PORT/cb and nothing else (RFC 8252 sections 7.3 and 8.3; RFC 9700 section
/// 4.1.3: compared as text, never taken apart and put together again).
bool isLoopbackRedirect(const QString &redirect)
{
    static const QRegularExpression rule(
        QStringLiteral("\\Ahttp://(127\\.0\\.0\\.1|\\[::1\\]):([1-9][0-9]{0,4})/cb\\z"));
    const auto match = rule.match(redirect);
    return match.hasMatch() && match.captured(2).toInt() <= 65535;
}

QString programOf(const BrowserVisit &visit)
{
    return QUrl(visit.redirect).authority();
}

QByteArray queryOf(const HttpRequest &request)
{
    return request.url.query(QUrl::FullyEncoded).toLatin1();
}

HttpResponse notThisSignIn()
{
    return messagePage(
        400, BrowserWords::tr("Not this sign-in"),
        BrowserWords::tr(
            "This page belongs to no sign-in of this browser, or it took too long. Start again in Peerdesk."));
}

QStringList networksOf(const Grant &grant)
{
    const Identity person = Identity::fromClaims(QJsonDocument::fromJson(grant.claims.toUtf8()).object());
    QStringList names;
    for (const NetworkRights &network : person.networks)
        names.append(QStringLiteral("%1 %2").arg(Asn(network.asn).toString(), network.name).trimmed());
    return names;
}

} // namespace

BrowserSignIn::BrowserSignIn(const QUrl &publicUrl, Database &database, Federation &federation, Grants &grants,
                             SignInCalls &calls, const Clock &clock)
    : m_publicUrl(publicUrl)
    , m_database(database)
    , m_federation(federation)
    , m_grants(grants)
    , m_calls(calls)
    , m_clock(clock)
{
}

void BrowserSignIn::addRoutes(HttpRouter &router, const QString &prefix)
{
    const auto add = [this, &router, &prefix](const char *method, const char *path, auto step) {
        router.add(method, prefix + QString::fromLatin1(path), [this, step](HttpRequest request, const QStringList &) {
            return (this->*step)(std::move(request));
        });
    };
    add("GET", "/oauth/authorize", &BrowserSignIn::authorize);
    add("GET", "/oauth/callback", &BrowserSignIn::callback);
    add("GET", "/oauth/consent", &BrowserSignIn::showConsent);
    add("POST", "/oauth/consent", &BrowserSignIn::takeConsent);
}

QUrl BrowserSignIn::own(const QString &path) const
{
    QUrl url = m_publicUrl;
    url.setPath(m_publicUrl.path() + path);
    return url;
}

std::optional<BrowserVisit> BrowserSignIn::visitOf(const HttpRequest &request) const
{
    return BrowserVisit::of(request, m_database.envelope(), m_clock.now());
}

/// What is wrong with a request whose client and redirect are right; then it may be told to the program.
QString BrowserSignIn::faultOf(const FormFields &fields, QString &code) const
{
    code = QStringLiteral("invalid_request");
    if (fields.value("response_type") != u"code") {
        code = QStringLiteral("unsupported_response_type");
        return QStringLiteral("response_type must be code");
    }
    // "plain" would be the default (RFC 7636 section 4.3): it must be said.
    if (fields.value("code_challenge_method") != u"S256" || !isCodeChallenge(fields.value("code_challenge")))
        return QStringLiteral("PKCE with S256 is needed");
    if (fields.value("state").size() > longestState)
        return QStringLiteral("state is too long");
    if (!isScopeOfOurs(fields.value("scope"))) {
        code = QStringLiteral("invalid_scope");
        return QStringLiteral("scope is not known here");
    }
    const QString resource = fields.value("resource");
    if (!resource.isEmpty() && resource != audienceOf(m_publicUrl)) {
        code = QStringLiteral("invalid_target"); // RFC 8707 section 2
        return QStringLiteral("resource is not this endpoint");
    }
    return {};
}

QCoro::Task<HttpResponse> BrowserSignIn::authorize(HttpRequest request)
{
    const auto fields = FormFields::parse(queryOf(request));
    // Nobody is redirected to an address that was not checked (RFC 9700 section 4.11.2).
    if (!fields || fields->value("client_id") != nativeClientId || !isLoopbackRedirect(fields->value("redirect_uri")))
        co_return messagePage(
            400, BrowserWords::tr("Not a sign-in of Peerdesk"),
            BrowserWords::tr("The program that opened this page is not known here, or waits for the answer "
                             "somewhere else than on this computer."));
    BrowserVisit visit;
    visit.redirect = fields->value("redirect_uri");
    visit.challenge = fields->value("code_challenge");
    visit.clientState = fields->value("state").left(longestState);
    visit.scope = isReadOnly(fields->value("scope")) ? readScope : fullScope;
    visit.until = m_clock.now() + std::chrono::milliseconds(Grants::consentLife).count();
    QString code;
    if (const QString fault = faultOf(*fields, code); !fault.isEmpty())
        co_return backToProgram(visit, "error", code, fault);
    if (const auto allowed = m_federation.isReady() ? Result<void>() : m_calls.ask(request); !allowed)
        co_return backToProgram(visit, "error", QStringLiteral("temporarily_unavailable"), allowed.error().detail);
    auto departing = depart(visit);
    co_return co_await departing;
}

QCoro::Task<HttpResponse> BrowserSignIn::depart(BrowserVisit visit)
{
    visit.verifier = randomWord();
    auto departing = m_federation.depart(own(QStringLiteral("/oauth/callback")), codeChallengeFor(visit.verifier));
    const auto departure = co_await departing;
    if (!departure) {
        qCWarning(lcEndpoint).noquote() << "no sign-in: the provider cannot be asked:" << departure.error().detail;
        co_return backToProgram(visit, "error", QStringLiteral("temporarily_unavailable"),
                                QStringLiteral("%1 cannot be reached").arg(m_federation.host()));
    }
    visit.state = departure->state;
    visit.nonce = departure->nonce;
    visit.issuer = departure->issuer;
    co_return to(departure->address, visit);
}

QCoro::Task<HttpResponse> BrowserSignIn::callback(HttpRequest request)
{
    const auto visit = visitOf(request);
    const auto fields = FormFields::parse(queryOf(request));
    // RFC 9700 section 4.7: the state is this browser's or the answer is somebody else's.
    if (!visit || !fields || visit->state.isEmpty() || !visit->grant.isEmpty()
        || !(Secret(fields->value("state")) == Secret(visit->state)))
        co_return notThisSignIn();
    if (!m_statesUsed.use(visit->state, visit->until, m_clock.now()))
        co_return notThisSignIn();
    // RFC 9700 section 4.4 and RFC 9207: an answer of another provider.
    const QString issuer = fields->value("iss");
    if (!issuer.isEmpty() && issuer != visit->issuer)
        co_return backToProgram(*visit, "error", QStringLiteral("access_denied"),
                                QStringLiteral("the answer came from another provider"));
    const QString code = fields->value("code");
    if (code.isEmpty() || !fields->value("error").isEmpty())
        co_return backToProgram(*visit, "error", QStringLiteral("access_denied"),
                                QStringLiteral("%1 did not sign the person in").arg(m_federation.host()));
    if (const auto allowed = m_calls.ask(request); !allowed)
        co_return backToProgram(*visit, "error", QStringLiteral("temporarily_unavailable"), allowed.error().detail);
    auto arriving = arrive(*visit, code);
    co_return co_await arriving;
}

QCoro::Task<HttpResponse> BrowserSignIn::arrive(BrowserVisit visit, QString code)
{
    auto arriving = m_federation.arrive(code, visit.nonce, visit.verifier, own(QStringLiteral("/oauth/callback")));
    const auto arrival = co_await arriving;
    if (!arrival) {
        qCWarning(lcEndpoint).noquote() << "a sign-in failed:" << toText(arrival.error().kind)
                                        << arrival.error().detail;
        const bool refused =
            arrival.error().kind == ErrorKind::Unauthenticated || arrival.error().kind == ErrorKind::Denied;
        co_return backToProgram(visit, "error",
                                refused ? QStringLiteral("access_denied") : QStringLiteral("temporarily_unavailable"),
                                QStringLiteral("%1 did not confirm who signed in").arg(m_federation.host()));
    }
    auto beginning = m_grants.begin(*arrival, visit.scope);
    const auto grant = co_await beginning;
    if (!grant && grant.error().kind == ErrorKind::Denied)
        co_return backToProgram(visit, "error", QStringLiteral("access_denied"), grant.error().detail);
    if (!grant)
        co_return backToProgram(visit, "error", QStringLiteral("server_error"));
    visit.state.clear();
    visit.nonce.clear();
    visit.verifier.clear();
    visit.grant = *grant;
    visit.formToken = randomWord();
    co_return to(own(QStringLiteral("/oauth/consent")), visit);
}

QCoro::Task<HttpResponse> BrowserSignIn::showConsent(HttpRequest request)
{
    const auto visit = visitOf(request);
    if (!visit || visit->grant.isEmpty())
        co_return notThisSignIn();
    auto looking = m_grants.waiting(visit->grant);
    const auto grant = co_await looking;
    if (!grant)
        co_return notThisSignIn();
    ConsentWords words;
    words.endpoint = m_publicUrl.host();
    words.person = grant->person;
    words.program = programOf(*visit);
    words.networks = networksOf(*grant);
    words.readOnly = isReadOnly(visit->scope);
    words.action = own(QStringLiteral("/oauth/consent")).path();
    words.token = visit->formToken;
    co_return consentPage(words);
}

/// A form of another site carries its own Origin, or "null"; none at all is an old browser's or a script's.
bool BrowserSignIn::isOurs(const HttpRequest &request) const
{
    const QByteArray origin = request.headers.value("Origin");
    const QString ours =
        m_publicUrl.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
    return origin.isEmpty() || QString::fromLatin1(origin) == ours;
}

QCoro::Task<HttpResponse> BrowserSignIn::takeConsent(HttpRequest request)
{
    const auto visit = visitOf(request);
    const auto fields = FormFields::parse(request.body);
    // The form's token is known to the page that we made for this browser and to nobody else.
    if (!visit || visit->grant.isEmpty() || !fields || !isOurs(request)
        || !(Secret(fields->value("token")) == Secret(visit->formToken)))
        co_return notThisSignIn();
    auto concluding = conclude(*visit, fields->value("answer") == u"allow");
    co_return co_await concluding;
}

QCoro::Task<HttpResponse> BrowserSignIn::conclude(BrowserVisit visit, bool allowed)
{
    if (!allowed) {
        auto refusing = m_grants.refuse(visit.grant);
        if (const auto refused = co_await refusing; !refused)
            qCWarning(lcEndpoint).noquote() << refused.error().detail;
        co_return backToProgram(visit, "error", QStringLiteral("access_denied"),
                                QStringLiteral("the person did not agree"));
    }
    auto agreeing = m_grants.agree(visit.grant, visit.challenge, visit.redirect);
    const auto code = co_await agreeing;
    if (!code && code.error().kind == ErrorKind::NotFound)
        co_return notThisSignIn();
    if (!code)
        co_return backToProgram(visit, "error", QStringLiteral("server_error"));
    co_return backToProgram(visit, "code", code->revealText());
}

HttpResponse BrowserSignIn::to(const QUrl &address, const BrowserVisit &visit) const
{
    const auto cookie = visit.toCookie(m_database.envelope());
    if (!cookie)
        return messagePage(500, BrowserWords::tr("No sign-in"),
                           BrowserWords::tr("The endpoint has a problem of its own."));
    HttpResponse response(303); // never 307, which would send a form on (RFC 9700 section 4.12)
    response.headers.set("Location", address.toEncoded());
    response.headers.set("Set-Cookie", *cookie);
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

/// RFC 6749 section 4.1.2, with `iss` (RFC 9207 section 2). The browser's part is over.
HttpResponse BrowserSignIn::backToProgram(const BrowserVisit &visit, const char *name, const QString &value,
                                          const QString &description) const
{
    QByteArray address = visit.redirect.toLatin1() + '?' + name + '=' + QUrl::toPercentEncoding(value);
    if (!description.isEmpty())
        address += "&error_description=" + QUrl::toPercentEncoding(description);
    if (!visit.clientState.isEmpty())
        address += "&state=" + QUrl::toPercentEncoding(visit.clientState);
    address += "&iss=" + QUrl::toPercentEncoding(m_publicUrl.toString(QUrl::FullyEncoded));
    HttpResponse response(303);
    response.headers.set("Location", address);
    response.headers.set("Set-Cookie", BrowserVisit::forgetting());
    response.headers.set("Referrer-Policy", "no-referrer"); // the code stands in the address
    return response;
}

} // namespace peerdesk
