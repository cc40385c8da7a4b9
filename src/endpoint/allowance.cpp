// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/allowance.h"

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds seatWait{1};

} // namespace

Allowance::Seat::Seat(std::shared_ptr<Callers> callers, QString key)
    : m_callers(std::move(callers))
    , m_key(std::move(key))
{
    ++m_callers->at(m_key).open;
}

Allowance::Seat::~Seat()
{
    if (m_callers)
        --m_callers->at(m_key).open;
}

Allowance::Allowance(QByteArray kind, QString words, const Rates &rates)
    : m_kind(std::move(kind))
    , m_words(std::move(words))
    , m_openAtMost(rates.openRequests)
    , m_requests(rates.requestsPerMinute, 1min)
    , m_bytes(static_cast<double>(rates.bytesPerMinute), 1min)
    , m_sessions(rates.sessionsPerHour, 1h)
    , m_callers(std::make_shared<Callers>())
{
}

void Allowance::setRates(const Rates &rates)
{
    m_openAtMost = rates.openRequests;
    m_requests = Rate(rates.requestsPerMinute, 1min);
    m_bytes = Rate(static_cast<double>(rates.bytesPerMinute), 1min);
    m_sessions = Rate(rates.sessionsPerHour, 1h);
}

Result<Allowance::Seat> Allowance::admit(const QString &key, qint64 bytes, UtcMs now)
{
    Spent &spent = of(key, now);
    if (spent.open >= m_openAtMost)
        return refuse("open", QStringLiteral("Too many requests are open"), seatWait);
    if (const auto wait = m_requests.waitFor(spent.requests, now))
        return refuse("requests", QStringLiteral("Too many requests"), *wait);
    if (const auto wait = m_bytes.waitFor(spent.bytes, now, static_cast<double>(bytes)); wait && bytes > 0)
        return refuse("bytes", QStringLiteral("Too many bytes"), *wait);
    m_requests.spend(spent.requests, now);
    m_bytes.spend(spent.bytes, now, static_cast<double>(bytes));
    return Seat(m_callers, key);
}

void Allowance::owe(const QString &key, qint64 bytes, UtcMs now)
{
    m_bytes.spend(of(key, now).bytes, now, static_cast<double>(bytes));
}

Result<void> Allowance::askFor(const QString &key, qsizetype sessions, UtcMs now)
{
    const auto amount = static_cast<double>(sessions);
    Spent &spent = of(key, now);
    if (const auto wait = m_sessions.waitFor(spent.sessions, now, amount))
        return refuse("sessions", QStringLiteral("Too many sessions were asked for"), *wait);
    m_sessions.spend(spent.sessions, now, amount);
    return {};
}

/// Holds until the next call.
Allowance::Spent &Allowance::of(const QString &key, UtcMs now)
{
    return m_callers->of(key, [this, now](const Spent &spent) { return isClear(spent, now); });
}

bool Allowance::isClear(const Spent &spent, UtcMs now) const
{
    return spent.open == 0 && m_requests.isClear(spent.requests, now) && m_bytes.isClear(spent.bytes, now)
           && m_sessions.isClear(spent.sessions, now);
}

Error Allowance::refuse(const QByteArray &what, const QString &words, std::chrono::seconds wait)
{
    ++m_refusals[m_kind + '-' + what];
    Error error(ErrorKind::Throttled, words + u' ' + m_words);
    error.retryAfter = wait;
    return error;
}

} // namespace peerdesk
