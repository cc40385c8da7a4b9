// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QString>

#include <algorithm>
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

/// One account for each key. Those that are clear are forgotten, so that memory is bounded by who called lately.
template<class Account> class Accounts
{
public:
    /// Made if it is not there; a reference holds until the next call. `isClear` says of an account whether it may go.
    template<class IsClear> Account &of(const QString &key, const IsClear &isClear)
    {
        if (m_accounts.size() >= m_nextCleaning) {
            m_accounts.removeIf([&isClear](const auto &entry) { return isClear(entry.value()); });
            m_nextCleaning = std::max(fewest, m_accounts.size() * 2);
        }
        return m_accounts[key];
    }
    /// Of one that must not have gone.
    Account &at(const QString &key) { return m_accounts[key]; }
    [[nodiscard]] Account value(const QString &key) const { return m_accounts.value(key); }
    [[nodiscard]] qsizetype size() const { return m_accounts.size(); }

private:
    static constexpr qsizetype fewest = 1024; ///< are not worth looking through
    QHash<QString, Account> m_accounts;
    qsizetype m_nextCleaning = fewest;
};

/// A rate for each key.
class RateLimit
{
public:
    RateLimit(double amount, std::chrono::milliseconds period);

    [[nodiscard]] std::optional<std::chrono::seconds> waitFor(const QString &key, UtcMs now, double amount = 1) const;
    void spend(const QString &key, UtcMs now, double amount = 1);

    [[nodiscard]] qsizetype keyCount() const { return m_accounts.size(); }

private:
    const Rate m_rate;
    Accounts<Rate::Account> m_accounts;
};

} // namespace peerdesk
