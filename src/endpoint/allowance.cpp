// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/allowance.h"

namespace peerdesk {
namespace {

constexpr std::chrono::seconds seatWait{1};

} // namespace

Allowance::Allowance(QByteArray kind, QString words, const Rates &rates)
    : m_kind(std::move(kind))
    , m_words(std::move(words))
    , m_rates(rates)
    , m_requests(rates.requestsPerMinute, std::chrono::minutes(1))
    , m_bytes(static_cast<double>(rates.bytesPerMinute), std::chrono::minutes(1))
    , m_sessions(rates.sessionsPerHour, std::chrono::hours(1))
    , m_open(std::make_shared<QHash<QString, int>>())
{
}

void Allowance::setRates(const Rates &rates)
{
    m_rates = rates;
    m_requests.setRate(rates.requestsPerMinute, std::chrono::minutes(1));
    m_bytes.setRate(static_cast<double>(rates.bytesPerMinute), std::chrono::minutes(1));
    m_sessions.setRate(rates.sessionsPerHour, std::chrono::hours(1));
}

Result<Allowance::Seat> Allowance::admit(const QString &key, qint64 bytes, UtcMs now)
{
    if (m_open->value(key) >= m_rates.openRequests)
        return refuse("open", QStringLiteral("Too many requests are open"), seatWait);
    if (const auto wait = m_requests.waitFor(key, now))
        return refuse("requests", QStringLiteral("Too many requests"), *wait);
    if (const auto wait = m_bytes.waitFor(key, now, static_cast<double>(bytes)); wait && bytes > 0)
        return refuse("bytes", QStringLiteral("Too many bytes"), *wait);
    m_requests.spend(key, now);
    if (bytes > 0)
        m_bytes.spend(key, now, static_cast<double>(bytes));
    ++(*m_open)[key];
    const auto giveBack = [open = m_open, key](void *) {
        if (const auto count = open->find(key); count != open->end() && --*count == 0)
            open->erase(count);
    };
    return Seat(m_open.get(), giveBack);
}

Result<void> Allowance::askFor(const QString &key, qsizetype sessions, UtcMs now)
{
    const auto amount = static_cast<double>(sessions);
    if (const auto wait = m_sessions.waitFor(key, now, amount))
        return refuse("sessions", QStringLiteral("Too many sessions were asked for"), *wait);
    m_sessions.spend(key, now, amount);
    return {};
}

Error Allowance::refuse(const QByteArray &what, const QString &words, std::chrono::seconds wait)
{
    ++m_refusals[m_kind + '-' + what];
    Error error(ErrorKind::Throttled, words + u' ' + m_words);
    error.retryAfter = wait;
    return error;
}

} // namespace peerdesk
