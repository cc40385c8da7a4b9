// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringdb/mirror.h"
#include "storage/database.h"
#include "storage/endpointstore.h"
#include "storage/sessionstore.h"
#include "support/inventeddirectory.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "workflow/candidates/candidates.h"

#include <QFuture>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr Asn own(64496);
constexpr Asn other(64500);
constexpr Asn third(64501);

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

IpAddress ip(const char *text)
{
    return *IpAddress::parse(q(text));
}

HttpClientSettings loopback()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// We meet 64500 at 10 (both families) and 11 (IPv4), and 64501 at 10 (IPv4). 64500 alone is at 12, we alone
/// at 13.
InventedDirectory world()
{
    InventedDirectory d;
    d.network(64496, q("Our Network"));
    d.network(64500, q("Example"), {{q("policy_general"), q("Open")}, {q("notes"), q("Write to us.")}});
    d.network(64501, q("Third"));
    for (int id = 10; id <= 13; ++id)
        d.exchange(id, QStringLiteral("IX %1").arg(id),
                   {QStringLiteral("10.%1.0.0/16").arg(id), QStringLiteral("2001:db8:%1::/64").arg(id)});
    d.port(1, 64496, 10, q("10.10.0.1"), q("2001:db8:10::1"));
    d.port(2, 64500, 10, q("10.10.0.2"), q("2001:db8:10::2"));
    d.port(3, 64501, 10, q("10.10.0.3"), {});
    d.port(4, 64496, 11, q("10.11.0.1"), {});
    d.port(5, 64500, 11, q("10.11.0.2"), {});
    d.port(6, 64500, 12, q("10.12.0.2"), {});
    d.port(7, 64496, 13, q("10.13.0.1"), {});
    return d;
}

} // namespace

class TstCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_DIRS", m_folder->path().toLocal8Bit()); // no table of cities
        auto database = Database::open(m_folder->filePath(q("desk.db")), m_clock);
        QVERIFY(database);
        m_database = std::move(database).value();
        m_mirror = std::make_unique<Mirror>(m_folder->filePath(q("mirror.db")), m_http, m_clock);
        QVERIFY(world().write(m_folder->filePath(q("dumps"))));
        QVERIFY(outcomeOf(m_mirror->importFolder(m_folder->filePath(q("dumps")))));
        m_signedIn = true;
        makeCandidates();
    }
    void cleanup()
    {
        m_candidates.reset();
        m_mirror.reset();
        m_database.reset();
    }

    void allThatIsPossibleIsMissingAtFirst()
    {
        const auto rows = outcomeOf(m_candidates->networks(own));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        const NetworkRow &row = rows->first();
        QCOMPARE(row.asn, other);
        QCOMPARE(row.name, q("Example"));
        QCOMPARE(row.policy, q("Open"));
        QCOMPARE(row.sharedExchanges, 2);
        QCOMPARE(row.possibleSessions, 3);
        QCOMPARE(row.missingSessions, 3);
        QVERIFY(!row.hidden);
    }

    void whatIsAskedForOrExistsIsNotMissing()
    {
        QVERIFY(outcomeOf(m_candidates->importExisting(own, "asn,own_ip,other_ip,state\n64500,10.10.0.1,10.10.0.2,up\n",
                                                       q("routers.csv"))));
        Session session;
        session.id = q("s1");
        session.requestId = q("r1");
        session.ownAsn = own;
        session.proposal.initiator = other; // they asked us
        session.proposal.receiver = own;
        session.proposal.initiatorAddress = ip("10.11.0.2");
        session.proposal.receiverAddress = ip("10.11.0.1");
        session.proposal.location = Location::exchange(11);
        session.approval = Approval::Pending;
        const auto insert = [session, envelope = m_database->envelope()](QSqlDatabase &database) {
            return SessionStore(database, envelope).insert(session, q("test"));
        };
        auto inserted = m_database->write(insert);
        inserted.waitForFinished();
        QVERIFY(inserted.result());

        const auto rows = outcomeOf(m_candidates->networks(own));
        QCOMPARE(rows->first().missingSessions, 1);
        QCOMPARE(rows->first().openSessions, 1);
        QCOMPARE(rows->first().presentSessions, 1);
        const auto detail = outcomeOf(m_candidates->detail(own, other));
        QVERIFY(detail);
        QCOMPARE(detail->missingSessions, 1);
        QCOMPARE(detail->exchanges.first().sessions.first().standing, SessionStanding::Existing);
        QCOMPARE(detail->exchanges.first().sessions.last().standing, SessionStanding::Missing);
        QCOMPARE(detail->exchanges.at(1).sessions.first().standing, SessionStanding::Open);
        const auto places = outcomeOf(m_candidates->locations(own));
        QCOMPARE(places->first().missingSessions, 2); // IPv6 with 64500, IPv4 with 64501
        // Asked for is not up: only what exists everywhere makes a place complete.
        QCOMPARE(places->at(1).standing, LocationRow::Standing::SharedOpen);
        QCOMPARE(places->at(1).openSessions, 1);
        QVERIFY(outcomeOf(m_candidates->importExisting(own, "asn,own_ip,other_ip,state\n64500,10.11.0.1,10.11.0.2,up\n",
                                                       q("routers.csv"))));
        QCOMPARE(outcomeOf(m_candidates->locations(own))->at(1).standing, LocationRow::Standing::SharedPeered);
    }

    void whereNoSessionIsPossibleNothingIsUp()
    {
        using Row = LocationRow;
        QCOMPARE(Row::sharedStanding(0, 0, 0), Row::Standing::SharedOpen);
        QCOMPARE(Row::sharedStanding(0, 1, 3), Row::Standing::SharedOpen);
        QCOMPARE(Row::sharedStanding(1, 0, 3), Row::Standing::SharedMissing);
        QCOMPARE(Row::sharedStanding(0, 0, 3), Row::Standing::SharedPeered);
    }

    void locationsTellWhoIsThere()
    {
        const auto rows = outcomeOf(m_candidates->locations(own));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 4);
        using Standing = LocationRow::Standing;
        const QList<Standing> standings = {Standing::SharedMissing, Standing::SharedMissing, Standing::TheirsOnly,
                                           Standing::OursOnly};
        for (qsizetype i = 0; i < rows->size(); ++i)
            QCOMPARE(rows->at(i).standing, standings.at(i));
        QCOMPARE(rows->first().networks, 2);
        QCOMPARE(rows->first().missingSessions, 3);
        QCOMPARE(rows->at(2).candidates, 1);
        QVERIFY(!rows->first().position.isKnown()); // listed all the same
    }

    void aRelationHidesWhatIsNoCandidate()
    {
        QSignalSpy changed(m_candidates.get(), &Candidates::changed);
        Relation relation;
        relation.ownAsn = own;
        relation.otherAsn = other;
        relation.kind = Relation::Kind::Declined;
        relation.declinedUntil = m_clock.now() + 1000;
        relation.comment = q("asked in spring");
        QVERIFY(outcomeOf(m_candidates->setRelation(relation)));
        QTRY_VERIFY(changed.count() > 0);
        auto rows = outcomeOf(m_candidates->networks(own));
        QVERIFY(rows->first().hidden);
        QCOMPARE(rows->first().comment, q("asked in spring"));
        QCOMPARE(outcomeOf(m_candidates->locations(own))->first().missingSessions, 1);
        m_clock.advance(std::chrono::milliseconds(1001));
        rows = outcomeOf(m_candidates->networks(own));
        QVERIFY(!rows->first().hidden);
    }

    void theDetailShowsWhereEachIsAlone()
    {
        const auto detail = outcomeOf(m_candidates->detail(own, other));
        QVERIFY(detail);
        QCOMPARE(detail->network.notes, q("Write to us."));
        QVERIFY(!detail->contactsKnown);
        QStringList places;
        for (const auto &meeting : detail->exchanges)
            places.append(QStringLiteral("%1:%2").arg(meeting.exchangeId).arg(static_cast<int>(meeting.side)));
        QCOMPARE(places, (QStringList{q("10:0"), q("11:0"), q("12:2"), q("13:1")}));
        QCOMPARE(detail->sharedExchanges(), 2);
        QCOMPARE(detail->operationalExchanges(), 2);
        const auto unknown = outcomeOf(m_candidates->detail(own, Asn(64999)));
        QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    }

    void theOtherSidesLocationsMarkThePlaces()
    {
        QByteArray asked;
        HttpServer server(m_clock, [&asked](HttpRequest request) -> QCoro::Task<HttpResponse> {
            asked = request.headers.value("Authorization");
            co_return HttpResponse(200,
                                   "{\"locations\":[{\"id\":\"pdb:ix:10\",\"type\":\"public\"},"
                                   "{\"id\":\"pdb:ix:12\",\"type\":\"public\"}]}",
                                   "application/json");
        });
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
        setEndpoint(server.port());

        const auto count = outcomeOf(m_candidates->askLocations(own, other));
        QVERIFY2(count, qPrintable(count ? QString() : count.error().detail));
        QCOMPARE(*count, 2);
        QCOMPARE(asked, QByteArray("Bearer token"));
        const auto detail = outcomeOf(m_candidates->detail(own, other));
        QHash<std::uint32_t, std::optional<LocationSource>> sources;
        for (const auto &meeting : detail->exchanges)
            sources.insert(meeting.exchangeId, meeting.source);
        QCOMPARE(sources.value(10), LocationSource::Both);
        QCOMPARE(sources.value(11), LocationSource::PeeringDbOnly);
        QCOMPARE(sources.value(12), LocationSource::TheirsOnly);
        QCOMPARE(sources.value(13), std::nullopt);
    }

    void theEndpointIsAskedByItselfOnceAnHourAndOnlyWithAToken()
    {
        int calls = 0;
        int status = 200;
        HttpServer server(m_clock, [&](HttpRequest) -> QCoro::Task<HttpResponse> {
            ++calls;
            co_return HttpResponse(status, "{\"locations\":[{\"id\":\"pdb:ix:10\",\"type\":\"public\"}]}",
                                   "application/json");
        });
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
        QCOMPARE(*outcomeOf(m_candidates->keepLocations(own, other)), false); // no address of it is known
        setEndpoint(server.port());
        m_signedIn = false;
        QCOMPARE(*outcomeOf(m_candidates->keepLocations(own, other)), false);
        QCOMPARE(calls, 0);

        m_signedIn = true;
        QCOMPARE(*outcomeOf(m_candidates->keepLocations(own, other)), true);
        QCOMPARE(calls, 1);
        QVERIFY(outcomeOf(m_candidates->detail(own, other))->locationsAskedAt > 0);
        QCOMPARE(*outcomeOf(m_candidates->keepLocations(own, other)), false);
        makeCandidates(); // the next start of the program
        QCOMPARE(*outcomeOf(m_candidates->keepLocations(own, other)), false);
        QCOMPARE(calls, 1);

        m_clock.advance(std::chrono::hours(1));
        status = 403;
        QCOMPARE(outcomeOf(m_candidates->keepLocations(own, other)).error().kind, ErrorKind::Denied);
        QCOMPARE(*outcomeOf(m_candidates->keepLocations(own, other)), false); // a refusal is an answer too
        QCOMPARE(calls, 2);
    }

    void refusalsOfLocationsAreToldInWords_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("401") << 401 << q("sign-in");
        QTest::newRow("403") << 403 << q("does not permit");
        QTest::newRow("406") << 406 << q("Not Acceptable");
        QTest::newRow("451") << 451 << q("Legal Reasons");
    }
    void refusalsOfLocationsAreToldInWords()
    {
        QFETCH(int, status);
        QFETCH(QString, word);
        HttpServer server(m_clock,
                          [status](HttpRequest) -> QCoro::Task<HttpResponse> { co_return HttpResponse(status); });
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
        setEndpoint(server.port());
        const auto count = outcomeOf(m_candidates->askLocations(own, other));
        QVERIFY(!count);
        const QString sentence = Candidates::refusalSentence(count.error(), other);
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
    }

    void existingSessionsAreReadFromJsonAndSpreadsheets()
    {
        const QByteArray json =
            "{\"sessions\":[{\"peer_asn\":64500,\"local_ip\":\"10.10.0.1\",\"peer_ip\":\"10.10.0.2\"},"
            "{\"asn\":\"AS64501\",\"own_ip\":\"10.10.0.1\",\"other_ip\":\"10.10.0.3\",\"location\":\"pdb:ix:"
            "10\"}]}";
        QCOMPARE(*outcomeOf(m_candidates->importExisting(own, json, q("a.json"))), 2);
        auto rows = outcomeOf(m_candidates->networks(own));
        QCOMPARE(rows->first().presentSessions, 1);
        QCOMPARE(rows->last().presentSessions, 1);
        // The same source again: what it no longer names is gone.
        const QByteArray csv = "Peer ASN;Neighbor;Local IP;IX ID\n64500;2001:db8:10::2;2001:db8:10::1;10\n";
        QCOMPARE(*outcomeOf(m_candidates->importExisting(own, csv, q("a.json"))), 1);
        rows = outcomeOf(m_candidates->networks(own));
        QCOMPARE(rows->first().presentSessions, 1);
        QCOMPARE(rows->last().presentSessions, 0);
    }

    void linesThatCannotBeReadAreNamedAndNothingIsKept()
    {
        const auto count =
            outcomeOf(m_candidates->importExisting(own,
                                                   "asn,own_ip,other_ip\n64500,10.10.0.1,10.10.0.2\nx,10.10."
                                                   "0.1,2001:db8::2\n64500,192.0.2.1,192.0.2.2\n",
                                                   q("bad.csv")));
        QVERIFY(!count);
        QCOMPARE(count.error().kind, ErrorKind::Invalid);
        QCOMPARE(count.error().fields.size(), 2);
        QCOMPARE(count.error().fields.first().field, q("line 3"));
        QCOMPARE(count.error().fields.first().messages.size(), 2);
        QCOMPARE(count.error().fields.last().field, q("line 4"));
        QCOMPARE(outcomeOf(m_candidates->networks(own))->first().presentSessions, 0);
    }

private:
    void makeCandidates()
    {
        m_candidates = std::make_unique<Candidates>(
            *m_database, *m_mirror, m_client,
            [this](QUrl) -> QCoro::Task<Result<Secret>> {
                if (!m_signedIn)
                    co_return Error(ErrorKind::Unauthenticated);
                co_return Secret(QByteArrayLiteral("token"));
            },
            m_clock);
    }

    void setEndpoint(quint16 port)
    {
        NetworkEndpoint endpoint;
        endpoint.ownAsn = own;
        endpoint.otherAsn = other;
        endpoint.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(port));
        const auto save = [endpoint](QSqlDatabase &database) { return EndpointStore(database).save(endpoint); };
        auto saved = m_database->write(save);
        saved.waitForFinished();
        QVERIFY(saved.result());
    }

    ManualClock m_clock;
    HttpClient m_http{loopback()};
    PeeringApiClient m_client{m_http, m_clock};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Mirror> m_mirror;
    std::unique_ptr<Candidates> m_candidates;
    bool m_signedIn = true;
};

QTEST_GUILESS_MAIN(TstCandidates)
#include "tst_candidates.moc"
