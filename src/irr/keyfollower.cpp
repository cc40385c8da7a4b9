// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/keyfollower.h"

#include "irr/hungkeystore.h"
#include "irr/irrlog.h"
#include "storage/database.h"

#include <QCoroFuture>
#include <QScopeGuard>

#include <algorithm>
#include <vector>

namespace peerdesk {
namespace {

constexpr int keysAtOnce = 50;
constexpr int routineAtOnce = 4; ///< of them not urgent: 240 a minute, and issuers allow 300 by default
constexpr UtcMs claimLife = 2 * 60 * 1000;

/// A minute, two, four, ... after so many failures in a row.
UtcMs pauseAfterFailures(int failures)
{
    return std::min<UtcMs>(UtcMs(60'000) << std::min(failures, 8), HungKey::longestPause);
}

/// On the database's thread: what the issuer answered about a key that was claimed until `claimed`.
Result<void> keep(QSqlDatabase &database, const HungKey &before, UtcMs claimed, const Result<CheckedKey> &told,
                  UtcMs now, UtcMs poll)
{
    HungKeyStore keys(database);
    // An answer that nobody has signed ends no key, not even "there is none": our credential may be another's by now, or
    // the issuer has lost its memory.
    if (!told)
        return keys.failed(before, claimed, told.error().detail, now + pauseAfterFailures(before.failures));
    HungKey key = HungKey::of(*told, now);
    key.keepToItsEnd(before, now);
    const bool takenBack = key.standing == HungKey::Standing::Revoked || key.standing == HungKey::Standing::Withdrawn;
    if (takenBack) // as long as a person has to look at it, the issuer may correct itself
        key.nextCheckAt = now + poll;
    return keys.told(key, claimed);
}

} // namespace

KeyFollower::KeyFollower(Database &database, const Clock &clock, IssuerCalls calls, HousekeepingRules rules,
                         ClockWitness &witness)
    : m_database(database)
    , m_clock(clock)
    , m_calls(std::move(calls))
    , m_rules(std::move(rules))
    , m_witness(witness)
{
}

QCoro::Task<Result<void>> KeyFollower::run()
{
    std::vector<QCoro::Task<Result<void>>> following; // a task begins when it is made
    for (const Registry registry : m_rules.registries)
        following.push_back(follow(registry));
    Result<void> failed;
    for (auto &one : following) {
        const auto followed = co_await one;
        if (!followed)
            failed = followed;
    }
    co_return failed.ok() ? Result<void>() : Result<void>(failed.error());
}

QCoro::Task<Result<void>> KeyFollower::follow(Registry registry)
{
    if (m_following.contains(registry) || m_leftAlone.value(registry) > m_clock.now())
        co_return Result<void>();
    m_following.insert(registry);
    const auto done = qScopeGuard([this, registry] { m_following.remove(registry); });
    auto polling = poll(registry);
    if (const auto polled = co_await polling; !polled)
        co_return polled.error();
    auto checking = check(registry);
    co_return co_await checking;
}

QCoro::Task<Result<void>> KeyFollower::poll(Registry registry)
{
    const UtcMs now = m_clock.now();
    auto looking = m_database.read([](QSqlDatabase &database) { return IssuerStandingStore(database).standings(); });
    const auto standings = co_await looking;
    if (!standings)
        co_return standings.error();
    const bool due =
        std::none_of(standings->begin(), standings->end(), [this, registry, now](const IssuerStanding &one) {
            return one.registry == registry && isResting(one, now);
        });
    if (!due)
        co_return Result<void>();
    const auto claim = [this, registry, now](QSqlDatabase &database) -> Result<std::optional<IssuerStanding>> {
        IssuerStandingStore store(database);
        const auto standing = store.standing(registry);
        if (!standing)
            return standing.error();
        const auto ours = isResting(*standing, now) ? Result<bool>(false) : store.claim(*standing, now + claimLife);
        if (!ours)
            return ours.error();
        return *ours ? std::optional(*standing) : std::nullopt;
    };
    auto claiming = m_database.write(claim);
    const auto claimed = co_await claiming;
    if (!claimed || !*claimed)
        co_return claimed ? Result<void>() : Result<void>(claimed.error());
    auto asking = m_calls.news(registry, (*claimed)->sequence);
    const auto news = co_await asking;
    if (news && news->toldAt != 0) // at some time between the question and now
        m_witness.hearIssuer(registry, news->toldAt, std::clamp(news->toldAt, now, std::max(now, m_clock.now())));
    auto noting = note(**claimed, news);
    co_return co_await noting;
}

QCoro::Task<Result<void>> KeyFollower::note(IssuerStanding standing, Result<IssuerNews> news)
{
    if (!news) {
        auto failing = noteFailure(standing, news.error());
        co_return co_await failing;
    }
    const UtcMs now = m_clock.now();
    const Registry registry = standing.registry;
    if (standing.failingSince != 0)
        qCInfo(lcIrr).noquote() << toText(registry) << "answers again";
    // A journal that goes back is another one, or was tampered with: nothing it says is taken for complete.
    const bool backwards = news->next < standing.sequence;
    if (backwards)
        qCWarning(lcIrr).noquote() << toText(registry) << "has gone back from" << standing.sequence << "to"
                                   << news->next;
    const bool askAll = backwards || !news->complete || isSilent(standing, now);
    const UtcMs next = news->more ? now : now + m_rules.poll.count();
    const UtcMs since = m_witness.isDoubtful() ? 0 : now - m_rules.patience.count();
    auto writing =
        m_database.write([registry, told = *news, askAll, now, next, since](QSqlDatabase &database) -> Result<void> {
            HungKeyStore keys(database);
            for (const KeyReference &reference : told.changed) {
                if (const auto noted = keys.checkNow(reference); !noted)
                    return noted;
            }
            if (askAll) {
                if (const auto noted = keys.checkAllNow(registry); !noted)
                    return noted;
            }
            if (const auto doubted = keys.doubtFailing(registry, since); !doubted)
                return doubted;
            if (const auto mended = keys.mistrustTimesAhead(registry, now); !mended)
                return mended;
            return IssuerStandingStore(database).answered(registry, told.next, now, next);
        });
    co_return co_await writing;
}

QCoro::Task<Result<void>> KeyFollower::noteFailure(IssuerStanding standing, Error failure)
{
    const UtcMs now = m_clock.now();
    if (standing.failingSince == 0)
        qCWarning(lcIrr).noquote() << toText(standing.registry) << "does not answer:" << failure.detail;
    UtcMs next = now + m_rules.poll.count();
    if (failure.kind == ErrorKind::Throttled)
        next = std::max(next, leaveAlone(standing.registry, failure));
    const UtcMs since = isSilent(standing, now) ? now - m_rules.patience.count() : 0;
    auto failing = m_database.write(
        [registry = standing.registry, why = failure.detail, now, since, next](QSqlDatabase &database) -> Result<void> {
            const auto doubted = HungKeyStore(database).doubt(registry, since);
            return doubted ? IssuerStandingStore(database).failed(registry, why, now, next) : doubted;
        });
    co_return co_await failing;
}

UtcMs KeyFollower::leaveAlone(Registry registry, const Error &throttled)
{
    const auto wait = std::chrono::milliseconds(throttled.retryAfter.value_or(std::chrono::seconds(60))).count();
    const UtcMs until = m_clock.now() + std::clamp<UtcMs>(wait, 1000, HungKey::longestPause);
    m_leftAlone.insert(registry, until);
    return until;
}

bool KeyFollower::isResting(const IssuerStanding &standing, UtcMs now) const
{
    const UtcMs furthest = std::max({claimLife, HungKey::longestPause, UtcMs(m_rules.poll.count())});
    return standing.nextPollAt > now && standing.nextPollAt <= now + furthest + HungKey::leeway;
}

bool KeyFollower::isSilent(const IssuerStanding &standing, UtcMs now) const
{
    return !m_witness.isDoubtful() && standing.failingSince != 0
           && now - standing.failingSince >= m_rules.patience.count();
}

QCoro::Task<Result<void>> KeyFollower::check(Registry registry)
{
    const UtcMs now = m_clock.now();
    auto looking = m_database.read([registry, now](QSqlDatabase &database) -> Result<QList<HungKey>> {
        const auto standings = IssuerStandingStore(database).standings();
        if (!standings)
            return standings.error();
        // Who does not answer one question answers none.
        const bool failing = std::any_of(standings->begin(), standings->end(), [registry](const IssuerStanding &one) {
            return one.registry == registry && one.failingSince != 0;
        });
        return failing ? QList<HungKey>() : HungKeyStore(database).toCheck(registry, now, keysAtOnce);
    });
    const auto keys = co_await looking;
    if (!keys)
        co_return keys.error();
    int routine = 0;
    for (const HungKey &key : *keys) {
        if (!key.isUrgent() && ++routine > routineAtOnce)
            break;
        auto asking = ask(key);
        const auto asked = co_await asking;
        if (!asked)
            co_return asked.error();
        if (!*asked)
            break;
    }
    co_return Result<void>();
}

QCoro::Task<Result<bool>> KeyFollower::ask(HungKey key)
{
    const UtcMs claimed = m_clock.now() + claimLife;
    auto claiming =
        m_database.write([key, claimed](QSqlDatabase &database) { return HungKeyStore(database).claim(key, claimed); });
    const auto ours = co_await claiming;
    if (!ours)
        co_return ours.error();
    if (!*ours)
        co_return true;
    auto asking = m_calls.status(key.reference, key.serial);
    const auto told = co_await asking;
    const bool throttled = !told && told.error().kind == ErrorKind::Throttled;
    if (throttled)
        leaveAlone(key.reference.registry, told.error());
    else if (!told)
        qCWarning(lcIrr).noquote() << key.reference.toString() << "cannot be asked about:" << told.error().detail;
    auto keeping = m_database.write([key, claimed, told, throttled, now = m_clock.now(),
                                     poll = m_rules.poll.count()](QSqlDatabase &database) -> Result<void> {
        return throttled ? HungKeyStore(database).giveBack(key, claimed)
                         : keep(database, key, claimed, told, now, poll);
    });
    const auto kept = co_await keeping;
    co_return kept ? Result<bool>(!throttled) : Result<bool>(kept.error());
}

} // namespace peerdesk
