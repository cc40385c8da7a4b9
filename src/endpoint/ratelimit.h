// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace peerdesk {

/// So much in a period, and up to half of it at once. What was not used does not add up further. More than half can be
/// spent at once where nothing was spent before, and is then owed.
class Rate
{
public:
    /// What somebody spent.
    struct Account
    {
        double spent = 0; ///< and time has not made up for, as of `at`
        UtcMs at = 0;
    };

    Rate(double amount, std::chrono::milliseconds period);

    /// Nothing: so much may be spent now. Otherwise how long to wait.
    [[nodiscard]] std::optional<std::chrono::seconds> waitFor(const Account &account, UtcMs now,
                                                              double amount = 1) const;
    void spend(Account &account, UtcMs now, double amount = 1) const;
    /// As if nothing had ever been spent.
    [[nodiscard]] bool isClear(const Account &account, UtcMs now) const { return spentAt(account, now) <= 0; }

private:
    [[nodiscard]] double spentAt(const Account &account, UtcMs now) const;

    double m_perMs;
    double m_atOnce;
};

/// The same for each key. Keys that owe nothing are forgotten, so that memory is bounded by who called lately.
class RateLimit
{
public:
    RateLimit(double amount, std::chrono::milliseconds period);

    [[nodiscard]] std::optional<std::chrono::seconds> waitFor(const QString &key, UtcMs now, double amount = 1) const;
    void spend(const QString &key, UtcMs now, double amount = 1);

    [[nodiscard]] qsizetype keyCount() const { return m_accounts.size(); }

private:
    const Rate m_rate;
    QHash<QString, Rate::Account> m_accounts;
    qsizetype m_nextCleaning = 1024;
};

} // namespace peerdesk
