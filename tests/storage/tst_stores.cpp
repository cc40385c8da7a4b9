// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "storage/auditstore.h"
#include "storage/draftstore.h"
#include "storage/endpointstore.h"
#include "storage/existingsessionstore.h"
#include "storage/journalstore.h"
#include "storage/migrator.h"
#include "storage/noticestore.h"
#include "storage/relationstore.h"
#include "storage/requeststore.h"
#include "storage/servertime.h"
#include "storage/sessionstore.h"
#include "storage/sqlconnection.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

const Asn own(64496);
const Asn other(64500);

IpAddress ip(const char *text)
{
    return *IpAddress::parse(QString::fromLatin1(text));
}

} // namespace

class TstStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestComesBackAsItWentIn()
    {
        Request asked = request(Direction::Outgoing);
        asked.sessions.first().proposal.sessionSecret = Secret(QByteArrayLiteral("hunter2"));
        QVERIFY(requests().insert(asked, QStringLiteral("M. Ops")));
        const auto found = requests().request(asked.id);
        QVERIFY(found);
        QCOMPARE(found->otherAsn, other);
        QCOMPARE(found->direction, Direction::Outgoing);
        QCOMPARE(found->sessions.size(), 1);
        const Session &session = found->sessions.first();
        QVERIFY(session.proposal.samePlace(asked.sessions.first().proposal));
        QCOMPARE(session.proposal.sessionSecret.revealText(), QStringLiteral("hunter2"));
        QCOMPARE(session.approval, Approval::Pending);
        QCOMPARE(*m_connection->number(QStringLiteral("SELECT count(*) FROM sessions WHERE secret LIKE '%hunter2%'")),
                 0);
        QCOMPARE(requests().request(QStringLiteral("nothing")).error().kind, ErrorKind::NotFound);
    }

    void requestsAreListedNewestFirstAndByFilter()
    {
        const Request old = request(Direction::Outgoing);
        m_clock.advance(std::chrono::minutes(1));
        Request inbound = request(Direction::Inbound);
        inbound.sessions.first().approval = Approval::Approved;
        QVERIFY(requests().insert(old, QStringLiteral("M. Ops")));
        QVERIFY(requests().insert(inbound, QStringLiteral("AS64500")));
        RequestFilter filter;
        filter.ownAsn = own;
        QCOMPARE(ids(filter), (QStringList{inbound.id, old.id}));
        filter.direction = Direction::Outgoing;
        QCOMPARE(ids(filter), QStringList{old.id});
        filter.direction.reset();
        filter.approvals = {Approval::Approved};
        QCOMPARE(ids(filter), QStringList{inbound.id});
        filter.approvals.clear();
        filter.createdBefore = inbound.createdAt;
        QCOMPARE(ids(filter), QStringList{old.id});
        filter.ownAsn = Asn(64497); // another network of ours sees none of it
        QVERIFY(ids(filter).isEmpty());
    }

    void anInboundRequestIsFoundByTheNameItsNetworkGaveIt()
    {
        Request arrived = request(Direction::Inbound);
        arrived.idempotencyKey = QStringLiteral("theirs");
        QVERIFY(requests().insert(arrived, QStringLiteral("AS64500")));
        Request unnamed = request(Direction::Inbound);
        QVERIFY(requests().insert(unnamed, QStringLiteral("AS64500")));
        const auto named = [this](Asn asker, const QString &name) {
            return *requests().inboundId(Asn(64496), asker, name);
        };
        QCOMPARE(named(Asn(64500), arrived.idempotencyKey), std::optional(arrived.id));
        QCOMPARE(named(Asn(64501), arrived.idempotencyKey), std::nullopt); // the name is that network's own
        QCOMPARE(named(Asn(64500), {}), std::nullopt);
        Request again = request(Direction::Inbound);
        again.idempotencyKey = arrived.idempotencyKey;
        QVERIFY(!requests().insert(again, QStringLiteral("AS64500"))); // never twice, whoever asks
    }

    void theSecondDeciderIsToldWhoWasFirst()
    {
        const Request asked = request(Direction::Inbound);
        QVERIFY(requests().insert(asked, QStringLiteral("AS64500")));
        const Session seen = *sessions().session(asked.sessions.first().id);
        Session approved = seen;
        approved.approval = Approval::Approved;
        const auto first = sessions().update(approved, QStringLiteral("Ada"), QString(), m_clock.now());
        QVERIFY(first);
        QCOMPARE(first->version, seen.version + 1);

        Session rejected = seen;
        rejected.approval = Approval::Rejected;
        const auto second = sessions().update(rejected, QStringLiteral("Bob"), QStringLiteral("no"), m_clock.now());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QCOMPARE(second.error().detail, QStringLiteral("Ada was first: approved at 2026-11-23T00:00:00Z"));
        QCOMPARE(sessions().session(seen.id)->approval, Approval::Approved);

        Session gone = seen;
        gone.id = QStringLiteral("nothing");
        QCOMPARE(sessions().update(gone, QStringLiteral("Bob"), QString(), 1).error().kind, ErrorKind::NotFound);
    }

    void everyChangeOfStateIsInTheHistory()
    {
        const Request asked = request(Direction::Outgoing);
        QVERIFY(requests().insert(asked, QStringLiteral("M. Ops")));
        Session session = asked.sessions.first();
        session.approval = Approval::Approved;
        session = *sessions().update(session, QStringLiteral("AS64500"), QString(), m_clock.now());
        session.note = QStringLiteral("a note alone is no change of state");
        session = *sessions().update(session, QStringLiteral("M. Ops"), QString(), m_clock.now());
        session.connection = Connection::Established;
        session = *sessions().update(session, QStringLiteral("AS64500"), QStringLiteral("polled"), m_clock.now());
        AuditStore audit(m_connection->database());
        const auto history = audit.history(QStringLiteral("session"), session.id);
        QVERIFY(history);
        QStringList lines;
        for (const AuditEntry &entry : *history)
            lines.append(QStringList{entry.who, entry.fromState, entry.toState, entry.why}.join(QLatin1Char('|')));
        QCOMPARE(lines, (QStringList{QStringLiteral("M. Ops||pending|"), QStringLiteral("AS64500|pending|approved|"),
                                     QStringLiteral("AS64500|approved|established|polled")}));
    }

    void anUpdateFromAListKeepsTheSecret()
    {
        Request asked = request(Direction::Outgoing);
        asked.sessions.first().proposal.sessionSecret = Secret(QByteArrayLiteral("hunter2"));
        QVERIFY(requests().insert(asked, QStringLiteral("M. Ops")));
        SessionFilter filter;
        filter.requestIds = {asked.id};
        Session listed = sessions().sessions(filter)->first();
        QVERIFY(listed.proposal.sessionSecret.isEmpty());
        listed.approval = Approval::Approved;
        QVERIFY(sessions().update(listed, QStringLiteral("AS64500"), QString(), 1));
        QCOMPARE(sessions().session(listed.id)->proposal.sessionSecret.revealText(), QStringLiteral("hunter2"));
    }

    void sessionsAreFoundByPlaceWhoeverAsked()
    {
        const Request asked = request(Direction::Inbound);
        QVERIFY(requests().insert(asked, QStringLiteral("AS64500")));
        const auto found = sessions().sessionsAt(own, Location::exchange(42), ip("192.0.2.10"), ip("192.0.2.20"));
        QCOMPARE(found->size(), 1);
        QCOMPARE(sessions().sessionsAt(own, Location::exchange(42), ip("192.0.2.20"), ip("192.0.2.10"))->size(), 1);
        QCOMPARE(sessions().sessionsAt(own, Location::exchange(43), ip("192.0.2.10"), ip("192.0.2.20"))->size(), 0);
    }

    void whatIsOverIsNoOpenProposal()
    {
        Request asked = request(Direction::Outgoing);
        QVERIFY(requests().insert(asked, QStringLiteral("M. Ops")));
        QCOMPARE(sessions().openProposals(own, other)->size(), 1);
        Session session = asked.sessions.first();
        session.approval = Approval::Rejected;
        session = *sessions().update(session, QStringLiteral("AS64500"), QString(), 1);
        QVERIFY(sessions().openProposals(own, other)->isEmpty());
        session.approval = Approval::Approved;
        session = *sessions().update(session, QStringLiteral("AS64500"), QString(), 1);
        QCOMPARE(sessions().openProposals(own, other)->size(), 1);
        session.deletedAt = 1;
        QVERIFY(sessions().update(session, QStringLiteral("AS64500"), QString(), 1));
        QVERIFY(sessions().openProposals(own, other)->isEmpty());
    }

    void openSessionsAreFoundByPlaceWhoeverAsked()
    {
        const Request asked = request(Direction::Inbound);
        QVERIFY(requests().insert(asked, QStringLiteral("AS64500")));
        const SessionProposal there = asked.sessions.first().proposal;
        SessionProposal elsewhere = there;
        elsewhere.location = Location::exchange(43);
        QCOMPARE(sessions().openAt(own, other, {elsewhere, there})->size(), 1);
        QCOMPARE(sessions().openAt(own, other, {there.turned()})->size(), 1);
        QVERIFY(sessions().openAt(own, other, {elsewhere})->isEmpty());
        QVERIFY(sessions().openAt(own, Asn(64511), {there})->isEmpty());
        QVERIFY(sessions().openAt(own, other, {})->isEmpty());
        QCOMPARE(sessions().openAt(own, other, QList<SessionProposal>(500, elsewhere) + QList{there})->size(), 1);
        Session session = asked.sessions.first();
        session.approval = Approval::Rejected;
        QVERIFY(sessions().update(session, QStringLiteral("A. Peer"), QString(), 1));
        QVERIFY(sessions().openAt(own, other, {there})->isEmpty());
    }

    void theSweepFindsWhatStayedUnconfigured()
    {
        Request asked = request(Direction::Inbound);
        asked.sessions.first().approval = Approval::Approved;
        asked.sessions.first().configureBy = 1000;
        QVERIFY(requests().insert(asked, QStringLiteral("AS64500")));
        QVERIFY(sessions().pastTimeWindow(999, 10)->isEmpty());
        QCOMPARE(sessions().pastTimeWindow(1000, 10)->size(), 1);
    }

    void countsGroupByTheWordAPersonReads()
    {
        for (const Approval approval : {Approval::Pending, Approval::Pending, Approval::Approved}) {
            Request asked = request(Direction::Outgoing);
            asked.sessions.first().approval = approval;
            QVERIFY(requests().insert(asked, QStringLiteral("M. Ops")));
        }
        SessionFilter filter;
        filter.ownAsn = own;
        QCOMPARE(*sessions().counts(filter), (QMap<Status, int>{{Status::Pending, 2}, {Status::Approved, 1}}));
    }

    void draftsKeepWhatWasTypedAndNoticeAnotherHand()
    {
        Draft draft;
        draft.ownAsn = own;
        draft.otherAsn = other;
        draft.id = QStringLiteral("draft");
        DraftRow row;
        row.itemId = QStringLiteral("item");
        row.location = QStringLiteral("DE-C");
        row.ownAddress = QStringLiteral("192.0.2");
        row.sessionSecret = Secret(QByteArrayLiteral("hunter2"));
        row.overridden = true;
        row.remoteErrors = {
            {QStringLiteral("sessions[0].peer_ip"), {QStringLiteral("Not ours")}, QStringLiteral("item")}};
        draft.rows = {row, row};
        draft.rows.last().itemId = QStringLiteral("item 2");
        QVERIFY(drafts().insert(draft));
        const Draft found = *drafts().draft(draft.id);
        QCOMPARE(found.rows.size(), 2);
        QCOMPARE(found.rows.first().ownAddress, QStringLiteral("192.0.2"));
        QCOMPARE(found.rows.first().sessionSecret.revealText(), QStringLiteral("hunter2"));
        QVERIFY(found.rows.first().overridden);
        QCOMPARE(found.rows.first().remoteErrors, row.remoteErrors);

        Draft mine = found;
        mine.rows.removeFirst();
        QVERIFY(drafts().update(mine, 5));
        QCOMPARE(drafts().update(found, 6).error().kind, ErrorKind::Conflict);
        QCOMPARE(drafts().drafts(own)->first().rows.size(), 1);

        Draft deleted = *drafts().draft(draft.id);
        deleted.deletedAt = 100;
        QVERIFY(drafts().update(deleted, 100));
        QVERIFY(drafts().drafts(own)->isEmpty());
        QCOMPARE(*drafts().removeDeleted(100), 0);
        QCOMPARE(*drafts().removeDeleted(101), 1);
        QCOMPARE(drafts().draft(draft.id).error().kind, ErrorKind::NotFound);
    }

    void theJournalKnowsWhereEachChainStands()
    {
        JournalStore journal(m_connection->database());
        JournalEntry entry;
        entry.ownAsn = own;
        entry.requestId = QStringLiteral("request");
        QVERIFY(journal.append(entry));
        entry.step = JournalEntry::Step::Posting;
        entry.nextAttemptAt = 500;
        QVERIFY(journal.append(entry));
        entry.sessionId = QStringLiteral("session");
        entry.nextAttemptAt = 0;
        QVERIFY(journal.append(entry));
        QCOMPARE(journal.open()->size(), 2);
        QCOMPARE(journal.open()->last().nextAttemptAt, 500);
        const auto last = journal.last(QStringLiteral("request"), QString());
        QCOMPARE((*last)->seq, 2);
        QCOMPARE((*last)->step, JournalEntry::Step::Posting);
        entry.step = JournalEntry::Step::Resolved;
        QVERIFY(journal.append(entry));
        QCOMPARE(journal.open()->size(), 1);
        QCOMPARE(journal.history(QStringLiteral("request"))->size(), 4);
    }

    void ofTwoProgramsOneGoesOn()
    {
        JournalStore journal(m_connection->database());
        JournalEntry intended;
        intended.ownAsn = own;
        intended.requestId = QStringLiteral("request");
        QVERIFY(journal.append(intended));
        const JournalEntry seen = journal.open()->first();
        JournalEntry posting = seen;
        posting.step = JournalEntry::Step::Posting;
        posting.holder = QStringLiteral("here/1");
        QVERIFY(*journal.claim(seen, posting));
        QVERIFY(!*journal.claim(seen, posting));
        QCOMPARE(journal.open()->size(), 1);
        QCOMPARE(journal.open()->first().holder, posting.holder);
    }

    void anEndpointIsDueWhileItsSessionsAreOpen()
    {
        NetworkEndpoint endpoint;
        endpoint.ownAsn = own;
        endpoint.otherAsn = other;
        endpoint.baseUrl = QUrl(QStringLiteral("https://peering.as64500.example/v0.1"));
        endpoint.dialect.bodyShape = Dialect::BodyShape::Array;
        QVERIFY(endpoints().save(endpoint));
        QVERIFY(endpoints().duePolls(1000, 10)->isEmpty());
        Request asked = request(Direction::Outgoing);
        QVERIFY(requests().insert(asked, QStringLiteral("M. Ops")));
        QCOMPARE(endpoints().duePolls(1000, 10)->size(), 1);
        NetworkEndpoint polled = endpoints().duePolls(1000, 10)->first();
        QCOMPARE(polled.dialect, endpoint.dialect);
        polled.nextPollAt = 5000;
        polled.failures = 2;
        QVERIFY(endpoints().savePoll(polled));
        QVERIFY(endpoints().duePolls(4999, 10)->isEmpty());
        QVERIFY(endpoints().save(endpoint)); // a changed address does not forget the pace
        QCOMPARE((*endpoints().endpoint(own, other))->failures, 2);
        Session session = asked.sessions.first();
        session.approval = Approval::Withdrawn;
        QVERIFY(sessions().update(session, QStringLiteral("M. Ops"), QString(), 1));
        QVERIFY(endpoints().duePolls(9000, 10)->isEmpty());
    }

    void anEndpointsLocationsAreReplacedAsAWhole()
    {
        QVERIFY(endpoints().saveLocations(own, other, {Location::exchange(1), Location::exchange(2)}, 1));
        QVERIFY(endpoints().saveLocations(own, other, {Location::exchange(2), Location::facility(3)}, 2));
        QCOMPARE(*endpoints().locations(own, other), (QList{Location::facility(3), Location::exchange(2)}));
        QCOMPARE(*endpoints().locationsSeenAt(own, other), UtcMs(2));
        QCOMPARE(*endpoints().locationsSeenAt(other, own), UtcMs(0));
    }

    void relationsHideCandidatesUntilTheirTime()
    {
        Relation relation{own, other, Relation::Kind::Declined, 1000, QStringLiteral("ask again"), 1};
        RelationStore relations(m_connection->database());
        QVERIFY(relations.save(relation));
        relation.comment = QStringLiteral("asked again");
        QVERIFY(relations.save(relation));
        const Relation found = **relations.relation(own, other);
        QCOMPARE(found.comment, relation.comment);
        QVERIFY(found.hidesCandidate(999));
        QVERIFY(!found.hidesCandidate(1000));
        QCOMPARE(relations.relations(own)->size(), 1);
        QVERIFY(!*relations.relation(other, own));
    }

    void whatASourceNoLongerSaysIsForgotten()
    {
        ExistingSessionStore existing(m_connection->database());
        const ExistingSession one{own, other, Location::exchange(42), ip("192.0.2.10"), ip("192.0.2.20"), {}, {}, 1};
        ExistingSession two = one;
        two.otherAddress = ip("192.0.2.21");
        QVERIFY(existing.replaceSource(own, QStringLiteral("router-1"), {one, two}));
        QVERIFY(existing.replaceSource(own, QStringLiteral("router-1"), {two}));
        QCOMPARE(existing.sessionsWith(own, other)->size(), 1);
        QCOMPARE(existing.sessions(own)->first().otherAddress, two.otherAddress);
    }

    void theServerTellsTheTime()
    {
        const auto told = serverTime(m_connection->database());
        QVERIFY(told.ok());
        // The test's server is this machine; PostgreSQL's time is that of the transaction's beginning.
        const UtcMs away = SystemClock().now() - *told;
        QVERIFY2(away >= 0 && away < 60'000, qPrintable(toRfc3339(*told)));
    }

    void aNoticeIsShownByOneDeskOnly()
    {
        NoticeStore notices(m_connection->database());
        const Notice notice{
            QStringLiteral("n"), Notice::Kind::Established, own, other, {}, QStringLiteral("up"), 1, 0, {}};
        QVERIFY(notices.add(notice));
        QCOMPARE(notices.waiting(own)->size(), 1);
        QVERIFY(*notices.claim(notice.id, 2));
        QVERIFY(!*notices.claim(notice.id, 3));
        QVERIFY(notices.waiting(own)->isEmpty());
        QCOMPARE(notices.recent(own, 10)->first().kind, Notice::Kind::Established);
    }

    void initTestCase() { REQUIRE_DATABASE(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const DatabaseAddress address = newDatabase(*m_folder);
        const auto migrated = Migrator(Migrator::builtIn(), m_clock).run(address);
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
        m_connection = std::move(*SqlConnection::open(address, SqlConnection::Access::ReadWrite));
        m_envelope = std::make_unique<Envelope>(*Envelope::createOrLoad(address.keyPath()));
        m_clock.set(1'795'392'000'000);
    }
    void cleanup() { m_connection.reset(); }

private:
    Request request(Direction direction)
    {
        const bool asks = direction == Direction::Outgoing;
        Request request;
        request.id = newUuid();
        request.direction = direction;
        request.ownAsn = own;
        request.otherAsn = other;
        request.createdAt = m_clock.now();
        Session session;
        session.id = newId(m_clock.now());
        session.requestId = request.id;
        session.ownAsn = own;
        session.createdAt = m_clock.now();
        session.approval = Approval::Pending;
        session.proposal.itemId = newUuid();
        session.proposal.initiator = asks ? own : other;
        session.proposal.receiver = asks ? other : own;
        session.proposal.initiatorAddress = ip(asks ? "192.0.2.10" : "192.0.2.20");
        session.proposal.receiverAddress = ip(asks ? "192.0.2.20" : "192.0.2.10");
        session.proposal.location = Location::exchange(42);
        request.sessions = {session};
        return request;
    }

    QStringList ids(const RequestFilter &filter)
    {
        QStringList list;
        const auto found = requests().requests(filter);
        for (const Request &request : *found) {
            list.append(request.id);
            if (request.sessions.isEmpty())
                list.append(QStringLiteral("without sessions"));
        }
        return list;
    }

    RequestStore requests() { return {m_connection->database(), *m_envelope}; }
    SessionStore sessions() { return {m_connection->database(), *m_envelope}; }
    DraftStore drafts() { return {m_connection->database(), *m_envelope}; }
    EndpointStore endpoints() { return EndpointStore(m_connection->database()); }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlConnection> m_connection;
    std::unique_ptr<Envelope> m_envelope;
};

QTEST_GUILESS_MAIN(TstStores)
#include "tst_stores.moc"
