// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/coordinator.h"

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

Coordinator::Coordinator(Database &database, const Clock &clock, Places places, Asn own,
                         std::chrono::milliseconds thinkingTime, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_own(own)
    , m_thinkingTime(thinkingTime)
    , m_inbound(database, clock, std::move(places))
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_busy)
            m_looking = look();
    });
    m_timer.start();
}

QCoro::Task<void> Coordinator::look()
{
    m_busy = true;
    auto reading = m_inbound.requests(m_own);
    const auto requests = co_await reading;
    InboundDecision decision;
    decision.verdict = Verdict::Approve;
    decision.who = u"Robin Miller, Old Mill Internet"_s;
    if (requests) {
        for (const InboundRequest &request : *requests) {
            for (const InboundSession &session : request.sessions) {
                const bool thoughtOver = m_clock.now() - session.session.createdAt >= m_thinkingTime.count();
                if (session.isUndecided() && thoughtOver)
                    decision.sessions.append({session.session.id, session.session.version});
            }
        }
    }
    if (!decision.sessions.isEmpty()) {
        auto deciding = m_inbound.decideNow(decision);
        const auto outcomes = co_await deciding;
        if (!outcomes)
            qWarning("the lab's coordinator: %s", qPrintable(outcomes.error().detail));
    }
    m_busy = false;
}

} // namespace peerdesk::lab
