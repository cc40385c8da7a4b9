// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/asker.h"

#include "peeringapi/peeringapiclient.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

QJsonObject describe(const QString &itemId, const QString &status, const QString &reason)
{
    return {{"item"_L1, itemId}, {"status"_L1, status}, {"reason"_L1, reason}};
}

QJsonObject describe(const RemoteSession &session)
{
    return describe(session.proposal.itemId, toText(statusOf(session.approval, session.connection)), session.reason);
}

} // namespace

Asker::Asker(PeeringApiClient &client, RemoteEndpoint desk, CreateRequest request, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_desk(std::move(desk))
    , m_request(std::move(request))
{
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_busy)
            m_looking = look();
    });
}

QCoro::Task<Result<void>> Asker::ask()
{
    auto asking = m_client.createSessions(m_desk, m_request);
    const auto spoken = co_await asking;
    if (!spoken)
        co_return spoken.error();
    m_remoteRequestId = spoken->value.requestId;
    for (const RemoteSession &session : spoken->value.accepted)
        m_sessions.insert(session.proposal.itemId, describe(session));
    for (const FieldError &rejected : spoken->value.rejected)
        m_sessions.insert(rejected.itemId, describe(rejected.itemId, u"rejected"_s, rejected.messages.join(u"; "_s)));
    Q_EMIT news(event(u"asked"_s));
    m_timer.start();
    co_return Result<void>();
}

QCoro::Task<void> Asker::look()
{
    m_busy = true;
    auto looking = m_client.sessions(m_desk, m_remoteRequestId);
    const auto page = co_await looking;
    m_busy = false;
    if (!page)
        co_return; // the desk may be restarting: the next look tells
    const auto before = m_sessions;
    for (const RemoteSession &session : page->items) {
        if (m_sessions.contains(session.proposal.itemId))
            m_sessions.insert(session.proposal.itemId, describe(session));
    }
    if (m_sessions != before)
        Q_EMIT news(event(u"answered"_s));
}

QJsonObject Asker::event(const QString &what) const
{
    QJsonArray sessions;
    for (const QJsonObject &session : m_sessions)
        sessions.append(session);
    return {{"event"_L1, what},
            {"network"_L1, static_cast<qint64>(m_desk.ownAsn.number())},
            {"request"_L1, m_remoteRequestId},
            {"sessions"_L1, sessions}};
}

} // namespace peerdesk::lab
