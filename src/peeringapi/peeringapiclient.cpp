// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/peeringapiclient.h"

#include "base/logging.h"
#include "http/httpclient.h"
#include "http/httpmessage.h"
#include "peeringapi/baseurl.h"
#include "peeringapi/clientcodec.h"
#include "peeringapi/fieldpath.h"
#include "peeringapi/wirejson.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>

namespace peerdesk {
namespace {

struct PeeringApiWords
{
    Q_DECLARE_TR_FUNCTIONS(PeeringApiWords)
};

constexpr int maxPages = 1000;

HttpRequest requestFor(const QUrl &url, const QByteArray &method = QByteArrayLiteral("GET"))
{
    HttpRequest request(url, method);
    request.headers.set("Accept", "application/json");
    return request;
}

Error refusalOf(const HttpResponse &response, UtcMs now)
{
    Error error = decodeError(response.status, response.body, QString::fromLatin1(reasonPhrase(response.status)));
    error.retryAfter = retryAfter(response, now);
    return error;
}

/// A refusal that speaks of single sessions has understood the batch; any other may have stumbled over its shape.
bool mayHaveStumbledOverShape(int status, const Error &error)
{
    const bool speaksOfSessions = std::any_of(error.fields.begin(), error.fields.end(), [](const FieldError &field) {
        return !field.itemId.isEmpty() || field.field.startsWith(u"sessions[");
    });
    return (status == 400 || status == 415 || status == 422) && !speaksOfSessions;
}

/// After these the server may have worked on the batch although it never said so.
bool leavesOutcomeUnknown(int status)
{
    return status == 500 || status == 502 || status == 504;
}

Dialect::BodyShape otherShape(Dialect::BodyShape shape)
{
    return shape == Dialect::BodyShape::Object ? Dialect::BodyShape::Array : Dialect::BodyShape::Object;
}

Dialect::LocationsAsn otherAsn(Dialect::LocationsAsn asn)
{
    return asn == Dialect::LocationsAsn::Own ? Dialect::LocationsAsn::Other : Dialect::LocationsAsn::Own;
}

/// What the resource of today is called in that dialect.
QString resourceName(const char *name, const char *early, const Dialect &dialect)
{
    return QString::fromLatin1(dialect.paths == Dialect::Paths::Early ? early : name);
}

/// No such resource, or none that knows the method: nothing can have been created.
bool isNotThere(int status)
{
    return status == 404 || status == 405 || status == 501;
}

/// The interface of 2023 knew bare arrays only.
Dialect inEarlyPaths(Dialect dialect)
{
    dialect.paths = Dialect::Paths::Early;
    dialect.bodyShape = Dialect::BodyShape::Array;
    return dialect;
}

/// The other side chose the id: it must not name anything but one session.
bool isSegment(const QString &remoteId)
{
    return !remoteId.isEmpty() && remoteId != u"." && remoteId != u"..";
}

Error noSuchId()
{
    return Error(ErrorKind::Protocol, PeeringApiWords::tr("The other side gave an id that cannot be asked for"));
}

} // namespace

PeeringApiClient::PeeringApiClient(HttpClient &http, const Clock &clock)
    : m_http(http)
    , m_clock(clock)
{
}

QCoro::Task<Result<HttpResponse>> PeeringApiClient::send(RemoteEndpoint endpoint, HttpRequest request)
{
    if (!endpoint.token.isEmpty())
        request.headers.set("Authorization", "Bearer " + endpoint.token.reveal());
    HttpCall call;
    call.maxBody = maxAnswerBytes;
    qCDebug(lcPeeringApi) << request.method << request.url.toString(QUrl::RemoveQuery);
    co_return co_await m_http.send(request, call);
}

template<class T, class Decode>
QCoro::Task<Result<Page<T>>> PeeringApiClient::allPages(RemoteEndpoint endpoint, QString resource, ListQuery query,
                                                        Decode decode)
{
    Page<T> all;
    QSet<QString> seen;
    std::optional<Error> refused;
    for (int pages = 0; pages < maxPages; ++pages) {
        QUrl url = resourceUrl(endpoint.baseUrl, {resource});
        url.setQuery(encodeListQuery(query));
        const HttpRequest request = requestFor(url);
        const auto response = co_await send(endpoint, request);
        if (!response)
            co_return response.error();
        if (!response->isSuccess()) {
            // One published document requires next_token on the first page too, and servers made of it refuse its
            // absence without naming it.
            if (response->status != 400 || query.nextToken)
                co_return refused.value_or(refusalOf(*response, m_clock.now()));
            refused = refusalOf(*response, m_clock.now());
            query.nextToken = QString();
            continue;
        }
        const Result<Page<T>> page = decode(response->body);
        if (!page)
            co_return page.error();
        all.items += page->items;
        all.malformed += page->malformed;
        if (page->nextToken.isEmpty())
            co_return all;
        if (seen.contains(page->nextToken) || all.items.size() > maxPages * maxPageSize)
            co_return Error(ErrorKind::Protocol, PeeringApiWords::tr("The list never ends"));
        seen.insert(page->nextToken);
        query.nextToken = page->nextToken;
    }
    co_return Error(ErrorKind::Protocol, PeeringApiWords::tr("The list never ends"));
}

QCoro::Task<Result<Page<Location>>> PeeringApiClient::locationPages(RemoteEndpoint endpoint)
{
    ListQuery query;
    query.asn = endpoint.dialect.locationsAsn == Dialect::LocationsAsn::Own ? endpoint.ownAsn : endpoint.otherAsn;
    query.maxResults = maxPageSize;
    const QString resource = resourceName("locations", "list_locations", endpoint.dialect);
    const auto decode = &decodeLocationPage;
    co_return co_await allPages<Location>(endpoint, resource, query, decode);
}

QCoro::Task<Result<Spoken<Page<Location>>>> PeeringApiClient::locations(RemoteEndpoint endpoint)
{
    auto first = co_await locationPages(endpoint);
    if (!first && first.error().kind == ErrorKind::NotFound && endpoint.dialect.paths == Dialect::Paths::Current) {
        RemoteEndpoint early = endpoint;
        early.dialect = inEarlyPaths(endpoint.dialect);
        const auto found = co_await locationPages(early);
        if (found) {
            first = found;
            endpoint = early;
        }
    }
    const bool isUnhelpful =
        first ? first->items.isEmpty()
              : first.error().kind == ErrorKind::Invalid || first.error().kind == ErrorKind::NotFound;
    if (isUnhelpful) {
        RemoteEndpoint turned = endpoint;
        turned.dialect.locationsAsn = otherAsn(endpoint.dialect.locationsAsn);
        const auto second = co_await locationPages(turned);
        if (second && !second->items.isEmpty())
            co_return Spoken<Page<Location>>{*second, turned.dialect};
    }
    if (!first)
        co_return first.error();
    co_return Spoken<Page<Location>>{*first, endpoint.dialect};
}

QCoro::Task<PeeringApiClient::Attempt> PeeringApiClient::post(RemoteEndpoint endpoint, CreateRequest request)
{
    const QString resource = resourceName("sessions", "add_sessions", endpoint.dialect);
    HttpRequest http = requestFor(resourceUrl(endpoint.baseUrl, {resource}), QByteArrayLiteral("POST"));
    http.headers.set("Content-Type", "application/json");
    http.body = encodeCreateRequest(request, endpoint.dialect);
    const auto response = co_await send(endpoint, http);
    if (!response)
        co_return Attempt{response.error()};
    // 300 was the earlier drafts' "modified"; 207 is in none, and yet it is clear what it means.
    if (response->isSuccess() || response->status == 300)
        co_return Attempt{decodeCreateAnswer(response->body, request, endpoint.membership())};
    Error error = refusalOf(*response, m_clock.now());
    if (leavesOutcomeUnknown(response->status))
        error.kind = ErrorKind::TimedOut;
    assignItems(error.fields, request.proposals);
    const bool stumbled = mayHaveStumbledOverShape(response->status, error);
    co_return Attempt{error, stumbled, isNotThere(response->status)};
}

QCoro::Task<Result<Spoken<CreateAnswer>>> PeeringApiClient::createSessions(RemoteEndpoint endpoint,
                                                                           CreateRequest request)
{
    const Attempt first = co_await post(endpoint, request);
    if (first.result)
        co_return Spoken<CreateAnswer>{*first.result, endpoint.dialect};
    const bool mayBeEarly = first.notThere && endpoint.dialect.paths == Dialect::Paths::Current;
    if (!first.stumbled && !mayBeEarly)
        co_return first.result.error();
    RemoteEndpoint reshaped = endpoint;
    if (mayBeEarly)
        reshaped.dialect = inEarlyPaths(endpoint.dialect);
    else
        reshaped.dialect.bodyShape = otherShape(endpoint.dialect.bodyShape);
    const Attempt second = co_await post(reshaped, request);
    if (second.result)
        co_return Spoken<CreateAnswer>{*second.result, reshaped.dialect};
    // Whichever refusal has understood the batch knows better why; and once something may have been created, that
    // is the news.
    co_return second.stumbled || second.notThere ? first.result.error() : second.result.error();
}

QCoro::Task<Result<Page<RemoteSession>>> PeeringApiClient::sessions(RemoteEndpoint endpoint, QString requestId)
{
    ListQuery query;
    query.asn = endpoint.ownAsn;
    query.maxResults = maxPageSize;
    query.requestId = requestId;
    const QString resource = resourceName("sessions", "get_status", endpoint.dialect);
    const auto decode = [membership = endpoint.membership()](const QByteArray &body) {
        return decodeSessionPage(body, membership);
    };
    co_return co_await allPages<RemoteSession>(endpoint, resource, query, decode);
}

QCoro::Task<Result<RemoteSession>> PeeringApiClient::session(RemoteEndpoint endpoint, QString remoteId)
{
    if (!isSegment(remoteId))
        co_return noSuchId();
    if (endpoint.dialect.paths == Dialect::Paths::Early) {
        const auto listed = co_await sessions(endpoint);
        if (!listed)
            co_return listed.error();
        const auto found = std::find_if(listed->items.begin(), listed->items.end(),
                                        [&remoteId](const RemoteSession &one) { return one.remoteId == remoteId; });
        if (found == listed->items.end())
            co_return Error(ErrorKind::NotFound, PeeringApiWords::tr("The list does not have the session"));
        co_return *found;
    }
    const HttpRequest request = requestFor(resourceUrl(endpoint.baseUrl, {QStringLiteral("sessions"), remoteId}));
    const auto response = co_await send(endpoint, request);
    if (!response)
        co_return response.error();
    if (!response->isSuccess())
        co_return refusalOf(*response, m_clock.now());
    co_return decodeSession(response->body, endpoint.membership());
}

QCoro::Task<Result<void>> PeeringApiClient::deleteSession(RemoteEndpoint endpoint, QString remoteId)
{
    if (!isSegment(remoteId))
        co_return noSuchId();
    if (endpoint.dialect.paths == Dialect::Paths::Early)
        co_return Error(
            ErrorKind::NeedsHuman,
            PeeringApiWords::tr("The endpoint speaks the interface of 2023, which cannot take a session back"));
    const HttpRequest request =
        requestFor(resourceUrl(endpoint.baseUrl, {QStringLiteral("sessions"), remoteId}), QByteArrayLiteral("DELETE"));
    const auto response = co_await send(endpoint, request);
    if (!response)
        co_return response.error();
    if (response->isSuccess())
        co_return Result<void>();
    Error error = refusalOf(*response, m_clock.now());
    if (leavesOutcomeUnknown(response->status))
        error.kind = ErrorKind::TimedOut;
    co_return error;
}

} // namespace peerdesk
