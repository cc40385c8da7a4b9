// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/sender.h"

#include "base/logging.h"
#include "http/retry.h"
#include "storage/database.h"
#include "storage/endpointstore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/errortext.h"
#include "workflow/requests/holder.h"
#include "workflow/requests/reconciliation.h"
#include "workflow/requests/requestupdate.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <algorithm>
#include <limits>
#include <vector>

namespace peerdesk {
namespace {

// What a look at the other side found, kept in the journal's detail: one empty list may have come too early, because
// the endpoint was still at work when it was asked.
const QString listedNothing = QStringLiteral("listed nothing");

/// Only a person can change what stands in the way.
bool isFinalRefusal(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Denied:
    case ErrorKind::NeedsHuman:
    case ErrorKind::Refused:
        return true;
    default:
        return false;
    }
}

/// The other side certainly did nothing.
bool leftNoTrace(ErrorKind kind)
{
    return kind == ErrorKind::Unreachable || kind == ErrorKind::Throttled || kind == ErrorKind::Unauthenticated;
}

QString sentenceFor(const Error &error, Asn other)
{
    return errorSentence(error, QCoreApplication::translate("Sender", "%1's endpoint").arg(other.toString()));
}

Result<void> resolve(QSqlDatabase &database, JournalEntry chain, UtcMs now)
{
    chain.step = JournalEntry::Step::Resolved;
    chain.at = now;
    chain.nextAttemptAt = 0;
    chain.holder.clear();
    return JournalStore(database).append(chain);
}

} // namespace

