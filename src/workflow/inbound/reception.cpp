// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/reception.h"

#include "base/logging.h"
#include "peering/notice.h"
#include "storage/database.h"
#include "storage/noticestore.h"
#include "storage/policystore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/inbound/arrival.h"
#include "workflow/inbound/counterround.h"
#include "workflow/inbound/offercourier.h"
#include "workflow/policy/policytext.h"
#include "workflow/requests/sessionchange.h"

#include <QCoroFuture>

#include <algorithm>

namespace peerdesk {
namespace {

int pageSize(const ListQuery &query)
{
    return query.maxResults > 0 ? query.maxResults : maxPageSize;
}

Error denied(Asn asn)
{
    return Error(ErrorKind::Denied, QStringLiteral("The token does not speak for %1").arg(asn.toString()),
                 {{QStringLiteral("asn"), {QStringLiteral("is not a network of the caller")}, {}}});
}

Error unknownSession()
{
    return Error(ErrorKind::NotFound, QStringLiteral("There is no such session"));
}

/// The batch's own pair of networks; nothing if it mixes several.
std::optional<std::pair<Asn, Asn>> pairOf(const QList<SessionProposal> &proposals)
{
    const SessionProposal &first = proposals.first();
    const bool same = std::all_of(proposals.begin(), proposals.end(), [&first](const SessionProposal &proposal) {
        return proposal.initiator == first.initiator && proposal.receiver == first.receiver;
    });
    return same ? std::optional(std::pair(first.receiver, first.initiator)) : std::nullopt;
}

/// Which sessions of one caller are asked for: within a job.
struct Listing
{
    QList<Asn> own;
    QList<Asn> callers;
    QString requestId;
    QString after;
    int limit = 0;

    [[nodiscard]] Result<QList<Session>> read(QSqlDatabase &database, const Envelope &envelope) const
    {
        QList<Session> all;
        for (const Asn ours : own) {
            for (const Asn theirs : callers) {
                const auto found = readPair(database, envelope, ours, theirs);
                if (!found)
                    return found.error();
                all += *found;
            }
        }
        std::sort(all.begin(), all.end(), [](const Session &a, const Session &b) { return a.id < b.id; });
        return all.first(std::min<qsizetype>(all.size(), limit));
    }

private:
    [[nodiscard]] Result<QList<Session>> readPair(QSqlDatabase &database, const Envelope &envelope, Asn ours,
                                                  Asn theirs) const
    {
        SessionFilter filter;
        filter.ownAsn = ours;
        filter.otherAsn = theirs;
        filter.direction = Direction::Inbound;
        filter.afterId = after;
        filter.limit = limit;
        SessionStore store(database, envelope);
        if (requestId.isEmpty()) {
            const auto inTurn = store.offeredByThem(ours, theirs, after, limit);
            return inTurn ? together(store.sessions(filter), *inTurn) : inTurn;
        }
        RequestStore requests(database, envelope);
        const auto named = requests.inboundId(ours, theirs, requestId);
        if (!named)
            return named.error();
        filter.requestIds = {requestId};
        if (*named)
            filter.requestIds.append(**named);
        const auto oursNamed = requests.idNamedBy(ours, theirs, requestId);
        if (!oursNamed)
            return oursNamed.error();
        if (!*oursNamed)
            return store.sessions(filter);
        SessionFilter round = filter;
        round.direction = Direction::Outgoing;
        round.requestIds = {**oursNamed};
        round.approvals = {Approval::Pending, Approval::Held, Approval::Offered, Approval::Approved,
                           Approval::Rejected};
        const auto ofOurs = store.sessions(round);
        return ofOurs ? together(store.sessions(filter), *ofOurs) : ofOurs;
    }

