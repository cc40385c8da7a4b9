// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/routedesk.h"

#include "irr/hungkeystore.h"
#include "irr/irrwords.h"
#include "irr/prefixrange.h"
#include "irr/routeregistry.h"
#include "irr/routestore.h"
#include "irr/setstore.h"
#include "storage/database.h"

#include <QCoroFuture>

#include <algorithm>

namespace peerdesk {
namespace {

Error wrongKey(const QString &words)
{
    return Error(ErrorKind::Denied, words, {{QStringLiteral("key"), {words}, {}}});
}

/// On the database's thread. Conflict if the key has ended since it was verified.
Result<void> hang(QSqlDatabase &database, const std::optional<CheckedKey> &key, UtcMs now)
{
    if (!key)
        return {};
    HungKey verified = HungKey::of(*key, now);
    // Once more at once: what was revoked while we verified may have been told of before there was anything to note.
    verified.nextCheckAt = now;
    HungKeyStore keys(database);
    if (const auto hung = keys.hang(verified); !hung)
        return hung;
    const auto kept = keys.key(verified.reference);
    if (!kept)
        return kept.error();
    const bool stands = *kept && (*kept)->standing == HungKey::Standing::Valid;
    return stands ? Result<void>() : Error(ErrorKind::Conflict, IrrWords::tr("The key has just ended"));
}

bool isAsAdmitted(const RouteObject &now, const RouteObject &before)
{
    return now.maintainer == before.maintainer && now.keyRef == before.keyRef
           && (now.hiddenAt > 0) == (before.hiddenAt > 0);
}

void standOn(const std::optional<CheckedKey> &key, RouteObject &route)
{
    route.keyRef = key ? key->statement.terms.reference.toString() : QString();
    route.keyExpires = key ? key->statement.terms.expires : 0;
}

/// On the database's thread, as the next.
Result<void> mayActFor(QSqlDatabase &database, RouteDesk::Names names, const Author &author, const QString &maintainer)
{
    const auto found = MaintainerStore(database).maintainer(maintainer);
    if (!found)
        return found.error();
    // Who acts for several networks would leave open whose the new name is.
    const bool mayBeNew = names == RouteDesk::Names::New && author.networks.size() == 1;
    if (*found ? author.networks.contains((*found)->asn) : mayBeNew)
        return {};
    return Error(ErrorKind::Denied, IrrWords::tr("%1 is not yours to act for").arg(maintainer),
                 {{QStringLiteral("mnt-by"), {IrrWords::tr("is another network's")}, {}}});
}

/// Looks again, for somebody else may have been first.
Result<void> keepName(QSqlDatabase &database, RouteDesk::Names names, const Author &author, const QString &maintainer,
                      UtcMs now)
{
    if (names == RouteDesk::Names::Listed)
        return {};
    if (const auto may = mayActFor(database, names, author, maintainer); !may)
        return may;
    MaintainerStore maintainers(database);
    const auto found = maintainers.maintainer(maintainer);
    if (!found || *found)
        return found ? Result<void>() : Result<void>(found.error());
    return maintainers.put({maintainer, *author.networks.begin(), author.address, now, false});
}

/// On the database's thread, as the next. RFC 2622 section 5: what stands in front of a name says whose it is.
Result<void> mayTakeName(QSqlDatabase &database, const Author &author, const SetObject &set)
{
    const qsizetype colon = set.name.indexOf(u':');
    if (colon < 0)
        return {};
    const QString front = set.name.left(colon);
    const auto asn = asnOfRpsl(front);
    const auto parent = asn ? Result<std::optional<SetObject>>(std::nullopt) : SetStore(database).set(front);
    if (!parent)
        return parent.error();
    const bool may = asn ? author.networks.contains(*asn) : *parent && (*parent)->maintainer == set.maintainer;
    if (may)
        return {};
    return Error(ErrorKind::Denied, IrrWords::tr("Names that begin with %1 are not yours to give").arg(front),
                 {{toText(set.setClass), {IrrWords::tr("begins with another's name")}, {}}});
}

/// No key is asked for a set; so it may name outright only what its maintainer has route objects for.
Result<void> mayHoldPrefixes(QSqlDatabase &database, const SetObject &set)
{
    constexpr int objectsAround = 1000;
    for (const QString &member : set.members) {
        const auto range = PrefixRange::parse(member);
        if (!range)
            continue;
        const auto around = RouteStore(database).search(range->prefix, PrefixMatch::AllLessSpecific, objectsAround);
        if (!around)
            return around.error();
        const bool held = std::any_of(around->begin(), around->end(),
                                      [&set](const RouteObject &route) { return route.maintainer == set.maintainer; });
        if (!held) {
            const QString words =
                IrrWords::tr("%1 has no route object around %2").arg(set.maintainer, range->prefix.toString());
            return Error(ErrorKind::Denied, words, {{QStringLiteral("members"), {words}, {}}});
        }
    }
    return {};
}

} // namespace

RouteDesk::RouteDesk(Database &database, const Clock &clock, QString source, Trust trust, IssuerCalls calls,
                     Names names)
    : m_database(database)
    , m_clock(clock)
    , m_source(std::move(source))
    , m_trust(std::move(trust))
    , m_calls(std::move(calls))
    , m_names(names)
{
}

QCoro::Task<Result<RouteObject>> RouteDesk::create(Author author, RpslObject object, Proof proof)
{
    auto route = RouteObject::read(object, m_source);
    if (!route)
        co_return route.error();
    auto admitting = admit(author, route->maintainer);
    if (const auto admitted = co_await admitting; !admitted)
        co_return admitted.error();
    auto asking = keyFor(*route, proof);
    const auto key = co_await asking;
    if (!key)
        co_return key.error();
    standOn(*key, *route);
    const RegistryChange why{author.name, QStringLiteral("created"), m_clock.now()};
    auto writing = m_database.write([author, route = *route, key = *key, why, source = m_source,
                                     names = m_names](QSqlDatabase &database) -> Result<RouteObject> {
        if (const auto kept = keepName(database, names, author, route.maintainer, why.at); !kept)
            return kept.error();
        if (const auto hung = hang(database, key, why.at); !hung)
            return hung.error();
        return RouteRegistry(database, source).add(route, why);
    });
    co_return co_await writing;
}

QCoro::Task<Result<RouteObject>> RouteDesk::change(Author author, QString id, RpslObject object, Proof proof)
{
    auto finding = this->route(id);
    const auto before = co_await finding;
    if (!before)
        co_return before.error();
    auto admitting = admit(author, before->maintainer);
    if (const auto admitted = co_await admitting; !admitted)
        co_return admitted.error();
    auto route = RouteObject::read(object, m_source);
    if (!route)
        co_return route.error();
    if (route->key() != before->key())
        co_return Error(ErrorKind::Conflict, IrrWords::tr("This is the object %1").arg(before->key()));
    auto handing = admit(author, route->maintainer);
    if (const auto admitted = co_await handing; !admitted)
        co_return admitted.error();
    route->id = id;
    route->keyRef = before->keyRef;
    route->keyExpires = before->keyExpires;
    std::optional<CheckedKey> key;
    if (!proof.isEmpty() || before->hiddenAt > 0 || before->keyRef.isEmpty()) {
        auto asking = keyFor(*route, proof);
        const auto found = co_await asking;
        if (!found)
            co_return found.error();
        key = *found;
        standOn(key, *route);
    }
    const RegistryChange why{author.name, QStringLiteral("changed"), m_clock.now()};
    auto writing = m_database.write([author, route = *route, key, why, before = *before, source = m_source,
                                     names = m_names](QSqlDatabase &database) -> Result<RouteObject> {
        if (const auto kept = keepName(database, names, author, route.maintainer, why.at); !kept)
            return kept.error();
        const auto now = RouteStore(database).byId(route.id);
        if (!now)
            return now.error();
        // What was asked and admitted was about the object as it was then.
        if (*now && !isAsAdmitted(**now, before))
            return Error(ErrorKind::Conflict, IrrWords::tr("The object has just been changed, or its key has ended"));
        if (const auto hung = hang(database, key, why.at); !hung)
            return hung.error();
        return RouteRegistry(database, source).replace(route, why);
    });
    co_return co_await writing;
}

QCoro::Task<Result<void>> RouteDesk::remove(Author author, QString id, QString why)
{
    auto finding = route(id);
    const auto before = co_await finding;
    if (!before)
        co_return before.error();
    auto admitting = admit(author, before->maintainer);
    if (const auto admitted = co_await admitting; !admitted)
        co_return admitted;
    const RegistryChange because{author.name, why.isEmpty() ? QStringLiteral("deleted") : why, m_clock.now()};
    auto writing = m_database.write([id, because, source = m_source](QSqlDatabase &database) {
        return RouteRegistry(database, source).remove(id, because);
    });
    co_return co_await writing;
}

QCoro::Task<Result<RouteObject>> RouteDesk::route(QString id)
{
    auto reading = m_database.read([id](QSqlDatabase &database) { return RouteStore(database).byId(id); });
    const auto found = co_await reading;
    if (!found)
        co_return found.error();
    if (!*found)
        co_return Error(ErrorKind::NotFound, IrrWords::tr("There is no such route object"));
    co_return **found;
}

QCoro::Task<Result<QList<RouteObject>>> RouteDesk::routes(Author author, QString after, int limit)
{
    auto reading = m_database.read([author, after, limit](QSqlDatabase &database) -> Result<QList<RouteObject>> {
        const auto all = MaintainerStore(database).maintainers();
        if (!all)
            return all.error();
        QStringList names;
        for (const Maintainer &one : *all) {
            if (author.networks.contains(one.asn))
                names.append(one.name);
        }
        return RouteStore(database).maintainedBy(names, after, limit);
    });
    co_return co_await reading;
}

QCoro::Task<Result<SetObject>> RouteDesk::putSet(Author author, RpslObject object)
{
    const auto set = SetObject::read(object, m_source);
    if (!set)
        co_return set.error();
    auto admitting = admit(author, set->maintainer);
    if (const auto admitted = co_await admitting; !admitted)
        co_return admitted.error();
    const RegistryChange why{author.name, QStringLiteral("put"), m_clock.now()};
    auto writing = m_database.write(
        [author, set = *set, why, source = m_source, names = m_names](QSqlDatabase &database) -> Result<SetObject> {
            if (const auto kept = keepName(database, names, author, set.maintainer, why.at); !kept)
                return kept.error();
            if (const auto named = mayTakeName(database, author, set); !named)
                return named.error();
            if (const auto held = mayHoldPrefixes(database, set); !held)
                return held.error();
            if (const auto put = RouteRegistry(database, source).putSet(set, why); !put)
                return put.error();
            const auto kept = SetStore(database).set(set.name);
            return kept ? kept->value_or(set) : Result<SetObject>(kept.error());
        });
    co_return co_await writing;
}

QCoro::Task<Result<void>> RouteDesk::removeSet(Author author, QString name)
{
    auto reading = m_database.read([name](QSqlDatabase &database) { return SetStore(database).set(name); });
    const auto set = co_await reading;
    if (!set)
        co_return set.error();
    if (!*set)
        co_return Error(ErrorKind::NotFound, IrrWords::tr("There is no set %1").arg(name));
    auto admitting = admit(author, (*set)->maintainer);
    if (const auto admitted = co_await admitting; !admitted)
        co_return admitted;
    const RegistryChange why{author.name, QStringLiteral("deleted"), m_clock.now()};
    auto writing = m_database.write([name, why, source = m_source](QSqlDatabase &database) {
        return RouteRegistry(database, source).removeSet(name, why);
    });
    co_return co_await writing;
}

QCoro::Task<Result<std::optional<CheckedKey>>> RouteDesk::keyFor(RouteObject route, Proof proof)
{
    const auto needed = m_trust.keyFor(route.prefix);
    if (!needed)
        co_return needed.error();
    if (!*needed && !proof.isEmpty())
        co_return wrongKey(
            IrrWords::tr("Nobody vouches for %1: there can be no key for it").arg(route.prefix.toString()));
    if (!*needed)
        co_return std::optional<CheckedKey>();
    if (proof.isEmpty())
        co_return wrongKey(IrrWords::tr("%1 needs a key from %2").arg(route.prefix.toString(), toText(**needed)));
    auto checking = checked(**needed, proof);
    const auto key = co_await checking;
    if (!key)
        co_return key.error();
    const KeyStatement &statement = key->statement;
    const bool stands = statement.status == KeyStatus::Valid; // by the issuer's clock
    const auto permitted =
        stands ? statement.terms.permits(route.prefix, route.origin, m_clock.now())
               : statement.terms.permits(route.prefix, route.origin, statement.issued, std::chrono::seconds(0));
    if (!permitted)
        co_return wrongKey(permitted.error().detail);
    if (!stands)
        co_return wrongKey(IrrWords::tr("The key is %1").arg(toText(statement.status)));
    co_return std::optional(*key);
}

QCoro::Task<Result<CheckedKey>> RouteDesk::checked(Registry registry, Proof proof)
{
    const auto key = BearerKey::parse(proof.key);
    if (!key)
        co_return Error(ErrorKind::Invalid, key.error().detail, {{QStringLiteral("key"), {key.error().detail}, {}}});
    if (key->reference.registry != registry)
        co_return wrongKey(IrrWords::tr("The key is from %1, but the addresses are of %2")
                               .arg(toText(key->reference.registry), toText(registry)));
    auto verifying = m_calls.verify(*key);
    co_return co_await verifying;
}

QCoro::Task<Result<void>> RouteDesk::admit(Author author, QString maintainer)
{
    auto reading = m_database.read([names = m_names, author, maintainer](QSqlDatabase &database) {
        return mayActFor(database, names, author, maintainer);
    });
    co_return co_await reading;
}

} // namespace peerdesk
