// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keykeeper.h"

#include "rak/addressspace.h"
#include "rak/issuer.h"
#include "rak/keybook.h"
#include "storage/database.h"
#include "storage/rakholderstore.h"
#include "storage/rakjournalstore.h"

#include <QCoroFuture>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr int slice = 50; // a job takes 20 ms or less
constexpr int renewsAtPercent = 10;
constexpr UtcMs anHour = 60 * 60 * 1000;
constexpr UtcMs aDay = 24 * anHour;
const QString itself = QStringLiteral("peerdeskd");

/// Applies a step to each key; the number of keys.
template<class Step> Result<int> each(const Result<QList<StoredKey>> &keys, Step step)
{
    if (!keys)
        return keys.error();
    for (const StoredKey &key : *keys) {
        if (const auto done = step(key); !done)
            return done.error();
    }
    return static_cast<int>(keys->size());
}

Result<StoredKey> renewed(QSqlDatabase &database, KeyBook &book, StoredKey key, UtcMs now)
{
    const auto ranges = RakHolderStore(database).resources(key.holderId);
    if (!ranges)
        return ranges.error();
    if (outside(spaceIn(*ranges), termsOf(key, Registry::RipeTest).prefixes).isEmpty())
        return book.renew(key, std::min(now + key.life, latestExpiry(now)) / 1000 * 1000);
    return book.setRenewing(key, false); // it ends when it ends, and its holder hears of it
}

} // namespace

KeyKeeper::KeyKeeper(Database &database, const Clock &clock, IssuerRules rules)
    : m_database(database)
    , m_clock(clock)
    , m_rules(std::move(rules))
{
    std::sort(m_rules.reminderDays.begin(), m_rules.reminderDays.end());
}

QCoro::Task<Result<void>> KeyKeeper::begin()
{
    auto future = m_database.write([registry = static_cast<int>(m_rules.registry)](QSqlDatabase &database) {
        return RakJournalStore(database).begin(registry);
    });
    co_return co_await future;
}

/// Other writes come between the slices. `job` gives how many keys it changed.
template<class Job> QCoro::Task<Result<void>> KeyKeeper::inSlices(Job job)
{
    int changed = slice;
    while (changed >= slice) {
        auto future = m_database.write(job);
        const auto done = co_await future;
        if (!done)
            co_return done.error();
        changed = *done;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> KeyKeeper::tend()
{
    if (m_tending)
        co_return Result<void>();
    m_tending = true;
    const UtcMs now = m_clock.now();
    const IssuerRules rules = m_rules;
    const auto expire = [now, rules](QSqlDatabase &database) -> Result<int> {
        KeyBook book(database, rules, now, itself);
        return each(RakKeyStore(database).ended(now, slice),
                    [&book](const StoredKey &key) { return book.expire(key); });
    };
    const auto renew = [now, rules](QSqlDatabase &database) -> Result<int> {
        KeyBook book(database, rules, now, itself);
        return each(RakKeyStore(database).renewing(now, renewsAtPercent, slice),
                    [&](const StoredKey &key) { return renewed(database, book, key, now); });
    };
    const auto forget = [now, rules](QSqlDatabase &database) -> Result<int> {
        if (const auto purged = RakKeyStore(database).purgeIssuances(now - anHour, now - aDay); !purged)
            return purged.error();
        const UtcMs before = now - std::chrono::milliseconds(rules.journal).count();
        const auto more = RakJournalStore(database).purge(before, 20 * slice);
        if (!more)
            return more.error();
        return *more ? slice : 0;
    };
    auto expiring = inSlices(expire);
    Result<void> result = co_await expiring;
    if (result) {
        auto renewing = inSlices(renew);
        result = co_await renewing;
    }
    for (const int days : rules.reminderDays) { // the fewest first: of several that are due, one is written
        if (!result)
            break;
        const auto remind = [now, rules, days](QSqlDatabase &database) -> Result<int> {
            KeyBook book(database, rules, now, itself);
            return each(RakKeyStore(database).unreminded(now + days * aDay, days, slice),
                        [&book, days](const StoredKey &key) { return book.remind(key, days); });
        };
        auto reminding = inSlices(remind);
        result = co_await reminding;
    }
    if (result) {
        auto forgetting = inSlices(forget);
        result = co_await forgetting;
    }
    m_tending = false;
    co_return result;
}

} // namespace peerdesk