    [[nodiscard]] static Result<QList<Session>> together(Result<QList<Session>> inbound, const QList<Session> &ofOurs)
    {
        if (inbound)
            std::transform(ofOurs.begin(), ofOurs.end(), std::back_inserter(*inbound), asSeenByThem);
        return inbound;
    }
};

/// The session as it is here, if this caller may see it: one that it asked for and has not taken back, or one that we
/// asked of it, which it may know from a counter-round.
Result<Session> visibleSession(SessionStore &store, const QString &id, const Caller &caller, const QSet<Asn> &own)
{
    const auto session = store.session(id);
    if (!session)
        return session.error().kind == ErrorKind::NotFound ? unknownSession() : session.error();
    const bool isWithThem =
        own.contains(session->ownAsn) && caller.networks.contains(session->otherAsn()) && session->deletedAt == 0;
    const bool isOver = session->proposal.initiator == session->ownAsn && session->approval == Approval::Withdrawn;
    if (!isWithThem || isOver)
        return unknownSession();
    return session;
}

Session shownToThem(const Session &session)
{
    return session.proposal.initiator == session.ownAsn ? asSeenByThem(session) : session;
}

Result<Session> withdrawIn(QSqlDatabase &database, const Envelope &envelope, const QString &id, const Caller &caller,
                           const QSet<Asn> &own, UtcMs now)
{
    SessionStore store(database, envelope);
    const auto before = visibleSession(store, id, caller, own);
    if (!before)
        return before;
    Session gone = *before;
    gone.approval = Approval::Withdrawn;
    gone.decidedAt = now;
    gone.decidedBy = gone.otherAsn().toString();
    if (gone.proposal.receiver == gone.ownAsn)
        gone.deletedAt = now; // one that we asked for stays in our request, for whoever sent it
    if (const auto updated = store.update(gone, caller.who, {}, now); !updated)
        return updated.error();
    if (before->approval == Approval::Approved) {
        // What our routers may hold for it has to go: somebody must be told.
        const Notice notice = noticeAbout(*before, Notice::Kind::Unestablished, now);
        if (const auto added = NoticeStore(database).add(notice); !added)
            return added.error();
    }
    return shownToThem(*before);
}

/// What `find` gives for each id, nothing where it knows none; its first failure of another kind.
template<class Find> Result<QList<std::optional<Session>>> eachKnown(const QStringList &ids, const Find &find)
{
    QList<std::optional<Session>> all;
    for (const QString &id : ids) {
        const auto one = find(id);
        if (!one && one.error().kind != ErrorKind::NotFound)
            return one.error();
        all.append(one ? std::optional<Session>(*one) : std::nullopt);
    }
    return all;
}

struct Taken
{
    BatchVerdict verdict;
    bool toCarry = false;
};

/// Only what differs is written: a daemon that starts again is no news.
Result<void> publish(QSqlDatabase &database, const QList<StoredPolicy> &policies)
{
    PolicyStore store(database);
    for (StoredPolicy policy : policies) {
        const auto known = store.policy(policy.ownAsn, policy.origin);
        if (!known)
            return known.error();
        if (*known && (*known)->text == policy.text)
            continue;
        policy.version = *known ? (*known)->version : 0;
        if (const auto saved = store.save(policy); !saved)
            return saved.error();
    }
    return {};
}

} // namespace

Reception::Reception(Database &database, const Clock &clock, Places places, QList<ServedNetwork> networks)
    : m_database(database)
    , m_clock(clock)
    , m_places(std::move(places))
    , m_policies(std::make_shared<PolicyFinder>())
{
    setNetworks(std::move(networks));
}

Policy Reception::policyOfFile(Asn own) const
{
    const auto network = std::find_if(m_networks.begin(), m_networks.end(),
                                      [own](const ServedNetwork &candidate) { return candidate.asn == own; });
    return network == m_networks.end() ? Policy() : network->policy;
}

QCoro::Task<Result<PolicyInForce>> Reception::policyInForce(Asn own)
{
    const auto job = [finder = m_policies, own, ofFile = policyOfFile(own)](QSqlDatabase &db) {
        return finder->find(db, own, ofFile);
    };
    auto future = m_database.read(job);
    co_return co_await future;
}

QCoro::Task<Result<void>> Reception::publishPolicies(QString who)
{
    QList<StoredPolicy> policies;
    for (const ServedNetwork &network : m_networks) {
        const QString text = policyText(formOf(network.policy));
        policies.append({network.asn, StoredPolicy::Origin::File, text, who, m_clock.now(), 0});
    }
    auto future = m_database.write([policies](QSqlDatabase &db) { return publish(db, policies); });
    co_return co_await future;
}

void Reception::setNetworks(QList<ServedNetwork> networks)
{
    m_networks = std::move(networks);
    m_own.clear();
    for (const ServedNetwork &network : std::as_const(m_networks))
        m_own.insert(network.asn);
}

Result<Arrival> Reception::arrivalOf(const IncomingRequest &incoming, const Caller &caller) const
{
    const QList<SessionProposal> &proposals = incoming.request.proposals;
    const auto pair = proposals.isEmpty() ? std::nullopt : pairOf(proposals);
    if (!pair)
        return Error(ErrorKind::Invalid, QStringLiteral("All sessions of a request are between the same two networks"),
                     {{QStringLiteral("sessions"), {QStringLiteral("must be between the same two networks")}, {}}});
    const auto network = std::find_if(m_networks.begin(), m_networks.end(),
                                      [&pair](const ServedNetwork &candidate) { return candidate.asn == pair->first; });
    if (network == m_networks.end() || !caller.networks.contains(pair->second))
        return denied(pair->second);

    Arrival arrival;
    arrival.incoming = incoming;
    arrival.network = *network;
    arrival.caller = pair->second;
    arrival.who = caller.who;
    arrival.senderAddress = caller.address;
    arrival.initiator = m_places.network(arrival.caller);
    arrival.shared = m_places.shared(arrival.network.asn, arrival.caller);
    arrival.now = m_clock.now();
    arrival.policies = m_policies;
    QHash<Location, QList<IpAddress>> addresses;
    for (const SessionProposal &proposal : proposals)
        addresses[proposal.location] += {proposal.initiatorAddress, proposal.receiverAddress};
    if (arrival.network.offers) {
        for (const SharedExchange &exchange : std::as_const(arrival.shared)) {
            for (const PortPair &possible : exchange.pairs)
                addresses[exchange.location()] += {possible.ownAddress, possible.otherAddress};
        }
    }
    for (auto it = addresses.cbegin(); it != addresses.cend(); ++it)
        arrival.exchanges.insert(it.key(), m_places.facts(it.key(), it.value()));
    return arrival;
}

/// With the keys that came along.
QCoro::Task<Result<Arrival>> Reception::examined(IncomingRequest incoming, Caller caller)
{
    const auto keys = namedKeys(incoming.request.keys);
    if (!keys)
        co_return keys.error();
    auto checking = checkKeys(m_keyTrust, *keys, m_clock.now());
    const QList<KeyFinding> findings = co_await checking;
    auto arrival = arrivalOf(incoming, caller);
    if (arrival)
        arrival->keys = findings;
    co_return arrival;
}

QCoro::Task<Result<BatchVerdict>> Reception::receive(IncomingRequest incoming, Caller caller)
{
    auto examining = examined(std::move(incoming), caller);
    const auto arrival = co_await examining;
    if (!arrival)
        co_return arrival.error();
    const Envelope envelope = m_database.envelope();
    auto future = m_database.write([arrival = *arrival, envelope](QSqlDatabase &db) -> Result<Taken> {
        const auto verdict = takeIn(db, envelope, arrival);
        if (!verdict)
            return verdict.error();
        const auto noted = OfferCourier::note(db, arrival.incoming.request, *verdict, arrival.now);
        if (!noted)
            return noted.error();
        return Taken{*verdict, *noted};
    });
    const auto taken = co_await future;
    if (!taken)
        co_return taken.error();
    if (taken->toCarry && m_courier) {
        m_courier->run().then([](const Result<void> &carried) {
            if (!carried)
                qCWarning(lcWorkflow).noquote() << "offers:" << carried.error().detail;
        });
    }
    co_return Result<BatchVerdict>(taken->verdict);
}

QCoro::Task<Result<Request>> Reception::preview(IncomingRequest incoming, Caller caller)
{
    auto examining = examined(std::move(incoming), std::move(caller));
    const auto arrival = co_await examining;
    if (!arrival)
        co_return arrival.error();
    const Envelope envelope = m_database.envelope();
    auto future =
        m_database.read([arrival = *arrival, envelope](QSqlDatabase &db) { return judged(db, envelope, arrival); });
    co_return co_await future;
}

QCoro::Task<Result<Page<Session>>> Reception::sessions(ListQuery query, Caller caller)
{
    if (query.asn && !caller.networks.contains(*query.asn))
        co_return denied(*query.asn);
    Listing listing;
    listing.own = networks().values();
    listing.callers = query.asn ? QList<Asn>{*query.asn} : caller.networks.values();
    listing.requestId = query.requestId;
    listing.after = query.nextToken.value_or(QString());
    listing.limit = pageSize(query) + 1;
    const Envelope envelope = m_database.envelope();
    auto asking = m_database.ask([listing, envelope](QSqlDatabase &db) { return listing.read(db, envelope); });
    auto found = co_await asking;
    if (!found)
        co_return found.error();
    Page<Session> page;
    page.items = std::move(*found);
    if (page.items.size() == listing.limit) {
        page.items.removeLast();
        page.nextToken = page.items.last().id;
    }
    co_return page;
}

Database::Reading<QByteArray> Reception::session(QString id, Caller caller, QByteArray (*write)(const Session &))
{
    auto job = [envelope = m_database.envelope(), id = std::move(id), caller = std::move(caller), own = m_own,
                write](QSqlDatabase &db) -> Result<QByteArray> {
        SessionStore store(db, envelope);
        const auto session = visibleSession(store, id, caller, own);
        if (!session)
            return session.error();
        return write(shownToThem(*session));
    };
    return m_database.ask<std::function<Result<QByteArray>(QSqlDatabase &)>>(std::move(job));
}

QCoro::Task<Result<QList<std::optional<Session>>>> Reception::withdraw(QStringList ids, Caller caller)
{
    const Envelope envelope = m_database.envelope();
    const QSet<Asn> own = networks();
    auto looking = m_database.ask([envelope, ids, caller, own](QSqlDatabase &db) {
        SessionStore store(db, envelope);
        return eachKnown(ids,
                         [&store, &caller, &own](const QString &id) { return visibleSession(store, id, caller, own); });
    });
    const auto seen = co_await looking;
    if (!seen || std::none_of(seen->begin(), seen->end(), [](const auto &session) { return session.has_value(); }))
        co_return seen;
    auto taking = m_database.write([envelope, ids, caller, own, now = m_clock.now()](QSqlDatabase &db) {
        return eachKnown(ids, [&db, &envelope, &caller, &own, now](const QString &id) {
            return withdrawIn(db, envelope, id, caller, own, now);
        });
    });
    co_return co_await taking;
}

Result<Page<Location>> Reception::locations(const ListQuery &query, const Caller &caller) const
{
    QSet<Asn> own = networks();
    QSet<Asn> callers = caller.networks;
    if (query.asn) {
        if (callers.contains(*query.asn))
            callers = {*query.asn};
        else if (own.contains(*query.asn))
            own = {*query.asn};
        else
            return denied(*query.asn);
    }
    QSet<Location> found;
    for (const Asn ours : std::as_const(own)) {
        for (const Asn theirs : std::as_const(callers)) {
            const QList<SharedExchange> shared = m_places.shared(ours, theirs);
            for (const SharedExchange &exchange : shared) {
                if (!exchange.pairs.isEmpty())
                    found.insert(exchange.location());
            }
        }
    }
    QList<Location> sorted;
    for (const Location &location : std::as_const(found)) {
        if (!query.kind || location.kind == *query.kind)
            sorted.append(location);
    }
    std::sort(sorted.begin(), sorted.end());

    const QString token = query.nextToken.value_or(QString());
    bool numeric = false;
    const std::uint32_t after = token.toUInt(&numeric);
    if (!token.isEmpty() && !numeric)
        return Error(ErrorKind::Invalid, QStringLiteral("next_token is not one of ours"),
                     {{QStringLiteral("next_token"), {QStringLiteral("is not one of ours")}, {}}});
    Page<Location> page;
    for (const Location &location : std::as_const(sorted)) {
        if (location.id <= after)
            continue;
        if (page.items.size() == pageSize(query)) {
            page.nextToken = QString::number(page.items.last().id);
            break;
        }
        page.items.append(location);
    }
    return page;
}

} // namespace peerdesk
