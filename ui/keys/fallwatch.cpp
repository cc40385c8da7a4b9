// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/fallwatch.h"

#include "workflow/keys/keys.h"

#include <algorithm>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto askAgainEvery = 5s;
constexpr UtcMs watchFor = 180'000; // an issuer's news are usually asked for every minute: twice, and some more

bool isAnswered(const QList<RegisteredRoute> &routes, const QString &reference)
{
    return std::any_of(routes.begin(), routes.end(), [&reference](const RegisteredRoute &route) {
        return !route.hidden && route.keyReference == reference;
    });
}

} // namespace

FallWatch::FallWatch(Keys &keys, const Clock &clock, const QList<RegisteredRoute> &known, std::function<void()> ask)
    : m_clock(clock)
    , m_known(known)
    , m_ask(std::move(ask))
{
    m_pace.setInterval(askAgainEvery);
    connect(&m_pace, &QTimer::timeout, this, &FallWatch::look);
    connect(&keys, &Keys::ended, this, [this](const QString &reference) {
        m_ended.append(reference);
        m_until = m_clock.now() + watchFor;
        m_pace.start();
    });
}

void FallWatch::look()
{
    m_ended.removeIf([this](const QString &reference) { return !isAnswered(m_known, reference); });
    if (m_ended.isEmpty() || m_clock.now() > m_until) {
        m_ended.clear();
        m_pace.stop();
    } else {
        m_ask();
    }
}

} // namespace peerdesk
