// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwkscache.h"

#include "base/logging.h"
#include "http/httpclient.h"

#include <QCoroFuture>
#include <QPromise>

#include <memory>

namespace peerdesk {
namespace {

constexpr UtcMs hour = 60 * 60 * 1000;
constexpr UtcMs refreshAfter = hour;
constexpr UtcMs giveUpAfter = 24 * hour;
constexpr UtcMs betweenTries = 30 * 1000;
constexpr qint64 maxSetBytes = 256 * 1024;

} // namespace

JwksCache::JwksCache(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

bool JwksCache::isDue(const Entry &entry, const QString &keyId) const
{
    const UtcMs now = m_clock.now();
    // A clock that was set back makes the past of no use: then it is as if nothing had been tried.
    if (entry.triedAt != 0 && now >= entry.triedAt && now - entry.triedAt < betweenTries)
        return false;
    const bool isOld = now < entry.fetchedAt || now - entry.fetchedAt > refreshAfter;
    return entry.fetchedAt == 0 || isOld || !entry.set.knows(keyId);
}

QCoro::Task<Result<Jwks>> JwksCache::keys(QUrl address, QString keyId)
{
    if (m_entries[address].fetch.isFinished() && isDue(m_entries[address], keyId)) {
        m_entries[address].triedAt = m_clock.now();
        auto done = std::make_shared<QPromise<void>>();
        done->start();
        m_entries[address].fetch = done->future();
        auto task = fetch(address);
        co_await task;
        done->finish();
    } else if (!m_entries[address].fetch.isFinished()) {
        QFuture<void> underWay = m_entries[address].fetch;
        co_await underWay;
    }
    const Entry entry = m_entries.value(address);
    if (entry.fetchedAt == 0 || m_clock.now() - entry.fetchedAt > giveUpAfter)
        co_return Error(ErrorKind::Unavailable, QStringLiteral("the issuer's keys cannot be fetched"));
    co_return entry.set;
}

QCoro::Task<void> JwksCache::fetch(QUrl address)
{
    HttpRequest request(address);
    request.headers.append("Accept", "application/json");
    HttpCall call;
    call.totalTimeout = std::chrono::seconds(10);
    call.maxBody = maxSetBytes;
    const auto response = co_await m_http.send(request, call);
    if (!response || !response->isSuccess()) {
        qCWarning(lcAuth) << "cannot fetch keys from" << address.toDisplayString()
                          << (response ? QString::number(response->status) : response.error().detail);
        co_return;
    }
    const auto set = Jwks::parse(response->body);
    if (!set || set->isEmpty()) {
        qCWarning(lcAuth) << "no usable key at" << address.toDisplayString();
        co_return;
    }
    m_entries[address].set = *set;
    m_entries[address].fetchedAt = m_clock.now();
}

} // namespace peerdesk
