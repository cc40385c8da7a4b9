// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "endpoint/endpointrig.h"
#include "fuzz/demand.h"
#include "peeringapi/listquery.h"
#include "storage/database.h"
#include "storage/sessionstore.h"
#include "workflow/inbound/reception.h"

#include <QTemporaryDir>
#include <QUrlQuery>

namespace peerdesk::test {

/// The query of a list, with the paging token in it, up to the page that comes of it. A token is whatever the
/// caller makes of it: it may show less, and never what comes before it or what is somebody else's.
class PagingTarget
{
public:
    PagingTarget()
        : m_database(*Database::open(m_folder.filePath(QStringLiteral("desk.db")), m_clock))
        , m_reception(*m_database, m_clock, smallWorld(), {ServedNetwork{.asn = Asn(64496), .policy = {}}})
    {
        for (int i = 0; i < 5; ++i)
            store(i);
    }

    void read(const QByteArray &bytes)
    {
        const auto query = decodeListQuery(QUrlQuery(QString::fromUtf8(bytes)));
        if (!query) {
            demand(query.error().kind == ErrorKind::Invalid && !query.error().fields.isEmpty(), "A fault is named");
            return;
        }
        demand(query->maxResults >= 0 && query->maxResults <= maxPageSize, "A page is bounded");
        const auto again = decodeListQuery(encodeListQuery(*query));
        demand(again && again->asn == query->asn && again->nextToken == query->nextToken
                   && again->requestId == query->requestId,
               "What was read can be written");
        readLocations(*query);
        readSessions(*query);
    }

private:
    void readLocations(const ListQuery &query) const
    {
        const Caller caller{{Asn(64500)}, QStringLiteral("M. Ops"), {}};
        const auto page = m_reception.locations(query, caller);
        if (!page) {
            demand(page.error().kind == ErrorKind::Invalid || page.error().kind == ErrorKind::Denied,
                   "A bad token is the caller's fault");
            return;
        }
        for (const Location &location : page->items)
            demand(!query.nextToken || location.id > query.nextToken->toUInt(), "A page goes on where the last ended");
    }

    void readSessions(const ListQuery &query)
    {
        SessionFilter filter;
        filter.ownAsn = Asn(64496);
        filter.otherAsn = query.asn.value_or(Asn(64500));
        filter.direction = Direction::Inbound;
        filter.afterId = query.nextToken.value_or(QString());
        if (!query.requestId.isEmpty())
            filter.requestIds = {query.requestId};
        filter.limit = query.maxResults + 1;
        auto reading = m_database->read([filter, envelope = m_database->envelope()](QSqlDatabase &database) {
            return SessionStore(database, envelope).sessions(filter);
        });
        const auto sessions = reading.result();
        demand(sessions.ok(), "A list can be read");
        demand(sessions->size() <= filter.limit, "A list is bounded");
        for (const Session &session : *sessions)
            demand(session.id > filter.afterId && session.proposal.initiator == filter.otherAsn,
                   "A list is the caller's own");
    }

    void store(int number)
    {
        Session session;
        session.id = QStringLiteral("id-%1").arg(number);
        session.requestId = QStringLiteral("request-%1").arg(number % 2);
        session.ownAsn = session.proposal.receiver = Asn(64496);
        session.proposal.initiator = Asn(64500);
        session.proposal.initiatorAddress = *IpAddress::parse(QStringLiteral("192.0.2.%1").arg(10 + number));
        session.proposal.receiverAddress = *IpAddress::parse(u"192.0.2.1");
        session.proposal.location = Location::exchange(42);
        auto writing = m_database->write([session, envelope = m_database->envelope()](QSqlDatabase &database) {
            return SessionStore(database, envelope).insert(session, QStringLiteral("a test"));
        });
        demand(writing.result().ok(), "A session can be stored");
    }

    const SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    Reception m_reception;
};

} // namespace peerdesk::test
