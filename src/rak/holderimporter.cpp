// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/holderimporter.h"

#include "rak/addressspace.h"
#include "rak/issuer.h"
#include "rak/keybook.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QSet>

namespace peerdesk {
namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::HolderImporter)
};

constexpr qsizetype holdersAtOnce = 20; // a job takes 20 ms or less

/// The holder's keys that are about something which is not in there.
Result<QList<StoredKey>> keysBeyond(QSqlDatabase &database, const QString &holder, const QStringList &resources,
                                    UtcMs now)
{
    const auto keys = RakKeyStore(database).liveKeysOf(holder, now);
    if (!keys)
        return keys;
    const AddressSpace held = spaceIn(resources);
    QList<StoredKey> beyond;
    for (const StoredKey &key : *keys) {
        if (!outside(held, termsOf(key, Registry::RipeTest).prefixes).isEmpty())
            beyond.append(key);
    }
    return beyond;
}

Result<void> withdrawBeyond(QSqlDatabase &database, KeyBook &book, const QString &holder, const QStringList &resources,
                            UtcMs now)
{
    const auto keys = keysBeyond(database, holder, resources, now);
    if (!keys)
        return keys.error();
    for (const StoredKey &key : *keys) {
        const auto withdrawn = book.withdraw(
            key, ImportWords::tr("The registry's list no longer has all of its prefixes under the holder."));
        if (!withdrawn)
            return withdrawn.error();
    }
    return {};
}

} // namespace

HolderImporter::HolderImporter(Database &database, const Clock &clock, IssuerRules rules)
    : m_database(database)
    , m_clock(clock)
    , m_rules(std::move(rules))
{
}

QCoro::Task<Result<ImportOutcome>> HolderImporter::take(HolderFile file, UtcMs written)
{
    auto planning = plan(file, written);
    const auto planned = co_await planning;
    if (!planned)
        co_return planned.error();
    ImportOutcome outcome;
    outcome.changed = planned->put.size() + planned->lost.size();
    outcome.holdersLost = planned->lost.size();
    outcome.keysLost = planned->keysLost;
    if (outcome.changed == 0)
        co_return outcome;
    outcome.waits = (dropsTooMuch(*planned) || planned->replaced) && !planned->accepted;
    const auto state = outcome.waits ? HolderImport::State::Waiting : HolderImport::State::Applied;
    if (!outcome.waits) {
        auto applying = apply(*planned);
        if (const auto applied = co_await applying; !applied)
            co_return applied.error();
    }
    auto noting = note(file, *planned, state);
    if (const auto noted = co_await noting; !noted)
        co_return noted.error();
    co_return outcome;
}

QCoro::Task<Result<HolderImporter::Plan>> HolderImporter::plan(HolderFile file, UtcMs written)
{
    const UtcMs now = m_clock.now();
    auto future = m_database.read([file, written, now](QSqlDatabase &database) -> Result<Plan> {
        RakHolderStore store(database);
        auto known = store.digests();
        const auto live = RakKeyStore(database).liveCount(now);
        const auto import = store.import(file.hash);
        const auto lastTaken = store.lastApplied();
        if (!known || !live || !import || !lastTaken)
            return !known ? known.error() : !live ? live.error() : !import ? import.error() : lastTaken.error();
        Plan plan;
        plan.before = known->size();
        plan.keysBefore = *live;
        plan.accepted = *import && (*import)->state == HolderImport::State::Accepted;
        // If it is what is in force, there is nothing to change. A list may come to be again what it was; then it is
        // written anew.
        plan.replaced = *import && (*import)->state == HolderImport::State::Applied && written <= *lastTaken;
        const auto count = [&](const QString &holder, const QStringList &resources) -> Result<void> {
            const auto beyond = keysBeyond(database, holder, resources, now);
            if (!beyond)
                return beyond.error();
            plan.keysLost += beyond->size();
            return {};
        };
        for (const StoredHolder &holder : file.holders) {
            const auto before = known->constFind(holder.id);
            const bool fresh = before == known->constEnd();
            if (!fresh && *before == holder.digest) {
                known->erase(before);
                continue;
            }
            if (!fresh) {
                if (const auto counted = count(holder.id, holder.resources); !counted)
                    return counted.error();
                known->erase(before);
            }
            plan.put.append(holder);
        }
        plan.lost = known->keys();
        for (const QString &holder : std::as_const(plan.lost)) {
            if (const auto counted = count(holder, {}); !counted)
                return counted.error();
        }
        return plan;
    });
    co_return co_await future;
}

