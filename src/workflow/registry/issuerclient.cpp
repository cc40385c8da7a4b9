// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/registry/issuerclient.h"

#include "auth/jwkscache.h"
#include "http/httpclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr qsizetype maxStatement = 2 * 1024 * 1024;
constexpr int newsAtOnce = 500;

Error unreadableAnswer(const QString &issuer)
{
    return Error(ErrorKind::Protocol, QStringLiteral("%1 answers what cannot be read").arg(issuer));
}

QUrl below(const QUrl &api, const QString &path)
{
    QUrl url = api;
    QString base = api.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + QStringLiteral("/rak/v1/") + path);
    return url;
}

/// RFC 9457: the detail of a problem, as the issuer says it.
Error problemIn(const HttpResponse &response, const QString &issuer, UtcMs now)
{
    const QJsonObject problem = QJsonDocument::fromJson(response.body).object();
    const QString words = problem.value(QLatin1String("detail")).toString();
    Error told(errorKindOfStatus(response.status),
               QStringLiteral("%1 answers %2%3")
                   .arg(issuer)
                   .arg(response.status)
                   .arg(words.isEmpty() ? QString() : QStringLiteral(": ") + words.left(200)));
    told.retryAfter = retryAfter(response, now);
    return told;
}

/// Of a 200; the issuer's own words for anything else.
Result<QJsonObject> objectIn(const Result<HttpResponse> &response, const QString &issuer, UtcMs now)
{
    if (!response)
        return response.error();
    if (response->status != 200)
        return problemIn(*response, issuer, now);
    const QJsonDocument document = QJsonDocument::fromJson(response->body);
    return document.isObject() ? Result<QJsonObject>(document.object()) : unreadableAnswer(issuer);
}

} // namespace

IssuerClient::IssuerClient(HttpClient &http, JwksCache &keys, const Clock &clock, QList<KeyIssuer> issuers)
    : m_http(http)
    , m_keys(keys)
    , m_clock(clock)
    , m_issuers(std::move(issuers))
{
}

IssuerCalls IssuerClient::calls()
{
    IssuerCalls calls;
    calls.verify = [this](BearerKey key) { return verify(std::move(key)); };
    calls.check = [this](Registry registry, QByteArray statement) { return check(registry, std::move(statement)); };
    calls.status = [this](KeyReference reference, Serial known) { return status(reference, known); };
    calls.news = [this](Registry registry, qint64 since) { return news(registry, since); };
    return calls;
}

QCoro::Task<Result<CheckedKey>> IssuerClient::verify(BearerKey key)
{
    const auto issuer = issuerOf(key.reference.registry);
    if (!issuer)
        co_return issuer.error();
    HttpRequest request(below(issuer->api, QStringLiteral("verify")), QByteArrayLiteral("POST"));
    request.headers.set("Content-Type", "application/json");
    request.body = "{\"key\":\"" + key.toText().reveal() + "\"}"; // digits, letters and dashes
    auto sending = send(*issuer, request);
    const auto response = co_await sending;
    const auto answer = objectIn(response, issuer->issuer, m_clock.now());
    if (!answer && answer.error().kind == ErrorKind::NotFound)
        co_return Error(ErrorKind::Denied, QStringLiteral("%1 knows no such key").arg(issuer->issuer));
    if (!answer)
        co_return answer.error();
    auto checking = checked(*issuer, answer->value(QLatin1String("statement")).toString().toLatin1(), Serial());
    const auto told = co_await checking;
    if (told && told->statement.terms.reference != key.reference)
        co_return unreadableAnswer(issuer->issuer);
    co_return told;
}

QCoro::Task<Result<CheckedKey>> IssuerClient::check(Registry registry, QByteArray statement)
{
    const auto issuer = issuerOf(registry);
    if (!issuer)
        co_return issuer.error();
    auto checking = checked(*issuer, statement, Serial());
    co_return co_await checking;
}

