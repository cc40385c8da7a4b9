// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "peering/request.h"
#include "storage/database.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "workflow/places.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace peerdesk::test {

inline const Asn ownAsn(64496);
inline const Asn otherAsn(64500);

inline IpAddress ip(const QString &text)
{
    return IpAddress::parse(text).value_or(IpAddress());
}

/// A directory of one exchange, pdb:ix:42 "Example-IX", where AS64496 has .20 and AS64500 has .10 of 192.0.2.0/24,
/// both at the route server.
inline Places exampleWorld()
{
    Places places;
    places.facts = [](const Location &location, const QList<IpAddress> &) {
        ExchangeFacts facts;
        if (location != Location::exchange(42))
            return facts;
        facts.known = true;
        facts.lanPrefixes = {*IpPrefix::parse(u"192.0.2.0/24"), *IpPrefix::parse(u"2001:db8:42::/64")};
        facts.registeredTo = {{ip(QStringLiteral("192.0.2.10")), otherAsn},
                              {ip(QStringLiteral("192.0.2.20")), ownAsn},
                              {ip(QStringLiteral("192.0.2.66")), Asn(64511)}};
        return facts;
    };
    places.locationName = [](const Location &location) {
        return location == Location::exchange(42) ? QStringLiteral("Example-IX") : QString();
    };
    places.findExchanges = [](const QString &) { return QList<Location>{}; };
    places.networkName = [](Asn asn) { return asn == otherAsn ? QStringLiteral("=Kestrel <Hosting>") : QString(); };
    places.network = [](Asn asn) -> std::optional<Network> {
        if (asn != otherAsn)
            return {};
        Network network;
        network.asn = asn;
        network.prefixes4 = 300;
        return network;
    };
    places.shared = [](Asn, Asn) {
        SharedExchange exchange;
        exchange.exchangeId = 42;
        PortPair pair;
        pair.bothAtRouteServer = true;
        exchange.pairs = {pair};
        return QList<SharedExchange>{exchange};
    };
    return places;
}

/// A database of its own and a clock that stands still.
class Desk
{
public:
    Desk()
        : m_database(*Database::open(newDatabase(m_folder), clock, std::chrono::milliseconds(20)))
    {
    }

    Database &database() { return *m_database; }

    /// A request of the other network's, one session for each of its addresses, all pending.
    Request asked(const QStringList &theirAddresses)
    {
        Request request;
        request.id = newUuid();
        request.direction = Direction::Inbound;
        request.ownAsn = ownAsn;
        request.otherAsn = otherAsn;
        request.requester = QStringLiteral("M. Ops <noc@as64500.example>");
        request.requesterAddress = senderAddress;
        request.createdAt = clock.now();
        for (const QString &address : theirAddresses) {
            Session session;
            session.id = newId(clock.now() + request.sessions.size()); // ids sort by age
            session.requestId = request.id;
            session.ownAsn = ownAsn;
            session.proposal.itemId = newUuid();
            session.proposal.initiator = otherAsn;
            session.proposal.receiver = ownAsn;
            session.proposal.initiatorAddress = ip(address);
            session.proposal.receiverAddress =
                ip(address.contains(u':') ? QStringLiteral("2001:db8:42::20") : QStringLiteral("192.0.2.20"));
            session.proposal.location = Location::exchange(42);
            session.approval = Approval::Pending;
            session.policyRule = QStringLiteral("ask: unregistered-address");
            session.createdAt = clock.now();
            session.updatedAt = clock.now();
            request.sessions.append(session);
        }
        store(request);
        return request;
    }

    void store(const Request &request)
    {
        const auto job = [request, envelope = m_database->envelope()](QSqlDatabase &database) {
            return RequestStore(database, envelope).insert(request, request.otherAsn.toString());
        };
        const auto stored = m_database->write(job).result();
        if (!stored)
            qFatal("%s", qPrintable(stored.error().detail));
    }

    Session session(const QString &id)
    {
        const auto job = [id, envelope = m_database->envelope()](QSqlDatabase &database) {
            return SessionStore(database, envelope).session(id);
        };
        return *m_database->read(job).result();
    }

    /// Changes a session as another program or person would.
    Session change(Session session, const QString &who)
    {
        const auto job = [session, who, now = clock.now(), envelope = m_database->envelope()](QSqlDatabase &database) {
            return SessionStore(database, envelope).update(session, who, {}, now);
        };
        return *m_database->write(job).result();
    }

    ManualClock clock;
    QString senderAddress = QStringLiteral("noc@as64500.example"); ///< of whoever asks

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace peerdesk::test
