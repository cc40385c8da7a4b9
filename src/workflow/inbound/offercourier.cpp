// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/offercourier.h"

#include "base/logging.h"
#include "peeringapi/baseurl.h"
#include "peeringapi/peeringapiclient.h"
#include "storage/auditstore.h"
#include "storage/database.h"
#include "storage/endpointstore.h"
#include "storage/sessionstore.h"

#include <QCoroFuture>
#include <QRandomGenerator>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr int lookedAtAtOnce = 500; // of which some may wait for a credential that we do not have
/// While one daemon carries, the others leave it alone; should it die meanwhile, for this long.
constexpr UtcMs carryingAtMost = 10 * 60'000;

bool isSameEndpoint(const QUrl &one, const QUrl &other)
{
    const auto first = endpointBaseUrl(one.toString());
    const auto second = endpointBaseUrl(other.toString());
    return first && second && *first == *second;
}

/// What may be better another time. Whoever answered no has answered.
bool mayPass(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthenticated: // a credential is renewed
    case ErrorKind::Throttled:
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Unavailable:
    case ErrorKind::Protocol: // a proxy's page, while the endpoint behind it restarts
    case ErrorKind::Cancelled:
        return true;
    default:
        return false;
    }
}

Error notTheirEndpoint(Asn asn)
{
    return Error(ErrorKind::Denied,
                 QStringLiteral("the return_url is not the endpoint known for %1").arg(asn.toString()));
}

} // namespace

OfferCourier::OfferCourier(Database &database, PeeringApiClient &client, TokenSource tokens, const Clock &clock)
    : m_database(database)
    , m_access(database, std::move(tokens))
    , m_client(client)
    , m_clock(clock)
{
}

Result<bool> OfferCourier::note(QSqlDatabase &database, const CreateRequest &theirs, const BatchVerdict &verdict,
                                UtcMs now)
{
    if (verdict.repeated || verdict.offered.isEmpty() || theirs.returnUrl.isEmpty())
        return false;
    const Session &first = verdict.offered.first();
    const auto known = EndpointStore(database).endpoint(first.ownAsn, first.otherAsn());
    if (!known)
        return known.error();
    if (!*known || !isSameEndpoint((*known)->baseUrl, theirs.returnUrl)) {
        qCInfo(lcWorkflow).noquote() << "offers of" << verdict.requestId
                                     << "are not carried:" << notTheirEndpoint(first.otherAsn()).detail;
        return false;
    }
    OfferDelivery delivery;
    delivery.ownAsn = first.ownAsn;
    delivery.requestId = verdict.requestId;
    delivery.otherAsn = first.otherAsn();
    delivery.name = theirs.requestId.isEmpty() ? verdict.requestId : theirs.requestId;
    delivery.returnUrl = (*known)->baseUrl; // the same, as credentials name it
    delivery.createdAt = delivery.nextTryAt = now;
    if (const auto added = OfferStore(database).add(delivery); !added)
        return added.error();
    return true;
}

QCoro::Task<Result<void>> OfferCourier::run()
{
    if (m_running)
        co_return Result<void>();
    m_running = true;
    Result<void> result;
    auto looking = m_database.read(
        [now = m_clock.now()](QSqlDatabase &database) { return OfferStore(database).due(now, lookedAtAtOnce); });
    const auto due = co_await looking;
    if (!due)
        result = due.error();
    for (qsizetype i = 0; result && i < due->size(); ++i) {
        auto handling = handle(due->at(i));
        result = co_await handling;
    }
    m_running = false;
    co_return result;
}

QCoro::Task<Result<void>> OfferCourier::handle(OfferDelivery delivery)
{
    if (delivery.open == 0) {
        auto ending = end(delivery, {}, QStringLiteral("nothing of them was offered any more"));
        co_return co_await ending;
    }
    auto asking = m_access.token(delivery.returnUrl);
    const auto token = co_await asking;
    if (!token && token.error().kind == ErrorKind::NotFound)
        co_return Result<void>(); // for a daemon that has a credential there
    auto claiming = m_database.write([delivery, until = m_clock.now() + carryingAtMost](QSqlDatabase &database) {
        return OfferStore(database).claim(delivery, until);
    });
    const auto ours = co_await claiming;
    if (!ours)
        co_return ours.error();
    if (!*ours)
        co_return Result<void>();
    ++delivery.tries;
    auto carrying = carry(delivery);
    const auto carried = co_await carrying;
    auto settling = settle(delivery, carried);
    co_return co_await settling;
}

