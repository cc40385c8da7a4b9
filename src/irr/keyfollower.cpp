// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/keyfollower.h"

#include "irr/hungkeystore.h"
#include "irr/irrlog.h"
#include "irr/routeregistry.h"
#include "irr/routestore.h"
#include "storage/database.h"

#include <QCoroFuture>
#include <QScopeGuard>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr int keysAtOnce = 50;
constexpr int objectsAtOnce = 10'000; ///< a key covers no more prefixes
constexpr UtcMs claimLife = 2 * 60 * 1000;
constexpr UtcMs longestPause = 15 * 60 * 1000;

/// A minute, two, four, ... after so many failures in a row.
UtcMs pauseAfterFailures(int failures)
{
    return std::min<UtcMs>(UtcMs(60'000) << std::min(failures, 8), longestPause);
}

/// The issuer has answered, and does not know the key any more or not to us.
bool isNo(const Error &error)
{
    return error.kind == ErrorKind::NotFound;
}

} // namespace

KeyFollower::KeyFollower(Database &database, const Clock &clock, QString source, IssuerCalls calls,
                         HousekeepingRules rules)
    : m_database(database)
    , m_clock(clock)
    , m_source(std::move(source))
    , m_calls(std::move(calls))
    , m_rules(std::move(rules))
{
}

QCoro::Task<Result<void>> KeyFollower::run()
{
    if (m_running)
        co_return Result<void>();
    m_running = true;
    const auto done = qScopeGuard([this] { m_running = false; });
    for (const Registry registry : m_rules.registries) {
        auto polling = poll(registry);
        if (const auto polled = co_await polling; !polled)
            co_return polled;
    }
    auto checking = check();
    co_return co_await checking;
}

QCoro::Task<Result<void>> KeyFollower::poll(Registry registry)
{
    const UtcMs now = m_clock.now();
    auto looking = m_database.read([](QSqlDatabase &database) { return IssuerStandingStore(database).standings(); });
    const auto standings = co_await looking;
    if (!standings)
        co_return standings.error();
    const bool due = std::none_of(standings->begin(), standings->end(), [registry, now](const IssuerStanding &one) {
        return one.registry == registry && one.nextPollAt > now;
    });
    if (!due)
        co_return Result<void>();
    auto claiming = m_database.write([registry, now](QSqlDatabase &database) -> Result<std::optional<IssuerStanding>> {
        IssuerStandingStore store(database);
        const auto standing = store.standing(registry);
        if (!standing)
            return standing.error();
        const auto ours = standing->nextPollAt > now ? Result<bool>(false) : store.claim(*standing, now + claimLife);
        if (!ours)
            return ours.error();
        return *ours ? std::optional(*standing) : std::nullopt;
    });
    const auto claimed = co_await claiming;
    if (!claimed || !*claimed)
        co_return claimed ? Result<void>() : Result<void>(claimed.error());
    auto asking = m_calls.news(registry, (*claimed)->sequence);
    const auto news = co_await asking;
    auto noting = note(**claimed, news);
    co_return co_await noting;
}

QCoro::Task<Result<void>> KeyFollower::note(IssuerStanding standing, Result<IssuerNews> news)
{
    const UtcMs now = m_clock.now();
    const Registry registry = standing.registry;
    if (!news) {
        if (standing.failingSince == 0)
            qCWarning(lcIrr).noquote() << toText(registry) << "does not answer:" << news.error().detail;
        const UtcMs since = isSilent(standing, now) ? now - m_rules.patience.count() : 0;
        auto failing = m_database.write([registry, why = news.error().detail, now, since,
                                         next = now + m_rules.poll.count()](QSqlDatabase &database) -> Result<void> {
            const auto doubted = HungKeyStore(database).doubt(registry, since);
            return doubted ? IssuerStandingStore(database).failed(registry, why, now, next) : doubted;
        });
        co_return co_await failing;
    }
    if (standing.failingSince != 0)
        qCInfo(lcIrr).noquote() << toText(registry) << "answers again";
    // A journal that goes back is another one, or was tampered with: nothing it says is taken for complete.
    const bool backwards = news->next < standing.sequence;
    if (backwards)
        qCWarning(lcIrr).noquote() << toText(registry) << "has gone back from" << standing.sequence << "to"
                                   << news->next;
    const bool askAll = backwards || !news->complete || isSilent(standing, now);
    const UtcMs next = news->more ? now : now + m_rules.poll.count();
    auto writing =
        m_database.write([registry, told = *news, askAll, now, next](QSqlDatabase &database) -> Result<void> {
            HungKeyStore keys(database);
            for (const KeyReference &reference : told.changed) {
                if (const auto noted = keys.checkNow(reference, now); !noted)
                    return noted;
            }
            if (askAll) {
                if (const auto noted = keys.checkAllNow(registry, now); !noted)
                    return noted;
            }
            return IssuerStandingStore(database).answered(registry, told.next, now, next);
        });
    co_return co_await writing;
}

bool KeyFollower::isSilent(const IssuerStanding &standing, UtcMs now) const
{
    return standing.failingSince != 0 && now - standing.failingSince >= m_rules.patience.count();
}

QCoro::Task<Result<void>> KeyFollower::check()
{
    const UtcMs now = m_clock.now();
    auto looking =
        m_database.read([now](QSqlDatabase &database) { return HungKeyStore(database).toCheck(now, keysAtOnce); });
    const auto keys = co_await looking;
    if (!keys)
        co_return keys.error();
    for (const HungKey &key : *keys) {
        auto asking = ask(key);
        if (const auto asked = co_await asking; !asked)
            co_return asked;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> KeyFollower::ask(HungKey key)
{
    auto claiming = m_database.write([key, until = m_clock.now() + claimLife](QSqlDatabase &database) {
        return HungKeyStore(database).claim(key, until);
    });
    const auto ours = co_await claiming;
    if (!ours || !*ours)
        co_return ours ? Result<void>() : Result<void>(ours.error());
    auto asking = m_calls.status(key.reference, key.serial);
    const auto told = co_await asking;
    if (!told)
        qCWarning(lcIrr).noquote() << key.reference.toString() << "cannot be asked about:" << told.error().detail;
    auto keeping = m_database.write([this, key, told](QSqlDatabase &database) { return keep(database, key, told); });
    co_return co_await keeping;
}

/// On the database's thread.
Result<void> KeyFollower::keep(QSqlDatabase &database, const HungKey &before, const Result<CheckedKey> &told) const
{
    const UtcMs now = m_clock.now();
    HungKeyStore keys(database);
    if (!told && isNo(told.error())) {
        HungKey gone = before;
        gone.standing = HungKey::Standing::Withdrawn;
        gone.checkedAt = now;
        return keys.put(gone);
    }
    if (!told)
        return keys.failed(before.reference, told.error().detail, now + pauseAfterFailures(before.failures));
    if (const auto put = keys.put(HungKey::of(*told, now)); !put)
        return put;
    if (before.standing != HungKey::Standing::Unconfirmed || told->statement.status != KeyStatus::Valid)
        return {};
    const auto objects = RouteStore(database).withKey(before.reference.toString(), objectsAtOnce);
    if (!objects)
        return objects.error();
    RouteRegistry registry(database, m_source);
    for (const RouteObject &object : *objects) {
        const RegistryChange why{QStringLiteral("peerdeskd"), QStringLiteral("the issuer stands by the key"), now};
        if (const auto shown = registry.show(object.id, why); !shown)
            return shown.error();
    }
    return {};
}

} // namespace peerdesk
