// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/objectkeeper.h"

#include "irr/fallenmail.h"
#include "irr/hungkeystore.h"
#include "irr/irrlog.h"
#include "irr/issuerstandingstore.h"
#include "irr/registryjournal.h"
#include "irr/routestore.h"
#include "storage/database.h"

#include <QCoroFuture>
#include <QScopeGuard>

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

constexpr int slice = 50; ///< objects in one transaction: other writes wait no longer than for those
constexpr std::array knownBefore = {HungKey::Standing::Expired, HungKey::Standing::Unconfirmed};
constexpr std::array takenBack = {HungKey::Standing::Revoked, HungKey::Standing::Withdrawn};
constexpr UtcMs oneDay = UtcMs(24) * 60 * 60 * 1000;

/// Whether a writing transaction is worth its while.
Result<bool> isDue(QSqlDatabase &database, UtcMs now, UtcMs journalKept)
{
    HungKeyStore keys(database);
    const auto ending = keys.isEnding(now);
    if (!ending || *ending)
        return ending;
    for (const auto standing : {HungKey::Standing::Expired, HungKey::Standing::Unconfirmed, HungKey::Standing::Revoked,
                                HungKey::Standing::Withdrawn}) {
        const auto objects = keys.standingOn(standing, std::nullopt, 1);
        if (!objects)
            return objects.error();
        if (!objects->isEmpty())
            return true;
    }
    const auto issuers = IssuerStandingStore(database).standings();
    if (!issuers)
        return issuers.error();
    if (std::any_of(issuers->begin(), issuers->end(), [](const IssuerStanding &one) { return one.heldObjects > 0; }))
        return true;
    const auto confirmed = keys.confirmed(1);
    if (!confirmed)
        return confirmed.error();
    if (!confirmed->isEmpty())
        return true;
    const auto ended = RouteStore(database).ended(now, 1);
    if (!ended)
        return ended.error();
    if (!ended->isEmpty())
        return true;
    return RegistryJournal(database).reachesBackBefore(now - journalKept);
}

/// On the database's thread. Whether there is something to drop, and nobody has to look at it first.
Result<bool> mayFall(QSqlDatabase &database, Registry registry, const HousekeepingRules &rules, UtcMs now)
{
    const auto falling = HungKeyStore(database).countFalling(registry);
    if (!falling)
        return falling.error();
    IssuerStandingStore issuers(database);
    const auto standing = issuers.standing(registry);
    if (!standing)
        return standing.error();
    bool tooMuch = false;
    // Keys are asked about one after the other: what has fallen lately belongs to the same event.
    const qint64 fallen = standing->fallenLately(now);
    if (*falling > 0 && *falling + fallen > rules.fewObjects && !standing->isReleased(*falling, now)) {
        const auto all = HungKeyStore(database).countHanging(registry);
        if (!all)
            return all.error();
        tooMuch = (*falling + fallen) * 100 > (*all + fallen) * rules.mostFallingPercent;
    }
    if (tooMuch && standing->heldAt == 0)
        qCWarning(lcIrr).noquote() << toText(registry) << "takes back the keys of" << *falling + fallen
                                   << "objects within an hour:" << *falling << "stay until a person has looked";
    const qint64 held = tooMuch ? *falling : 0;
    if (held != standing->heldObjects) {
        if (const auto noted = issuers.hold(registry, held, now); !noted)
            return noted.error();
    }
    return *falling > 0 && !tooMuch;
}

} // namespace

ObjectKeeper::ObjectKeeper(Database &database, const Clock &clock, QString source, HousekeepingRules rules,
                           const ClockWitness &witness)
    : m_database(database)
    , m_clock(clock)
    , m_source(std::move(source))
    , m_rules(std::move(rules))
    , m_witness(witness)
{
}

bool ObjectKeeper::trustsClock()
{
    const bool trusts = !m_witness.isDoubtful();
    if (m_trusts && !trusts)
        qCWarning(lcIrr) << "our clock differs by" << m_witness.deviation() / 1000
                         << "s from what others say: no object is hidden or deleted by it";
    else if (!m_trusts && trusts)
        qCInfo(lcIrr) << "our clock is right again";
    m_trusts = trusts;
    return trusts;
}

QCoro::Task<Result<void>> ObjectKeeper::tend()
{
    if (m_tending || !trustsClock())
        co_return Result<void>();
    m_tending = true;
    const auto done = qScopeGuard([this] { m_tending = false; });
    const UtcMs now = m_clock.now();
    auto looking = m_database.read(
        [now, kept = m_rules.journal.count()](QSqlDatabase &database) { return isDue(database, now, kept); });
    const auto due = co_await looking;
    if (!due || !*due)
        co_return due ? Result<void>() : Result<void>(due.error());
    const auto expire = [now](QSqlDatabase &database) { return HungKeyStore(database).expire(now, slice); };
    auto expiring = inSlices(expire);
    if (const auto expired = co_await expiring; !expired)
        co_return expired.error();
    for (const HungKey::Standing standing : knownBefore) {
        auto dropping = drop(standing, std::nullopt);
        if (const auto dropped = co_await dropping; !dropped)
            co_return dropped.error();
    }
    for (const Registry registry : m_rules.registries) {
        auto dropping = dropTakenBack(registry);
        if (const auto dropped = co_await dropping; !dropped)
            co_return dropped.error();
    }
    auto showing = showConfirmed();
    if (const auto shown = co_await showing; !shown)
        co_return shown.error();
    auto cleaning = cleanUp();
    co_return co_await cleaning;
}

