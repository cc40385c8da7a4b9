// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/ratelimit.h"

#include <cmath>

namespace peerdesk {

Rate::Rate(double amount, std::chrono::milliseconds period)
    : m_perMs(amount / static_cast<double>(period.count()))
    , m_atOnce(std::max(1.0, amount / 2.0))
{
}

std::optional<std::chrono::seconds> Rate::waitFor(const Account &account, UtcMs now, double amount) const
{
    const double missing = std::min(amount, m_atOnce) + spentAt(account, now) - m_atOnce;
    if (missing <= 0)
        return std::nullopt;
    constexpr double rounding = 1e-6; // 900.0000001 seconds are 900
    return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(missing / m_perMs / 1000 - rounding)));
}

void Rate::spend(Account &account, UtcMs now, double amount) const
{
    account.spent = spentAt(account, now) + amount;
    account.at = now;
}

double Rate::spentAt(const Account &account, UtcMs now) const
{
    const auto elapsed = static_cast<double>(std::max<UtcMs>(0, now - account.at));
    return std::max(0.0, account.spent - elapsed * m_perMs);
}

RateLimit::RateLimit(double amount, std::chrono::milliseconds period)
    : m_rate(amount, period)
{
}

std::optional<std::chrono::seconds> RateLimit::waitFor(const QString &key, UtcMs now, double amount) const
{
    return m_rate.waitFor(m_accounts.value(key), now, amount);
}

void RateLimit::spend(const QString &key, UtcMs now, double amount)
{
    const auto isClear = [this, now](const Rate::Account &account) { return m_rate.isClear(account, now); };
    m_rate.spend(m_accounts.of(key, isClear), now, amount);
}

} // namespace peerdesk
