// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/registryqueries.h"

#include "irr/registryreader.h"
#include "irr/setstore.h"
#include "irr/whoisanswer.h"
#include "storage/database.h"

#include <QCoroFuture>

namespace peerdesk {
namespace {

constexpr qsizetype setsAtOnce = 100;
constexpr qsizetype originsAtOnce = 50;

Error moreThanAllowed()
{
    return Error(ErrorKind::Throttled, QStringLiteral("The set is too large"));
}

/// Between blanks; nothing for a set that is there and empty.
QByteArray listAnswer(const WhoisQuery &query, const QByteArrayList &list)
{
    return dataAnswer(query.style, list.join(' '));
}

} // namespace

RegistryQueries::RegistryQueries(Database &database, QString source, const QueryLimits &limits)
    : m_database(database)
    , m_source(std::move(source))
    , m_limits(limits)
{
}

bool RegistryQueries::takesLong(const WhoisQuery &query)
{
    return query.subject == WhoisQuery::Subject::SetPrefixes
           || (query.subject == WhoisQuery::Subject::Members && query.recursive);
}

QCoro::Task<Result<QByteArray>> RegistryQueries::answer(WhoisQuery query) const
{
    if (query.subject == WhoisQuery::Subject::SetPrefixes || query.subject == WhoisQuery::Subject::Members) {
        auto task = query.subject == WhoisQuery::Subject::SetPrefixes ? prefixesOfSet(query)
                    : query.recursive                                 ? membersOfMembers(query)
                                                                      : members(query);
        co_return co_await task;
    }
    auto reading = m_database.read([query, source = m_source, limits = m_limits](QSqlDatabase &database) {
        return RegistryReader(database, source, limits).answer(query);
    });
    co_return co_await reading;
}

QCoro::Task<Result<QByteArray>> RegistryQueries::members(WhoisQuery query) const
{
    auto reading =
        m_database.read([name = query.word](QSqlDatabase &database) { return SetStore(database).members({name}); });
    const auto found = co_await reading;
    if (!found)
        co_return found.error();
    if (found->isEmpty())
        co_return missingAnswer(query.style);
    co_return dataAnswer(query.style, found->first().second.join(u' ').toLatin1());
}

QCoro::Task<Result<SetExpansion>> RegistryQueries::expand(QString name) const
{
    SetExpansion expansion(name, m_limits);
    for (QStringList names = expansion.next(setsAtOnce); !names.isEmpty(); names = expansion.next(setsAtOnce)) {
        auto reading = m_database.read([names](QSqlDatabase &database) { return SetStore(database).members(names); });
        const auto found = co_await reading;
        if (!found)
            co_return found.error();
        if (!expansion.take(*found))
            co_return moreThanAllowed();
    }
    co_return Result<SetExpansion>(expansion);
}

/// Of a route-set that names origins, what those announce is meant (RFC 2622 section 5.2).
QCoro::Task<Result<QByteArray>> RegistryQueries::membersOfMembers(WhoisQuery query) const
{
    const auto expanded = co_await expand(query.word);
    if (!expanded)
        co_return expanded.error();
    if (!expanded->exists())
        co_return missingAnswer(query.style);
    const QList<Asn> origins = expanded->origins();
    QByteArrayList list;
    if (setClassOf(query.word) == SetClass::AsSet) {
        for (const Asn origin : origins)
            list.append(origin.toString().toLatin1());
        co_return listAnswer(query, list);
    }
    const auto prefixes = co_await prefixesOf(origins, Family::None);
    if (!prefixes)
        co_return prefixes.error();
    const QSet<QByteArray> announced(prefixes->begin(), prefixes->end());
    for (const QString &prefix : expanded->prefixes()) {
        if (!announced.contains(prefix.toLatin1()))
            list.append(prefix.toLatin1());
    }
    co_return listAnswer(query, list + *prefixes);
}

QCoro::Task<Result<QByteArray>> RegistryQueries::prefixesOfSet(WhoisQuery query) const
{
    if (setClassOf(query.word) != SetClass::AsSet)
        co_return missingAnswer(query.style);
    const auto expanded = co_await expand(query.word);
    if (!expanded)
        co_return expanded.error();
    if (!expanded->exists())
        co_return missingAnswer(query.style);
    const QList<Asn> origins = expanded->origins();
    const auto prefixes = co_await prefixesOf(origins, query.family);
    if (!prefixes)
        co_return prefixes.error();
    co_return listAnswer(query, *prefixes);
}

QCoro::Task<Result<QByteArrayList>> RegistryQueries::prefixesOf(QList<Asn> origins, Family family) const
{
    QByteArrayList distinct;
    QSet<QByteArray> known;
    for (qsizetype from = 0; from < origins.size(); from += originsAtOnce) {
        const qsizetype most = m_limits.prefixes + 1;
        auto reading =
            m_database.read([slice = origins.mid(from, originsAtOnce), family, most](QSqlDatabase &database) {
                return RouteStore(database).prefixes(slice, family, most);
            });
        const auto found = co_await reading;
        if (!found)
            co_return found.error();
        for (const QString &text : *found) {
            const QByteArray prefix = text.toLatin1();
            const qsizetype before = known.size();
            known.insert(prefix);
            if (known.size() > before)
                distinct.append(prefix);
        }
        if (distinct.size() > m_limits.prefixes)
            co_return moreThanAllowed();
    }
    co_return Result<QByteArrayList>(distinct);
}

} // namespace peerdesk