QCoro::Task<Result<void>> ObjectKeeper::showConfirmed()
{
    const RegistryChange why{QStringLiteral("peerdeskd"), QStringLiteral("the issuer stands by the key"),
                             m_clock.now()};
    const auto show = [source = m_source, why](QSqlDatabase &database) -> Result<int> {
        const auto ids = HungKeyStore(database).confirmed(slice);
        if (!ids)
            return ids.error();
        RouteRegistry registry(database, source);
        for (const QString &id : *ids) {
            if (const auto shown = registry.show(id, why); !shown)
                return shown.error();
        }
        return static_cast<int>(ids->size());
    };
    auto showing = inSlices(show);
    const auto shown = co_await showing;
    co_return shown ? Result<void>() : Result<void>(shown.error());
}

QCoro::Task<Result<void>> ObjectKeeper::cleanUp()
{
    const UtcMs now = m_clock.now();
    const auto remove = [now, source = m_source, why = because({})](QSqlDatabase &database) -> Result<int> {
        const auto ended = RouteStore(database).ended(now, slice);
        if (!ended)
            return ended.error();
        RouteRegistry registry(database, source);
        for (const RouteObject &route : *ended) {
            if (const auto removed = registry.remove(route.id, why); !removed)
                return removed.error();
        }
        return static_cast<int>(ended->size());
    };
    auto removing = inSlices(remove);
    if (const auto removed = co_await removing; !removed)
        co_return removed.error();
    const auto forget = [now](QSqlDatabase &database) { return HungKeyStore(database).forget(now - oneDay, slice); };
    auto forgetting = inSlices(forget);
    if (const auto forgotten = co_await forgetting; !forgotten)
        co_return forgotten.error();
    const auto purge = [before = now - m_rules.journal.count()](QSqlDatabase &database) {
        return RegistryJournal(database).purge(before, slice);
    };
    auto purging = inSlices(purge);
    const auto purged = co_await purging;
    co_return purged ? Result<void>() : Result<void>(purged.error());
}

/// Runs a job that does at most a slice and says how much it did, until there is less to do; the sum.
template<class Job> QCoro::Task<Result<int>> ObjectKeeper::inSlices(Job job)
{
    int sum = 0;
    int did = slice;
    while (did >= slice) {
        auto working = m_database.write(job);
        const auto done = co_await working;
        if (!done)
            co_return done.error();
        did = *done;
        sum += did;
    }
    co_return sum;
}

QCoro::Task<Result<void>> ObjectKeeper::drop(HungKey::Standing standing, std::optional<Registry> registry)
{
    const UtcMs now = m_clock.now();
    // Silence proves nothing: such an object is hidden, and comes back when its issuer does.
    const UtcMs deleteAt = standing == HungKey::Standing::Unconfirmed ? 0 : now + m_rules.grace.count();
    const auto hide = [standing, registry, deleteAt, source = m_source, mails = m_rules.mails,
                       why = because(toText(standing))](QSqlDatabase &database) -> Result<int> {
        const auto ids = HungKeyStore(database).standingOn(standing, registry, slice);
        if (!ids)
            return ids.error();
        RouteRegistry objects(database, source);
        QList<RouteObject> fallen;
        for (const QString &id : *ids) {
            const auto object = RouteStore(database).byId(id);
            const auto hidden = object ? objects.hide(id, deleteAt, why) : Result<bool>(object.error());
            if (!hidden)
                return hidden.error();
            if (*hidden)
                fallen.append(**object);
        }
        const auto told = mails ? noteFallen(database, fallen, standing, deleteAt, why.at) : Result<void>();
        if (!told)
            return told.error();
        const int count = static_cast<int>(ids->size());
        const auto counted =
            registry && count > 0 ? IssuerStandingStore(database).noteFallen(*registry, count, why.at) : Result<void>();
        if (!counted)
            return counted.error();
        const auto settled = count < slice ? HungKeyStore(database).settle(standing, registry) : Result<void>();
        return settled ? Result<int>(count) : settled.error();
    };
    auto hiding = inSlices(hide);
    const auto hidden = co_await hiding;
    if (!hidden)
        co_return hidden.error();
    if (*hidden > 0)
        qCInfo(lcIrr).noquote() << *hidden << "objects are hidden: their keys are" << toText(standing);
    co_return Result<void>();
}

QCoro::Task<Result<void>> ObjectKeeper::dropTakenBack(Registry registry)
{
    auto judging = m_database.write([registry, rules = m_rules, now = m_clock.now()](QSqlDatabase &database) {
        return mayFall(database, registry, rules, now);
    });
    const auto may = co_await judging;
    if (!may || !*may)
        co_return may ? Result<void>() : Result<void>(may.error());
    for (const HungKey::Standing standing : takenBack) {
        auto dropping = drop(standing, registry);
        if (const auto dropped = co_await dropping; !dropped)
            co_return dropped;
    }
    co_return Result<void>();
}

RegistryChange ObjectKeeper::because(const QString &why) const
{
    return {QStringLiteral("peerdeskd"), why.isEmpty() ? QString() : QStringLiteral("key %1").arg(why), m_clock.now()};
}

} // namespace peerdesk
