// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/fabric.h"

#include "storage/database.h"
#include "storage/sessionstore.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

constexpr UtcMs configuringTakes = 3'000;
constexpr UtcMs comingUpTakes = 4'000;

/// The same text on both sides of a session.
QString wireOf(const Session &session)
{
    const auto [first, second] = std::minmax(session.proposal.initiatorAddress, session.proposal.receiverAddress);
    return session.proposal.location.toString() + u' ' + first.toString() + u' ' + second.toString();
}

bool isConfigured(const Session &session)
{
    return session.connection == Connection::Down || session.connection == Connection::Established;
}

} // namespace

Fabric::Fabric(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_busy)
            m_ticking = tick();
    });
}

void Fabric::add(Asn asn, Database &database, Configures configures)
{
    m_sites.push_back({asn, &database, std::make_unique<SessionStates>(database, m_clock), configures});
}

void Fabric::start()
{
    m_timer.start();
}

QCoro::Task<void> Fabric::setState(size_t site, Session session, QString bgpState)
{
    SessionStateReport report;
    report.ownAsn = session.ownAsn;
    report.location = session.proposal.location;
    report.ownAddress = session.ownAddress();
    report.otherAddress = session.otherAddress();
    report.bgpState = bgpState;
    report.source = u"lab router"_s;
    auto reporting = m_sites[site].states->report(report);
    const auto changed = co_await reporting;
    if (!changed)
        qWarning("the lab's routers: %s", qPrintable(changed.error().detail));
}

QCoro::Task<Result<QList<Session>>> Fabric::approvedAt(size_t site)
{
    Database &database = *m_sites[site].database;
    SessionFilter filter;
    filter.ownAsn = m_sites[site].asn;
    filter.approvals = {Approval::Approved};
    filter.connections = {Connection::NotConfigured, Connection::Down, Connection::Established};
    auto reading = database.read([envelope = database.envelope(), filter](QSqlDatabase &db) {
        return SessionStore(db, envelope).sessions(filter);
    });
    const auto sessions = co_await reading;
    co_return sessions;
}

bool Fabric::isDue(const Site &site, const Session &session) const
{
    const bool asked = session.proposal.initiator == site.asn;
    const bool waitsForPerson = asked && site.configures == Configures::WhatOthersAskedFor;
    return !waitsForPerson && session.connection == Connection::NotConfigured
           && m_clock.now() - session.decidedAt >= configuringTakes;
}

bool Fabric::hasLastedLong(const QString &wire, bool bothConfigured)
{
    if (!bothConfigured) {
        m_bothConfiguredSince.remove(wire);
        return false;
    }
    if (!m_bothConfiguredSince.contains(wire))
        m_bothConfiguredSince.insert(wire, m_clock.now());
    return m_clock.now() - m_bothConfiguredSince.value(wire) >= comingUpTakes;
}

QCoro::Task<void> Fabric::tick()
{
    m_busy = true;
    QHash<QString, QList<End>> wires;
    for (size_t index = 0; index < m_sites.size(); ++index) {
        auto reading = approvedAt(index);
        const auto sessions = co_await reading;
        if (!sessions)
            continue;
        for (const Session &session : *sessions) {
            wires[wireOf(session)].append({index, session});
            if (isDue(m_sites[index], session)) {
                auto setting = setState(index, session, u"Active"_s);
                co_await setting;
            }
        }
    }
    const QStringList keys = wires.keys();
    for (const QString &key : keys) {
        const QList<End> ends = wires.value(key);
        const bool both =
            ends.size() == 2 && std::ranges::all_of(ends, [](const End &end) { return isConfigured(end.session); });
        if (!hasLastedLong(key, both))
            continue;
        for (const End &end : ends) {
            if (end.session.connection == Connection::Established)
                continue;
            auto setting = setState(end.site, end.session, u"Established"_s);
            co_await setting;
        }
    }
    m_busy = false;
}

} // namespace peerdesk::lab
