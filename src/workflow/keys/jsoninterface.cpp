// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/jsoninterface.h"

#include "http/httpclient.h"
#include "peeringapi/baseurl.h"
#include "peeringapi/clientcodec.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrlQuery>

namespace peerdesk {
namespace {

struct JsonInterfaceWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::JsonInterface)
};

HttpRequest requestOf(const QUrl &base, const JsonCall &call, const Secret &token)
{
    QUrl url = resourceUrl(base, call.path);
    QUrlQuery query;
    for (const auto &[name, value] : call.query)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    if (!query.isEmpty())
        url.setQuery(query);
    HttpRequest request(url, call.method);
    request.headers.set("Accept", "application/json");
    if (!token.isEmpty())
        request.headers.set("Authorization", "Bearer " + token.reveal());
    if (!call.idempotencyKey.isEmpty())
        request.headers.set("Idempotency-Key", call.idempotencyKey);
    if (!call.body.isEmpty()) {
        request.headers.set("Content-Type", "application/json");
        request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    }
    return request;
}

Error refusalIn(const HttpResponse &response, UtcMs now)
{
    Error error = decodeError(response.status, response.body, QString::fromLatin1(reasonPhrase(response.status)));
    error.retryAfter = retryAfter(response, now);
    // The server may have acted and been cut off from saying so.
    if (response.status == 500 || response.status == 502 || response.status == 504)
        error.kind = ErrorKind::TimedOut;
    return error;
}

} // namespace

JsonInterface::JsonInterface(HttpClient &http, const Clock &clock, TokenSource tokens)
    : m_http(http)
    , m_clock(clock)
    , m_tokens(std::move(tokens))
{
}

QCoro::Task<Result<QJsonObject>> JsonInterface::call(QUrl base, JsonCall call) const
{
    auto asking = m_tokens(base);
    const auto token = co_await asking;
    if (!token)
        co_return token.error();
    const HttpRequest request = requestOf(base, call, *token);
    auto sending = m_http.send(request);
    const auto response = co_await sending;
    if (!response)
        co_return response.error();
    if (!response->isSuccess())
        co_return refusalIn(*response, m_clock.now());
    if (response->body.isEmpty())
        co_return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(response->body);
    if (!document.isObject())
        co_return Error(ErrorKind::Protocol, JsonInterfaceWords::tr("The answer is no JSON object"));
    co_return document.object();
}

} // namespace peerdesk
