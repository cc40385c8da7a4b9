// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/poller.h"

#include "base/logging.h"
#include "peeringapi/peeringapiclient.h"
#include "storage/database.h"
#include "storage/endpointstore.h"
#include "storage/sessionstore.h"
#include "workflow/errortext.h"
#include "workflow/requests/adoption.h"
#include "workflow/requests/reconciliation.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QSet>

#include <algorithm>
#include <vector>

namespace peerdesk {
namespace {

constexpr qsizetype changesInOneJob = 200;         // about 20 ms of writing
constexpr int lookedAtAtOnce = 500;                // of which some may be other programs' business
constexpr qsizetype confirmedInOnePoll = 20;       // single questions, where one list used to do
constexpr qsizetype lookedThroughInOnePoll = 1000; // of sessions that we do not know

bool isOpen(const Session &session)
{
    switch (session.approval) {
    case Approval::Pending:
    case Approval::Held:
    case Approval::Offered:
        return true;
    case Approval::Approved:
        return session.connection != Connection::Unestablished;
    default:
        return false;
    }
}

/// Nothing was asked: whoever has a token may do better.
bool isWithoutToken(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Unauthenticated;
}

QString troubleWith(const NetworkEndpoint &endpoint, const Error &error)
{
    return errorSentence(error,
                         QCoreApplication::translate("Sender", "%1's endpoint").arg(endpoint.otherAsn.toString()));
}

/// An offer that nobody took up ends at its deadline, whether the other side says so or not.
Session withoutStaleOffer(Session session, UtcMs now)
{
    const bool isStale =
        session.approval == Approval::Offered && session.configureBy != 0 && session.configureBy <= now;
    if (!isStale)
        return session;
    session.approval = Approval::Withdrawn;
    session.decidedAt = now;
    session.reason = QCoreApplication::translate("Poller", "The offer was not taken up in time");
    return session;
}

} // namespace

Poller::Poller(Database &database, PeeringApiClient &client, EndpointAccess &access, const Clock &clock, Places places,
               RequestPace pace, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_client(client)
    , m_access(access)
    , m_clock(clock)
    , m_places(std::move(places))
    , m_pace(std::move(pace))
{
}

QCoro::Task<void> Poller::work()
{
    const auto due = co_await claimDue();
    if (!due) {
        qCWarning(lcWorkflow) << "What to poll cannot be read:" << due.error().detail;
        co_return;
    }
    std::vector<QCoro::Task<Result<void>>> polls;
    for (const NetworkEndpoint &endpoint : *due)
        polls.push_back(run(endpoint));
    for (auto &poll : polls)
        (void)co_await poll; // how it went stands with the endpoint
}

/// Moves their time on by the hold, so that no other program asks them too; nothing is written when none is due.
QCoro::Task<Result<QList<NetworkEndpoint>>> Poller::claimDue()
{
    const UtcMs now = m_clock.now();
    const int room = m_pace.pollsAtOnce - m_running;
    if (room <= 0)
        co_return QList<NetworkEndpoint>();
    auto looking = m_database.read(
        [now](QSqlDatabase &database) { return EndpointStore(database).duePolls(now, lookedAtAtOnce); });
    const auto due = co_await looking;
    if (!due || due->isEmpty())
        co_return due;
    auto choosing = oursAmong(*due, room);
    const QList<NetworkEndpoint> ours = co_await choosing;
    if (ours.isEmpty())
        co_return ours;
    auto claiming = m_database.write(
        [ours, until = now + m_pace.hold.count()](QSqlDatabase &database) -> Result<QList<NetworkEndpoint>> {
            EndpointStore endpoints(database);
            QList<NetworkEndpoint> claimed;
            for (const NetworkEndpoint &seen : ours) {
                const auto present = endpoints.endpoint(seen.ownAsn, seen.otherAsn);
                if (!present)
                    return present.error();
                if (!*present || (*present)->nextPollAt != seen.nextPollAt)
                    continue; // somebody was faster
                NetworkEndpoint held = **present;
                held.nextPollAt = until;
                if (const auto kept = endpoints.savePoll(held); !kept)
                    return kept.error();
                claimed.append(seen);
            }
            return claimed;
        });
    co_return co_await claiming;
}

/// One that this program has no token for is left, with its time, to those that have one. Where none of them came for
/// the length of a hold and a person could sign in here, somebody is told.
QCoro::Task<QList<NetworkEndpoint>> Poller::oursAmong(QList<NetworkEndpoint> due, int room)
{
    QList<NetworkEndpoint> ours;
    for (const NetworkEndpoint &endpoint : std::as_const(due)) {
        if (ours.size() == room)
            break;
        auto asking = m_access.token(endpoint.baseUrl);
        const auto token = co_await asking;
        if (token || !isWithoutToken(token.error())) {
            ours.append(endpoint);
            continue;
        }
        const bool isLate = m_clock.now() - endpoint.nextPollAt >= m_pace.hold.count();
        if (isLate && token.error().kind == ErrorKind::Unauthenticated)
            co_await keepTrouble(endpoint, token.error());
    }
    co_return ours;
}

QCoro::Task<Result<void>> Poller::poll(Asn own, Asn other)
{
    auto future =
        m_database.read([own, other](QSqlDatabase &database) { return EndpointStore(database).endpoint(own, other); });
    const auto known = co_await future;
    if (!known)
        co_return known.error();
    if (!*known)
        co_return Error(
            ErrorKind::NotFound,
            QCoreApplication::translate("EndpointAccess", "No endpoint of %1 is known").arg(other.toString()));
    const NetworkEndpoint endpoint = **known;
    co_return co_await run(endpoint);
}

QCoro::Task<Result<void>> Poller::run(NetworkEndpoint endpoint)
{
    ++m_running;
    Result<void> outcome;
    const auto remote = co_await m_access.open(endpoint.ownAsn, endpoint.otherAsn);
    if (!remote) {
        outcome = remote.error();
        if (isWithoutToken(remote.error())) {
            co_await keepTrouble(endpoint, remote.error());
            --m_running;
            co_return outcome;
        }
    } else {
        const auto listed = co_await m_client.sessions(*remote);
        if (!listed) {
            outcome = listed.error();
        } else {
            const auto taken = co_await takeIn(endpoint, *remote, *listed);
            if (taken)
                co_await keepPace(endpoint, *taken);
            else
                outcome = taken.error();
        }
    }
    if (!outcome)
        co_await keepFailure(endpoint, outcome.error());
    --m_running;
    co_return outcome;
}

QCoro::Task<Result<Poller::Taken>> Poller::takeIn(NetworkEndpoint endpoint, RemoteEndpoint remote,
                                                  Page<RemoteSession> listed)
{
    auto comparing = m_database.read([listed, own = endpoint.ownAsn, other = endpoint.otherAsn, now = m_clock.now(),
                                      envelope = m_database.envelope()](QSqlDatabase &database) -> Result<Comparison> {
        SessionFilter filter;
        filter.ownAsn = own;
        filter.otherAsn = other;
        filter.direction = Direction::Outgoing;
        const auto ours = SessionStore(database, envelope).sessions(filter);
        if (!ours)
            return ours.error();
        return compare(*ours, listed, now);
    });
    const auto compared = co_await comparing;
    if (!compared)
        co_return compared.error();
    QList<SessionChange> changes = compared->changes;
    changes += co_await confirmMissing(remote, compared->missing);
    const auto stored = co_await storeChanges(changes, endpoint.otherAsn);
    if (!stored)
        co_return stored.error();
    const auto added = co_await adopt(endpoint, compared->unknown);
    if (!added)
        co_return added.error();
    Taken taken;
    taken.changed = *stored + *added > 0;
    taken.awaiting = compared->awaiting;
    co_return taken;
}

Poller::Comparison Poller::compare(const QList<Session> &ours, const Page<RemoteSession> &listed, UtcMs now)
{
    Comparison result;
    const SessionMatcher matcher(ours);
    QSet<qsizetype> seen;
    for (const RemoteSession &theirs : listed.items) {
        const auto match = matcher.match(theirs);
        if (match.certainty == SessionMatcher::Certainty::Sure) {
            seen.insert(match.index);
            const Session &before = ours.at(match.index);
            if (before.approval == Approval::Sending)
                continue; // the sender is at it
            const Session after = withoutStaleOffer(reconciled(before, theirs, now), now);
            if (differs(before, after))
                result.changes.append({before, after, {}});
        } else if (!isFinal(statusOf(theirs.approval, theirs.connection)) && theirs.proposal.initiatorAddress.isValid()
                   && theirs.proposal.receiverAddress.isValid() && result.unknown.size() < lookedThroughInOnePoll) {
            result.unknown.append(theirs);
        }
    }
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const Session &session = ours.at(i);
        if (!isOpen(session))
            continue;
        result.awaiting |= session.connection != Connection::Established;
        if (!seen.contains(i) && !session.remoteId.isEmpty() && listed.malformed.isEmpty())
            result.missing.append(session);
    }
    return result;
}

/// A list may be cut short by a fault of theirs; before a session is given up, it is asked for by name.
QCoro::Task<QList<SessionChange>> Poller::confirmMissing(RemoteEndpoint remote, QList<Session> missing)
{
    QList<SessionChange> changes;
    for (const Session &session : missing.mid(0, confirmedInOnePoll)) {
        const auto single = co_await m_client.session(remote, session.remoteId);
        if (single) {
            const Session after = reconciled(session, *single, m_clock.now());
            if (differs(session, after))
                changes.append({session, after, {}});
        } else if (single.error().kind == ErrorKind::NotFound) {
            Session after = session;
            after.approval = Approval::Withdrawn;
            after.decidedBy = session.otherAsn().toString();
            after.decidedAt = m_clock.now();
            after.reason =
                QCoreApplication::translate("Poller", "%1 no longer has it").arg(session.otherAsn().toString());
            changes.append({session, after, after.reason});
        } else {
            break; // not a good moment; the next poll asks again
        }
    }
    co_return changes;
}

QCoro::Task<Result<int>> Poller::storeChanges(QList<SessionChange> changes, Asn other)
{
    int written = 0;
    for (qsizetype from = 0; from < changes.size(); from += changesInOneJob) {
        auto future =
            m_database.write([slice = changes.mid(from, changesInOneJob), envelope = m_database.envelope(),
                              author = ChangeAuthor{other.toString(), m_clock.now()}](QSqlDatabase &database) {
                return store(database, envelope, slice, author);
            });
        const auto stored = co_await future;
        if (!stored)
            co_return stored.error();
        written += *stored;
    }
    co_return written;
}

/// Written only where there is something to write: what is refused is listed again each time.
QCoro::Task<Result<int>> Poller::adopt(NetworkEndpoint endpoint, QList<RemoteSession> unknown)
{
    if (unknown.isEmpty())
        co_return 0;
    QList<SessionProposal> proposals;
    for (const RemoteSession &one : std::as_const(unknown))
        proposals.append(Adoption::proposalOf(endpoint, one));
    const auto adoption = std::make_shared<const Adoption>(endpoint, unknown, factsOf(m_places, proposals));
    auto looking = m_database.read([adoption, envelope = m_database.envelope()](QSqlDatabase &database) {
        return adoption->isNeeded(database, envelope);
    });
    const auto needed = co_await looking;
    if (!needed)
        co_return needed.error();
    if (!*needed)
        co_return 0;
    auto adopting =
        m_database.write([adoption, envelope = m_database.envelope(), now = m_clock.now()](QSqlDatabase &database) {
            return adoption->carryOut(database, envelope, now);
        });
    co_return co_await adopting;
}

/// Spread by a tenth each way: the clocks of many desks must not strike together.
UtcMs Poller::jittered(UtcMs interval) const
{
    return static_cast<UtcMs>(static_cast<double>(interval) * (0.9 + 0.2 * m_pace.random()));
}

QCoro::Task<void> Poller::keepPace(NetworkEndpoint endpoint, Taken taken)
{
    const UtcMs first = m_pace.firstPoll.count();
    const UtcMs longest = (taken.awaiting ? m_pace.longestPoll : m_pace.longestQuietPoll).count();
    const auto widened = static_cast<UtcMs>(static_cast<double>(endpoint.pollInterval) * m_pace.widening);
    endpoint.pollInterval = taken.changed ? first : std::clamp(widened, first, std::max(first, longest));
    endpoint.polledAt = m_clock.now();
    endpoint.nextPollAt = endpoint.polledAt + jittered(endpoint.pollInterval);
    endpoint.failures = 0;
    endpoint.lastError.clear();
    auto future =
        m_database.write([endpoint](QSqlDatabase &database) { return EndpointStore(database).savePoll(endpoint); });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "The time of the next poll could not be stored:" << kept.error().detail;
}

QCoro::Task<void> Poller::keepFailure(NetworkEndpoint endpoint, Error error)
{
    constexpr int mostDoublings = 20;
    ++endpoint.failures;
    const UtcMs doubled = m_pace.firstPoll.count() << std::min(endpoint.failures - 1, mostDoublings);
    UtcMs wait = jittered(std::min<UtcMs>(doubled, m_pace.longestPoll.count()));
    if (error.retryAfter)
        wait = std::max<UtcMs>(wait, std::chrono::milliseconds(*error.retryAfter).count());
    endpoint.nextPollAt = m_clock.now() + wait;
    endpoint.lastError = troubleWith(endpoint, error);
    auto future =
        m_database.write([endpoint](QSqlDatabase &database) { return EndpointStore(database).savePoll(endpoint); });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "A failed poll could not be noted:" << kept.error().detail;
}

/// Words alone: the time stays as it is, so that no other program's poll waits for a token of ours.
QCoro::Task<void> Poller::keepTrouble(NetworkEndpoint endpoint, Error error)
{
    const QString words = troubleWith(endpoint, error);
    if (endpoint.lastError == words)
        co_return;
    auto future = m_database.write([own = endpoint.ownAsn, other = endpoint.otherAsn, words](QSqlDatabase &database) {
        return EndpointStore(database).saveTrouble(own, other, words);
    });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "A poll without a token could not be noted:" << kept.error().detail;
}

} // namespace peerdesk