QCoro::Task<Result<CheckedKey>> IssuerClient::status(KeyReference reference, Serial known)
{
    const auto issuer = issuerOf(reference.registry);
    if (!issuer)
        co_return issuer.error();
    const HttpRequest request(below(issuer->api, QStringLiteral("status/") + reference.toString()));
    auto sending = send(*issuer, request);
    const auto response = co_await sending;
    const auto answer = objectIn(response, issuer->issuer, m_clock.now());
    if (!answer)
        co_return answer.error();
    auto checking = checked(*issuer, answer->value(QLatin1String("statement")).toString().toLatin1(), known);
    const auto told = co_await checking;
    if (told && told->statement.terms.reference != reference)
        co_return unreadableAnswer(issuer->issuer);
    co_return told;
}

QCoro::Task<Result<IssuerNews>> IssuerClient::news(Registry registry, qint64 since)
{
    const auto issuer = issuerOf(registry);
    if (!issuer)
        co_return issuer.error();
    QUrl url = below(issuer->api, QStringLiteral("changes"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("since"), QString::number(since));
    query.addQueryItem(QStringLiteral("limit"), QString::number(newsAtOnce));
    url.setQuery(query);
    const HttpRequest request(url);
    auto sending = send(*issuer, request);
    const auto response = co_await sending;
    IssuerNews news;
    if (response)
        news.toldAt = fromHttpDate(response->headers.value("Date")).value_or(0);
    // "Gone": its journal does not reach from there, and may even be shorter, after its database was put back.
    news.complete = !response || response->status != 410;
    if (!news.complete) {
        const QJsonObject gone = QJsonDocument::fromJson(response->body).object();
        news.next = gone.value(QLatin1String("next")).toInteger(-1);
        co_return news.next < 0 ? Result<IssuerNews>(unreadableAnswer(issuer->issuer)) : Result<IssuerNews>(news);
    }
    const auto answer = objectIn(response, issuer->issuer, m_clock.now());
    if (!answer)
        co_return answer.error();
    news.next = answer->value(QLatin1String("next")).toInteger(-1);
    news.more = answer->value(QLatin1String("more")).toBool();
    const QJsonArray events = answer->value(QLatin1String("events")).toArray();
    if (news.next < 0)
        co_return unreadableAnswer(issuer->issuer);
    for (const QJsonValue event : events) {
        const auto reference = KeyReference::parse(event.toObject().value(QLatin1String("ref")).toString());
        if (reference && reference->registry == registry)
            news.changed.append(*reference);
    }
    co_return news;
}

Result<KeyIssuer> IssuerClient::issuerOf(Registry registry) const
{
    const auto found = std::find_if(m_issuers.begin(), m_issuers.end(),
                                    [registry](const KeyIssuer &one) { return one.registry == registry; });
    if (found == m_issuers.end())
        return Error(ErrorKind::Denied, QStringLiteral("%1 is not trusted here").arg(toText(registry)));
    return *found;
}

QCoro::Task<Result<HttpResponse>> IssuerClient::send(KeyIssuer issuer, HttpRequest request)
{
    if (!issuer.token.isEmpty())
        request.headers.set("Authorization", "Bearer " + issuer.token.reveal());
    HttpCall call;
    call.maxBody = maxStatement + 1024 * 1024;
    auto sending = m_http.send(request, call);
    co_return co_await sending;
}

QCoro::Task<Result<CheckedKey>> IssuerClient::checked(KeyIssuer issuer, QByteArray text, Serial known)
{
    const auto token = parseJwt(text.trimmed(), maxStatement);
    if (!token)
        co_return token.error();
    auto fetching = m_keys.keys(issuer.jwks, token->keyId());
    const auto keys = co_await fetching;
    if (!keys)
        co_return keys.error();
    StatementExpectations expected;
    expected.issuer = issuer.issuer;
    expected.registry = issuer.registry;
    expected.audience = issuer.audience;
    expected.known = known;
    const auto statement = checkStatement(text, *keys, expected, m_clock.now());
    if (!statement)
        co_return statement.error();
    CheckedKey key;
    key.statement = *statement;
    key.text = text.trimmed();
    co_return key;
}

} // namespace peerdesk