bool HolderImporter::dropsTooMuch(const Plan &plan) const
{
    return plan.lost.size() * 100 > plan.before * m_rules.mostLostPercent
           || plan.keysLost * 100 > plan.keysBefore * m_rules.mostLostPercent;
}

QCoro::Task<Result<void>> HolderImporter::apply(Plan plan)
{
    const UtcMs now = m_clock.now();
    const QString who = QStringLiteral("registry");
    // What is lost goes first: nobody is to find a resource under two holders that has one.
    for (qsizetype from = 0; from < plan.lost.size(); from += holdersAtOnce) {
        const QStringList slice = plan.lost.mid(from, holdersAtOnce);
        auto future = m_database.write([slice, now, who, rules = m_rules](QSqlDatabase &database) -> Result<void> {
            KeyBook book(database, rules, now, who);
            for (const QString &holder : slice) {
                if (const auto withdrawn = withdrawBeyond(database, book, holder, {}, now); !withdrawn)
                    return withdrawn;
                if (const auto removed = RakHolderStore(database).remove(holder, now); !removed)
                    return removed;
            }
            return {};
        });
        if (const auto done = co_await future; !done)
            co_return done;
    }
    for (qsizetype from = 0; from < plan.put.size(); from += holdersAtOnce) {
        const QList<StoredHolder> slice = plan.put.mid(from, holdersAtOnce);
        auto future = m_database.write([slice, now, who, rules = m_rules](QSqlDatabase &database) -> Result<void> {
            KeyBook book(database, rules, now, who);
            for (const StoredHolder &holder : slice) {
                if (const auto withdrawn = withdrawBeyond(database, book, holder.id, holder.resources, now); !withdrawn)
                    return withdrawn;
                if (const auto put = RakHolderStore(database).put(holder); !put)
                    return put;
            }
            return {};
        });
        if (const auto done = co_await future; !done)
            co_return done;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> HolderImporter::note(HolderFile file, Plan plan, HolderImport::State state)
{
    HolderImport import;
    import.hash = file.hash;
    import.state = state;
    import.holders = file.holders.size();
    import.holdersLost = plan.lost.size();
    import.keysLost = plan.keysLost;
    const UtcMs now = m_clock.now();
    import.foundAt = now;
    auto future = m_database.write([import, now](QSqlDatabase &database) -> Result<void> {
        RakHolderStore store(database);
        const auto before = store.import(import.hash);
        if (!before)
            return before.error();
        HolderImport noted = import;
        if (*before) {
            noted.foundAt = (*before)->foundAt;
            noted.decidedBy = (*before)->decidedBy;
            // A person may have accepted it meanwhile.
            if (noted.state == HolderImport::State::Waiting && (*before)->state == HolderImport::State::Accepted)
                return {};
        }
        return store.note(noted, now);
    });
    co_return co_await future;
}

QCoro::Task<Result<QList<HolderImport>>> HolderImporter::waiting()
{
    auto future = m_database.read([](QSqlDatabase &database) { return RakHolderStore(database).waiting(); });
    co_return co_await future;
}

QCoro::Task<Result<bool>> HolderImporter::isAccepted(QString hash)
{
    auto future = m_database.read([hash](QSqlDatabase &database) -> Result<bool> {
        const auto import = RakHolderStore(database).import(hash);
        if (!import)
            return import.error();
        return *import && (*import)->state == HolderImport::State::Accepted;
    });
    co_return co_await future;
}

QCoro::Task<Result<void>> HolderImporter::accept(QString hash, QString by)
{
    const UtcMs now = m_clock.now();
    auto future = m_database.write([hash, by, now](QSqlDatabase &database) -> Result<void> {
        RakHolderStore store(database);
        const auto import = store.import(hash);
        if (!import)
            return import.error();
        if (!*import || (*import)->state != HolderImport::State::Waiting)
            return Error(ErrorKind::NotFound, ImportWords::tr("No file with this hash waits."));
        HolderImport accepted = **import;
        accepted.state = HolderImport::State::Accepted;
        accepted.decidedBy = by;
        return store.note(accepted, now);
    });
    co_return co_await future;
}

} // namespace peerdesk
