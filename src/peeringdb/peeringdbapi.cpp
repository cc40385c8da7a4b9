// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/peeringdbapi.h"

#include "http/httpclient.h"
#include "peeringdb/mirrortables.h"

#include <QCoroTimer>

#include <QUrlQuery>

#include <algorithm>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto anonymousInterval = 3s;     // 20 queries a minute
constexpr auto authenticatedInterval = 2s; // 40 a minute, and never closer than 2 s
constexpr auto longestPatience = 2min;     // of a Retry-After that is waited for instead of reported
constexpr int mostAttempts = 3;
constexpr qint64 largestAnswer = qint64(512) * 1024 * 1024;

QUrl below(const QUrl &base, const QString &name)
{
    QUrl url = base;
    QString path = base.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + QLatin1Char('/') + name);
    return url;
}

Error statusError(const HttpResponse &response, const QUrl &url, UtcMs now)
{
    Error error(errorKindOfStatus(response.status),
                QStringLiteral("%1 answered %2").arg(url.toString(QUrl::RemoveUserInfo)).arg(response.status));
    error.retryAfter = retryAfter(response, now);
    return error;
}

} // namespace

PeeringDbApi::PeeringDbApi(HttpClient &http, const Clock &clock, PeeringDbSettings settings)
    : m_http(http)
    , m_clock(clock)
    , m_settings(std::move(settings))
{
}

std::chrono::milliseconds PeeringDbApi::untilNextQuery() const
{
    std::chrono::milliseconds interval = m_settings.queryInterval;
    if (interval == 0ms)
        interval = hasKey() ? authenticatedInterval : anonymousInterval;
    if (m_lastQuery == 0)
        return 0ms;
    return std::clamp<std::chrono::milliseconds>(interval - std::chrono::milliseconds(m_clock.now() - m_lastQuery), 0ms,
                                                 interval);
}

QCoro::Task<Result<void>> PeeringDbApi::pause(std::chrono::milliseconds time, MirrorProgress step,
                                              MirrorProgressSink sink, std::stop_token stop)
{
    step.phase = MirrorProgress::Phase::Waiting;
    step.total = std::chrono::ceil<std::chrono::seconds>(time).count();
    step.done = 0;
    // In slices, so that Cancel is heard and the wait is seen to go on.
    for (auto left = time; left > 0ms; left -= 250ms) {
        if (stop.stop_requested())
            co_return Error(ErrorKind::Cancelled);
        step.done = step.total - std::chrono::ceil<std::chrono::seconds>(left).count();
        if (sink)
            sink(step);
        const std::chrono::milliseconds slice = std::min<std::chrono::milliseconds>(left, 250ms);
        co_await QCoro::sleepFor(slice);
    }
    if (stop.stop_requested())
        co_return Error(ErrorKind::Cancelled);
    co_return Result<void>();
}

QCoro::Task<Result<bool>> PeeringDbApi::fetchDump(const MirrorTable *table, QString file, MirrorProgress step,
                                                  MirrorProgressSink sink, std::stop_token stop)
{
    step.phase = MirrorProgress::Phase::Fetching;
    const QString type = table->name();
    HttpRequest request(table->needsKey ? below(m_settings.api, type)
                                        : below(m_settings.dumps, type + QLatin1String("-0.json")));
    if (table->needsKey)
        request.headers.append("Authorization", "Api-Key " + m_settings.apiKey.reveal());
    HttpCall call;
    call.totalTimeout = 15min;
    call.maxBody = largestAnswer;
    call.cancel = stop;
    call.progress = [step, sink](qint64 received, qint64 total) mutable {
        step.done = received;
        step.total = total;
        if (sink)
            sink(step);
    };
    const auto response = co_await m_http.download(request, file, call);
    if (!response)
        co_return response.error();
    if (table->needsKey)
        m_lastQuery = m_clock.now();
    if (response->status == 404 && !table->essential)
        co_return false;
    if (!response->isSuccess())
        co_return statusError(*response, request.url, m_clock.now());
    co_return true;
}

QCoro::Task<Result<Dump>> PeeringDbApi::fetchChanges(const MirrorTable *table, qint64 since, MirrorProgress step,
                                                     MirrorProgressSink sink, std::stop_token stop)
{
    const QString type = table->name();
    QUrl url = below(m_settings.api, type);
    // Without a time the whole list is asked for: a `since` long past makes PeeringDB dig out its whole
    // history.
    if (since > 0) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("since"), QString::number(since));
        url.setQuery(query);
    }
    HttpRequest request(url);
    if (hasKey())
        request.headers.append("Authorization", "Api-Key " + m_settings.apiKey.reveal());
    HttpCall call;
    call.totalTimeout = 5min;
    call.maxBody = largestAnswer;
    call.cancel = stop;
    std::chrono::milliseconds wait = untilNextQuery();
    for (int attempt = 1;; ++attempt) {
        const auto waited = co_await pause(wait, step, sink, stop);
        if (!waited)
            co_return waited.error();
        step.phase = MirrorProgress::Phase::Fetching;
        if (sink)
            sink(step);
        m_lastQuery = m_clock.now();
        const auto response = co_await m_http.send(request, call);
        if (!response)
            co_return response.error();
        if (response->isSuccess())
            co_return Dump::fromBytes(response->body, type);
        const Error error = statusError(*response, url, m_clock.now());
        if (response->status != 429 || attempt == mostAttempts || error.retryAfter.value_or(1min) > longestPatience)
            co_return error;
        wait = std::max<std::chrono::milliseconds>(error.retryAfter.value_or(1min), untilNextQuery());
    }
}

} // namespace peerdesk
