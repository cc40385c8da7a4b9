// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/asker.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

/// Nobody waits minutes in a world that is looked at for minutes.
RequestPace impatience()
{
    RequestPace pace;
    pace.scan = std::chrono::seconds(1);
    pace.firstPoll = std::chrono::seconds(2);
    pace.longestPoll = std::chrono::seconds(2);
    pace.longestQuietPoll = std::chrono::seconds(10);
    return pace;
}

QJsonObject describe(const Session &session)
{
    return {
        {"item"_L1, session.proposal.itemId}, {"status"_L1, toText(session.status())}, {"reason"_L1, session.reason}};
}

} // namespace

Asker::Asker(Database &database, PeeringApiClient &client, const Clock &clock, Places places, TokenSource tokens,
             Asn own, QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_drafts(database, clock, places)
    , m_requests(database, client, clock, places, std::move(tokens), impatience())
{
}

QCoro::Task<Result<void>> Asker::ask(Asn other, QList<DraftRow> rows)
{
    auto drafting = m_drafts.addRows(m_own, other, rows);
    const auto draft = co_await drafting;
    if (!draft)
        co_return draft.error();
    const QString id = draft->draft.id;
    const QString who = u"The network's own person"_s;
    auto sending = m_requests.send(id, who);
    const auto sent = co_await sending;
    if (!sent)
        co_return sent.error();
    m_requestId = sent->id;
    tell(u"asked"_s, *sent);
    connect(&m_requests, &Requests::changed, this, [this] { m_looking = look(); });
    m_requests.start();
    co_return Result<void>();
}

QCoro::Task<void> Asker::look()
{
    auto reading = m_requests.request(m_requestId);
    const auto request = co_await reading;
    if (request)
        tell(u"answered"_s, *request);
}

void Asker::tell(const QString &what, const Request &request)
{
    QJsonArray sessions;
    for (const Session &session : request.sessions)
        sessions.append(describe(session));
    const QJsonObject news{
        {"network"_L1, static_cast<qint64>(m_own.number())}, {"request"_L1, request.id}, {"sessions"_L1, sessions}};
    if (news == m_told)
        return;
    m_told = news;
    QJsonObject event = news;
    event["event"_L1] = what;
    Q_EMIT this->news(event);
}

} // namespace peerdesk::lab