Sender::Sender(Database &database, PeeringApiClient &client, EndpointAccess &access, const Clock &clock,
               RequestPace pace, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_client(client)
    , m_access(access)
    , m_clock(clock)
    , m_pace(std::move(pace))
    , m_holder(thisHolder())
{
}

QString Sender::keyOf(const Chain &chain)
{
    return chain.requestId + u' ' + chain.sessionId;
}

void Sender::reach(Step step) const
{
    if (m_observer)
        m_observer(step);
}

bool Sender::isDue(const Chain &chain) const
{
    if (m_busy.contains(keyOf(chain)))
        return false;
    return chain.nextAttemptAt <= m_clock.now() || (!chain.holder.isEmpty() && hasEnded(chain.holder));
}

QCoro::Task<void> Sender::work()
{
    auto future = m_database.read([](QSqlDatabase &database) { return JournalStore(database).open(); });
    const auto open = co_await future;
    if (!open) {
        qCWarning(lcWorkflow) << "The journal cannot be read:" << open.error().detail;
        co_return;
    }
    std::vector<QCoro::Task<void>> attempts;
    for (const Chain &chain : *open) {
        if (isDue(chain))
            attempts.push_back(run(chain));
    }
    for (auto &attempt : attempts)
        co_await attempt;
}

QCoro::Task<void> Sender::workOn(QString requestId)
{
    auto future = m_database.read([](QSqlDatabase &database) { return JournalStore(database).open(); });
    const auto open = co_await future;
    if (!open)
        co_return;
    std::vector<QCoro::Task<void>> attempts;
    for (const Chain &chain : *open) {
        const bool free = chain.holder.isEmpty() || isDue(chain);
        if (chain.requestId == requestId && free && !m_busy.contains(keyOf(chain)))
            attempts.push_back(run(chain));
    }
    for (auto &attempt : attempts)
        co_await attempt;
}

QCoro::Task<void> Sender::run(Chain chain)
{
    const QString key = keyOf(chain);
    m_busy.insert(key);
    if (!chain.sessionId.isEmpty())
        co_await withdraw(chain);
    else if (chain.step == JournalEntry::Step::Intended)
        co_await post(chain);
    else
        co_await look(chain);
    m_busy.remove(key);
}

/// Writes the next step and takes hold of the chain; nothing if another program was faster.
QCoro::Task<std::optional<Sender::Chain>> Sender::claim(Chain seen, JournalEntry::Step step)
{
    Chain next = seen;
    next.step = step;
    next.attempt = seen.attempt + 1;
    next.at = m_clock.now();
    next.nextAttemptAt = next.at + m_pace.hold.count();
    next.holder = m_holder;
    auto future =
        m_database.write([seen, next](QSqlDatabase &database) { return JournalStore(database).claim(seen, next); });
    const auto claimed = co_await future;
    if (!claimed) {
        qCWarning(lcWorkflow) << "The journal cannot be written, nothing is sent:" << claimed.error().detail;
        co_return std::nullopt;
    }
    co_return *claimed ? std::optional<Chain>(next) : std::nullopt;
}

QCoro::Task<Result<Request>> Sender::load(QString requestId)
{
    auto future = m_database.read([requestId, envelope = m_database.envelope()](QSqlDatabase &database) {
        return RequestStore(database, envelope).request(requestId);
    });
    co_return co_await future;
}

QCoro::Task<void> Sender::post(Chain chain)
{
    const auto request = co_await load(chain.requestId);
    if (!request) {
        qCWarning(lcWorkflow) << "A request in the journal cannot be read:" << request.error().detail;
        co_return;
    }
    const auto endpoint = co_await m_access.open(request->ownAsn, request->otherAsn);
    if (!endpoint) {
        const Dialect none;
        co_await keepFailure(chain, endpoint.error(), none);
        co_return;
    }
    CreateRequest wire;
    wire.requestId = request->id;
    wire.returnUrl = m_returnUrl;
    for (const Session &session : request->sessions) {
        if (session.approval == Approval::Sending)
            wire.proposals.append(session.proposal);
    }
    auto proving = proofsFor(&m_database, m_statements, *request, m_clock.now());
    const auto proofs = co_await proving;
    if (!proofs) {
        qCWarning(lcWorkflow) << "The keys of a request cannot be kept, nothing is sent:" << proofs.error().detail;
        co_return;
    }
    wire.keys = *proofs;
    auto claiming = claim(chain, JournalEntry::Step::Posting);
    const auto claimed = co_await claiming;
    if (!claimed)
        co_return;
    chain = *claimed;
    reach(Step::BeforeWire);
    const auto answer = co_await m_client.createSessions(*endpoint, wire);
    reach(Step::AfterWire);
    if (answer)
        co_await keepAnswer(chain, *answer);
    else
        co_await keepFailure(chain, answer.error(), endpoint->dialect);
    reach(Step::Stored);
}

QCoro::Task<void> Sender::keepAnswer(Chain chain, Spoken<CreateAnswer> answer)
{
    auto future = m_database.write([chain, answer, envelope = m_database.envelope(), now = m_clock.now(),
                                    soon = m_pace.firstPoll.count()](QSqlDatabase &database) -> Result<void> {
        const auto request = RequestStore(database, envelope).request(chain.requestId);
        if (!request)
            return request.error();
        const auto stored = storeAnswer(database, envelope, chain.requestId, answer.value, now);
        if (!stored)
            return stored;
        EndpointStore endpoints(database);
        auto endpoint = endpoints.endpoint(request->ownAsn, request->otherAsn);
        if (endpoint && *endpoint) {
            (*endpoint)->pollInterval = soon;
            (*endpoint)->nextPollAt = now + soon;
            (*endpoint)->lastError.clear();
            const auto paced = endpoints.savePoll(**endpoint);
            const auto spoken = endpoints.saveDialect(request->ownAsn, request->otherAsn, answer.dialect);
            if (!paced || !spoken)
                return paced ? spoken : paced;
        }
        return resolve(database, chain, now);
    });
    const auto kept = co_await future;
    if (!kept) // the journal still says "posting": the hold lapses and the sessions are listed
        qCWarning(lcWorkflow) << "An answer could not be stored:" << kept.error().detail;
}

QCoro::Task<void> Sender::keepFailure(Chain chain, Error error, Dialect dialect)
{
    const bool firstTime = chain.attempt <= 1;
    if (isFinalRefusal(error.kind) || (error.kind == ErrorKind::Conflict && firstTime))
        co_await giveBack(chain, error, dialect);
    else if (error.kind == ErrorKind::Conflict) // with what an earlier attempt made, although nothing was listed
        co_await leaveToPerson(chain, error);
    else if (leftNoTrace(error.kind) || chain.step == JournalEntry::Step::Intended)
        co_await postpone(chain, JournalEntry::Step::Intended, error);
    else
        co_await postpone(chain, JournalEntry::Step::Unclear, error);
}

/// Asks the other side what it has before anything is posted again.
QCoro::Task<void> Sender::look(Chain chain)
{
    const auto request = co_await load(chain.requestId);
    if (!request)
        co_return;
    const auto endpoint = co_await m_access.open(request->ownAsn, request->otherAsn);
    if (!endpoint) {
        co_await postpone(chain, JournalEntry::Step::Unclear, endpoint.error());
        co_return;
    }
    auto claiming = claim(chain, JournalEntry::Step::Unclear);
    const auto claimed = co_await claiming;
    if (!claimed)
        co_return;
    chain = *claimed;
    const auto listed = co_await m_client.sessions(*endpoint);
    if (listed)
        co_await keepListing(chain, *listed, request->otherAsn);
    else if (isFinalRefusal(listed.error().kind))
        co_await leaveToPerson(chain, listed.error());
    else
        co_await postpone(chain, JournalEntry::Step::Unclear, listed.error());
}

QCoro::Task<void> Sender::keepListing(Chain chain, Page<RemoteSession> listed, Asn other)
{
    const auto request = co_await load(chain.requestId);
    if (!request)
        co_return;
    QList<Session> sent;
    for (const Session &session : request->sessions) {
        if (session.approval == Approval::Sending)
            sent.append(session);
    }
    const SessionMatcher matcher(sent);
    CreateAnswer found;
    QStringList missing;
    for (const Session &session : std::as_const(sent))
        missing.append(session.id);
    bool contested = !listed.malformed.isEmpty();
    for (RemoteSession theirs : std::as_const(listed.items)) {
        const auto match = matcher.match(theirs);
        contested |= match.certainty == SessionMatcher::Certainty::Contested;
        if (match.certainty != SessionMatcher::Certainty::Sure)
            continue;
        theirs.proposal.itemId = sent.at(match.index).proposal.itemId;
        missing.removeAll(sent.at(match.index).id);
        found.accepted.append(theirs);
        if (theirs.requestId != chain.requestId)
            found.requestId = theirs.requestId;
    }
    if (found.accepted.isEmpty() && !contested) {
        // Twice nothing, with a pause between: the post never arrived, or was refused without a trace.
        const bool before = chain.detail == listedNothing;
        chain.detail = before ? QString() : listedNothing;
        const Error stillUnclear(ErrorKind::TimedOut);
        co_await postpone(chain, before ? JournalEntry::Step::Intended : JournalEntry::Step::Unclear, stillUnclear);
        co_return;
    }
    auto future = m_database.write([chain, found, missing, envelope = m_database.envelope(),
                                    now = m_clock.now()](QSqlDatabase &database) -> Result<void> {
        // Part of the batch is there, so it was judged; what is missing was rejected, or lost: who knows.
        auto done = storeUnknown(database, envelope, chain.requestId, missing, now);
        if (done)
            done = storeAnswer(database, envelope, chain.requestId, found, now);
        return done ? resolve(database, chain, now) : done;
    });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "What" << other.toString() << "lists could not be stored:" << kept.error().detail;
}

QCoro::Task<void> Sender::giveBack(Chain chain, Error error, Dialect dialect)
{
    Asn other;
    const auto request = co_await load(chain.requestId);
    if (request)
        other = request->otherAsn;
    const QString sentence = sentenceFor(error, other);
    auto future = m_database.write([chain, error, sentence, dialect, envelope = m_database.envelope(),
                                    now = m_clock.now()](QSqlDatabase &database) -> Result<void> {
        const auto stored =
            storeRefusal(database, envelope, chain.requestId, error.fields, sentence, dialect.orientation, now);
        return stored ? resolve(database, chain, now) : stored;
    });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "A refusal could not be stored:" << kept.error().detail;
}

QCoro::Task<void> Sender::leaveToPerson(Chain chain, Error error)
{
    const auto request = co_await load(chain.requestId);
    if (!request)
        co_return;
    QStringList all;
    for (const Session &session : request->sessions)
        all.append(session.id);
    const QString sentence = sentenceFor(error, request->otherAsn);
    auto future = m_database.write([chain, all, sentence, envelope = m_database.envelope(),
                                    now = m_clock.now()](QSqlDatabase &database) -> Result<void> {
        auto done = storeUnknown(database, envelope, chain.requestId, all, now);
        if (done)
            done = storeLastError(database, envelope, chain.requestId, sentence, now);
        return done ? resolve(database, chain, now) : done;
    });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "An unknown outcome could not be stored:" << kept.error().detail;
}

QCoro::Task<void> Sender::withdraw(Chain chain)
{
    auto future = m_database.read([id = chain.sessionId, envelope = m_database.envelope()](QSqlDatabase &database) {
        return SessionStore(database, envelope).session(id);
    });
    const auto session = co_await future;
    if (!session)
        co_return;
    const auto endpoint = co_await m_access.open(session->ownAsn, session->otherAsn());
    if (!endpoint) {
        co_await postpone(chain, JournalEntry::Step::Intended, endpoint.error());
        co_return;
    }
    auto claiming = claim(chain, JournalEntry::Step::Posting);
    const auto claimed = co_await claiming;
    if (!claimed)
        co_return;
    chain = *claimed;
    const auto deleted = co_await m_client.deleteSession(*endpoint, session->remoteId);
    if (deleted || deleted.error().kind == ErrorKind::NotFound) {
        co_await keepWithdrawal(chain, *session);
        co_return;
    }
    // Deleting twice is deleting once (RFC 9110 section 9.2.2), so an unclear outcome is simply tried again.
    if (!isFinalRefusal(deleted.error().kind) && deleted.error().kind != ErrorKind::Conflict) {
        co_await postpone(chain, JournalEntry::Step::Intended, deleted.error());
        co_return;
    }
    const QString sentence = sentenceFor(deleted.error(), session->otherAsn());
    auto refusing = m_database.write([chain, sentence, envelope = m_database.envelope(),
                                      now = m_clock.now()](QSqlDatabase &database) -> Result<void> {
        const auto noted = storeLastError(database, envelope, chain.requestId, sentence, now);
        return noted ? resolve(database, chain, now) : noted;
    });
    const auto kept = co_await refusing;
    if (!kept)
        qCWarning(lcWorkflow) << "A refused withdrawal could not be stored:" << kept.error().detail;
}

QCoro::Task<void> Sender::keepWithdrawal(Chain chain, Session session)
{
    auto future = m_database.write([chain, id = session.id, envelope = m_database.envelope(),
                                    now = m_clock.now()](QSqlDatabase &database) -> Result<void> {
        SessionStore sessions(database, envelope);
        auto current = sessions.session(id);
        if (!current)
            return current.error();
        const QString who = chain.detail.section(u'\n', 0, 0);
        const QString why = chain.detail.section(u'\n', 1);
        current->approval = Approval::Withdrawn;
        current->decidedBy = who;
        current->decidedAt = now;
        current->reason = why;
        const auto updated = sessions.update(*current, who, why, now);
        if (!updated)
            return updated.error();
        return resolve(database, chain, now);
    });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "A withdrawal could not be stored:" << kept.error().detail;
}

std::chrono::milliseconds Sender::waitAfter(int attempt, const Error &error) const
{
    const RetryPolicy policy(std::numeric_limits<int>::max(), m_pace.firstRetry, m_pace.longestRetry);
    const auto wait = policy.backOff(std::max(attempt, 1), m_pace.random());
    return error.retryAfter ? std::max<std::chrono::milliseconds>(wait, *error.retryAfter) : wait;
}

QCoro::Task<void> Sender::postpone(Chain chain, JournalEntry::Step step, Error error)
{
    const auto request = co_await load(chain.requestId);
    if (!request)
        co_return;
    Chain next = chain;
    next.step = step;
    next.at = m_clock.now();
    next.holder.clear();
    if (chain.holder.isEmpty())
        next.attempt = chain.attempt + 1; // it failed before anybody took hold of it
    next.nextAttemptAt = next.at + waitAfter(next.attempt, error).count();
    const QString sentence = sentenceFor(error, request->otherAsn);
    auto future = m_database.write([chain, next, sentence, now = next.at,
                                    envelope = m_database.envelope()](QSqlDatabase &database) -> Result<void> {
        const auto noted = storeLastError(database, envelope, chain.requestId, sentence, now);
        return noted ? JournalStore(database).append(next) : noted;
    });
    const auto kept = co_await future;
    if (!kept)
        qCWarning(lcWorkflow) << "The journal cannot be written:" << kept.error().detail;
}

} // namespace peerdesk