QCoro::Task<Result<void>> OfferCourier::carry(OfferDelivery delivery)
{
    auto opening = m_access.open(delivery.ownAsn, delivery.otherAsn);
    const auto endpoint = co_await opening;
    if (!endpoint)
        co_return endpoint.error();
    if (!isSameEndpoint(endpoint->baseUrl, delivery.returnUrl)) // by now
        co_return notTheirEndpoint(delivery.otherAsn);
    SessionFilter filter;
    filter.requestIds = {delivery.requestId};
    filter.approvals = {Approval::Offered};
    auto reading = m_database.read([filter, envelope = m_database.envelope()](QSqlDatabase &database) {
        return SessionStore(database, envelope).sessions(filter);
    });
    const auto offers = co_await reading;
    if (!offers)
        co_return offers.error();
    CreateRequest request;
    request.requestId = delivery.name;
    for (const Session &offer : *offers) {
        SessionProposal proposal = offer.proposal.turned();
        proposal.itemId = offer.id;
        request.proposals.append(proposal);
    }
    if (request.proposals.isEmpty())
        co_return Result<void>();
    auto sending = m_client.createSessions(*endpoint, request);
    const auto answer = co_await sending;
    // Of an answer that was lost on the way, a repetition may be told that all of it is there.
    if (!answer && !(answer.error().kind == ErrorKind::Conflict && delivery.tries > 1))
        co_return answer.error();
    co_return Result<void>();
}

QCoro::Task<Result<void>> OfferCourier::settle(OfferDelivery delivery, Result<void> carried)
{
    if (carried) {
        auto ending = end(delivery, QStringLiteral("offers carried"), {});
        co_return co_await ending;
    }
    const Error &error = carried.error();
    const QString why = error.detail.isEmpty() ? toText(error.kind) : error.detail;
    if (!mayPass(error.kind) || delivery.tries >= triesAtMost) {
        qCWarning(lcWorkflow).noquote() << "offers of" << delivery.requestId << "are not carried any more, after"
                                        << delivery.tries << "tries:" << why;
        auto ending = end(delivery, QStringLiteral("offers given up"), why);
        co_return co_await ending;
    }
    std::chrono::milliseconds wait = m_pace.backOff(delivery.tries, QRandomGenerator::global()->generateDouble());
    if (error.retryAfter)
        wait = std::max<std::chrono::milliseconds>(wait, *error.retryAfter);
    qCInfo(lcWorkflow).noquote() << "offers of" << delivery.requestId << "wait for another try:" << why;
    auto keeping = m_database.write([delivery, why, at = m_clock.now() + wait.count()](QSqlDatabase &database) {
        return OfferStore(database).tryLater(delivery, why, at);
    });
    co_return co_await keeping;
}

/// Without a state nobody has to read of it.
QCoro::Task<Result<void>> OfferCourier::end(OfferDelivery delivery, QString state, QString why)
{
    AuditEntry entry;
    entry.ownAsn = delivery.ownAsn;
    entry.at = m_clock.now();
    entry.who = QStringLiteral("peerdeskd");
    entry.noun = QStringLiteral("request");
    entry.nounId = delivery.requestId;
    entry.toState = state;
    entry.why = why.isEmpty() ? delivery.returnUrl.toString() : why;
    auto ending = m_database.write([delivery, entry, why](QSqlDatabase &database) -> Result<void> {
        if (!entry.toState.isEmpty()) {
            if (const auto noted = AuditStore(database).append(entry); !noted)
                return noted;
        }
        return OfferStore(database).end(delivery, why, entry.at);
    });
    co_return co_await ending;
}

} // namespace peerdesk
