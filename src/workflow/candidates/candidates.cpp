// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/candidates/candidates.h"

#include "peeringapi/peeringapiclient.h"
#include "peeringdb/mirror.h"
#include "peeringdb/mirrorindex.h"
#include "storage/database.h"
#include "storage/endpointstore.h"
#include "storage/existingsessionstore.h"
#include "storage/relationstore.h"
#include "workflow/candidates/candidatequery.h"
#include "workflow/candidates/existingimport.h"
#include "workflow/errortext.h"

#include <QCoroFuture>

namespace peerdesk {
namespace {

/// Where a network meets others changes in weeks: its endpoint need not be asked each time that somebody looks.
constexpr UtcMs locationsAge = 60 * 60 * 1000;

Result<EndpointKnowledge> readEndpoint(QSqlDatabase &database, Asn own, Asn other)
{
    EndpointStore store(database);
    EndpointKnowledge knowledge;
    auto endpoint = store.endpoint(own, other);
    if (!endpoint)
        return endpoint.error();
    knowledge.endpoint = std::move(endpoint).value();
    auto locations = store.locations(own, other);
    if (!locations)
        return locations.error();
    knowledge.locations = std::move(locations).value();
    const auto seenAt = store.locationsSeenAt(own, other);
    if (!seenAt)
        return seenAt.error();
    knowledge.locationsAskedAt = *seenAt;
    return knowledge;
}

} // namespace

Candidates::Candidates(Database &database, Mirror &mirror, PeeringApiClient &client, TokenSource tokens,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_mirror(mirror)
    , m_client(client)
    , m_tokens(std::move(tokens))
    , m_clock(clock)
{
    connect(&m_database, &Database::changed, this, &Candidates::changed);
    connect(&m_mirror, &Mirror::changed, this, &Candidates::changed);
}

QCoro::Task<Result<QList<NetworkRow>>> Candidates::networks(Asn own)
{
    const auto job = [own, index = m_mirror.index(), envelope = m_database.envelope(),
                      now = m_clock.now()](QSqlDatabase &database) -> Result<QList<NetworkRow>> {
        const auto knowledge = readDeskKnowledge(database, envelope, own);
        if (!knowledge)
            return knowledge.error();
        return networkRows(*index, own, *knowledge, now);
    };
    auto future = m_database.read(job);
    co_return co_await future;
}

QCoro::Task<Result<QList<LocationRow>>> Candidates::locations(Asn own)
{
    const auto job = [own, index = m_mirror.index(), envelope = m_database.envelope(),
                      now = m_clock.now()](QSqlDatabase &database) -> Result<QList<LocationRow>> {
        const auto knowledge = readDeskKnowledge(database, envelope, own);
        if (!knowledge)
            return knowledge.error();
        return locationRows(*index, own, *knowledge, now);
    };
    auto future = m_database.read(job);
    co_return co_await future;
}

QList<Asn> Candidates::networksAt(std::uint32_t exchangeId) const
{
    return m_mirror.index()->networksAt(exchangeId);
}

QCoro::Task<Result<NetworkDetail>> Candidates::detail(Asn own, Asn other)
{
    const auto job = [own, other, index = m_mirror.index(),
                      envelope = m_database.envelope()](QSqlDatabase &database) -> Result<NetworkDetail> {
        const auto knowledge = readDeskKnowledge(database, envelope, own);
        if (!knowledge)
            return knowledge.error();
        const auto endpoint = readEndpoint(database, own, other);
        if (!endpoint)
            return endpoint.error();
        const bool known = index->network(other) || endpoint->endpoint || knowledge->relations.contains(other)
                           || knowledge->sessions.contains(other);
        if (!known)
            return Error(ErrorKind::NotFound, tr("Nothing is known of %1").arg(other.toString()));
        return networkDetail(*index, own, other, *knowledge, *endpoint);
    };
    auto future = m_database.read(job);
    co_return co_await future;
}

QCoro::Task<Result<void>> Candidates::setRelation(Relation relation)
{
    relation.updatedAt = m_clock.now();
    const auto job = [relation](QSqlDatabase &database) { return RelationStore(database).save(relation); };
    auto future = m_database.write(job);
    co_return co_await future;
}

QCoro::Task<Result<int>> Candidates::askLocations(Asn own, Asn other)
{
    const auto lookUp = [own, other](QSqlDatabase &database) { return EndpointStore(database).endpoint(own, other); };
    auto lookedUp = m_database.read(lookUp);
    const auto endpoint = co_await lookedUp;
    if (!endpoint)
        co_return endpoint.error();
    if (!*endpoint)
        co_return Error(ErrorKind::NotFound, tr("No endpoint of %1 is known").arg(other.toString()));
    const QUrl url = (*endpoint)->baseUrl;
    const auto token = co_await m_tokens(url);
    if (!token)
        co_return token.error();
    const RemoteEndpoint remote(url, own, other, (*endpoint)->dialect, *token);
    const auto answer = co_await m_client.locations(remote);
    if (!answer)
        co_return answer.error();
    const QList<Location> locations = answer->value.items;
    const auto keep = [own, other, locations, dialect = answer->dialect,
                       now = m_clock.now()](QSqlDatabase &database) -> Result<void> {
        EndpointStore store(database);
        if (const auto saved = store.saveDialect(own, other, dialect); !saved)
            return saved;
        return store.saveLocations(own, other, locations, now);
    };
    auto kept = m_database.write(keep);
    const auto saved = co_await kept;
    if (!saved)
        co_return saved.error();
    co_return static_cast<int>(locations.size());
}

QCoro::Task<Result<bool>> Candidates::keepLocations(Asn own, Asn other)
{
    const std::pair key(own, other);
    const UtcMs now = m_clock.now();
    if (const auto asked = m_askedAt.constFind(key); asked != m_askedAt.constEnd() && now - *asked < locationsAge)
        co_return false;
    m_askedAt.insert(key, now); // before the first wait: details are refreshed many times while one answer is under way
    const auto lookUp = [own, other](QSqlDatabase &database) { return readEndpoint(database, own, other); };
    auto lookedUp = m_database.read(lookUp);
    const auto known = co_await lookedUp;
    if (!known)
        co_return known.error();
    if (known->endpoint && now - known->locationsAskedAt < locationsAge)
        co_return false;
    bool mayAsk = false;
    if (known->endpoint) {
        const auto token = co_await m_tokens(known->endpoint->baseUrl);
        mayAsk = token.ok();
    }
    if (!mayAsk) {
        m_askedAt.remove(key); // an address or a sign-in may come any time
        co_return false;
    }
    auto asking = askLocations(own, other);
    const auto count = co_await asking;
    if (!count)
        co_return count.error();
    co_return true;
}

QString Candidates::refusalSentence(const Error &error, Asn other)
{
    const QString subject = tr("%1's endpoint").arg(other.toString());
    return errorSentence(error, subject);
}

QCoro::Task<Result<int>> Candidates::importExisting(Asn own, QByteArray text, QString source)
{
    const auto sessions = readExistingSessions(text, own, source, m_clock.now(), *m_mirror.index());
    if (!sessions)
        co_return sessions.error();
    const auto job = [own, source, list = *sessions](QSqlDatabase &database) {
        return ExistingSessionStore(database).replaceSource(own, source, list);
    };
    auto future = m_database.write(job);
    const auto saved = co_await future;
    if (!saved)
        co_return saved.error();
    co_return static_cast<int>(sessions->size());
}

} // namespace peerdesk
